import fs from 'node:fs';
import http from 'node:http';
import type net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import zlib from 'node:zlib';
import express from 'express';
import { serveClient } from './client-files.ts';

const SCRIPT = 'console.log("built");'.repeat(50);

describe('the built pages', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'client-files-'));
  const web = express();
  const server = http.createServer(web);

  beforeAll(async () => {
    fs.mkdirSync(path.join(folder, 'assets'));
    fs.writeFileSync(path.join(folder, 'index.html'), '<p>page</p>');
    for (const name of ['a.js', 'plain.js']) fs.writeFileSync(path.join(folder, 'assets', name), SCRIPT);
    fs.writeFileSync(path.join(folder, 'assets', 'a.js.br'), zlib.brotliCompressSync(SCRIPT));
    fs.writeFileSync(path.join(folder, 'assets', 'a.js.gz'), zlib.gzipSync(SCRIPT));
    fs.writeFileSync(path.join(folder, 'assets', 'a.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
    web.use((_, response, next) => { response.setHeader('X-Frame-Options', 'DENY').setHeader('X-Content-Type-Options', 'nosniff'); next(); });
    serveClient(web, folder);
    await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  });
  afterAll(async () => {
    await new Promise((resolve) => { server.close(resolve); });
    fs.rmSync(folder, { recursive: true });
  });

  const get = (address: string, accepts: string): Promise<{ headers: http.IncomingHttpHeaders; body: Buffer }> => new Promise((resolve, reject) => {
    http.get({ port: (server.address() as net.AddressInfo).port, path: address, headers: { 'accept-encoding': accepts } }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part)).on('end', () => resolve({ headers: answer.headers, body: Buffer.concat(parts) }));
    }).on('error', reject);
  });

  it.each([['gzip, deflate, br', 'br', zlib.brotliDecompressSync], ['gzip', 'gzip', zlib.gunzipSync]] as const)('are sent compressed to a browser that takes %s', async (accepts, encoding, read) => {
    const { headers, body } = await get('/assets/a.js', accepts);
    expect(headers).toMatchObject({ 'content-encoding': encoding, vary: 'Accept-Encoding', 'cache-control': 'public, max-age=31536000, immutable' });
    expect(headers['content-type']).toMatch(/javascript/);
    expect(read(body).toString()).toBe(SCRIPT);
  });

  it('carry no headers that only a page obeys, unless a browser may open them as one', async () => {
    const sent = async (address: string): Promise<unknown[]> => { const { headers } = await get(address, 'br'); return [headers['x-frame-options'], headers['x-content-type-options']]; };
    expect([await sent('/assets/a.js'), await sent('/assets/a.svg'), await sent('/')]).toEqual([[undefined, 'nosniff'], ['DENY', 'nosniff'], ['DENY', 'nosniff']]);
  });

  it.each([['/assets/a.js', 'identity'], ['/assets/plain.js', 'gzip, br']])('are sent as they are where there is no copy that fits: %s for %s', async (address, accepts) => {
    const { headers, body } = await get(address, accepts);
    expect(headers['content-encoding']).toBeUndefined();
    expect(body.toString()).toBe(SCRIPT);
  });

  it('answer every other address with the page', async () => {
    expect((await get('/lists/severe', 'br')).body.toString()).toBe('<p>page</p>');
  });
});
