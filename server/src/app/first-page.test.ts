import http from 'node:http';
import type net from 'node:net';
import express from 'express';
import { createLogger } from '../platform/logging/logger.ts';
import { firstPages, isOpening, type FirstPageDeps } from './first-page.ts';

const BY_PERSON = { 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' };

describe('opening a page', () => {
  it.each([
    ['by a person', 'GET', BY_PERSON, true],
    ['ahead, in case somebody goes there', 'GET', { ...BY_PERSON, 'sec-purpose': 'prefetch;prerender' }, false],
    ['ahead, as older browsers say it', 'GET', { ...BY_PERSON, purpose: 'prefetch' }, false],
    ['in a frame', 'GET', { ...BY_PERSON, 'sec-fetch-dest': 'iframe' }, false],
    ['by a script', 'GET', { 'sec-fetch-mode': 'cors', 'sec-fetch-dest': 'empty' }, false],
    ['as an image', 'GET', { 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'image' }, false],
    ['for its headers alone', 'HEAD', BY_PERSON, false],
    ['by a machine', 'GET', { ...BY_PERSON, authorization: 'Bearer x' }, false],
    ['by a browser that does not say how', 'GET', {}, false],
  ])('%s', (_how, method, headers, expected) => {
    expect(isOpening({ method, headers })).toBe(expected);
  });
});

const INDEX = '<head><link rel="preload" href="/auth/session" as="fetch" crossorigin><script async src="/assets/i.js"></script><link rel="stylesheet" href="/assets/i.css"></head><body><div id="root"></div></body>';
const MANIFEST = { 'index.html': { file: 'assets/i.js', isEntry: true, imports: ['_base'] }, '_base': { file: 'assets/base.js' }, 'src/x-page.tsx': { file: 'assets/x.js', imports: ['_base', '_first'] }, '_first': { file: 'assets/first.js' }, 'src/early.ts': { file: 'assets/early.js', isEntry: true } };
type Session = Awaited<ReturnType<FirstPageDeps['sessionOf']>>;
const SIGNED_IN = { me: { name: 'A </script>' } } as unknown as Session;

describe('a page sent with its first answers', () => {
  const asked: string[] = [];
  const send = async (session: Session, build: Partial<FirstPageDeps['build']> = {}, execute: FirstPageDeps['apollo']['executeOperation'] | null = null, authenticate: FirstPageDeps['authenticate'] = (_request, _response, next) => next()): Promise<string> => {
    asked.length = 0;
    const executeOperation = execute ?? ((async ({ operationName }: { operationName: string }) => { asked.push(operationName); return { body: { kind: 'single', singleResult: { data: { name: '<b>' } } } }; }) as unknown as FirstPageDeps['apollo']['executeOperation']);
    const web = express().use(firstPages({
      apollo: { executeOperation }, log: createLogger('silent'), authenticate, sessionOf: async () => session, contextOf: () => ({ actor: null, requestId: 'R' }),
      build: { page: INDEX, manifest: MANIFEST, firstPage: async () => ({ source: 'src/x-page.tsx', asks: [{ operation: 'X', query: 'query X { name }', variables: { id: '1' } }], draw: (_, answers) => `<p>${answers.length} answered</p>` }), ...build },
    })).use((_request, response) => { response.send('the plain page'); });
    const server = http.createServer(web);
    await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
    try {
      return await (await fetch(`http://127.0.0.1:${(server.address() as net.AddressInfo).port}/x`)).text();
    } finally {
      server.closeAllConnections();
      server.close();
    }
  };

  it('holds who is here before any script, its files, the drawn page out of use, and the answers, each asked once', async () => {
    const page = await send(SIGNED_IN);
    expect(page).toBe('<head><link rel="stylesheet" href="/assets/i.css"><script type="application/json" id="first-session">{"me":{"name":"A \\u003c/script>"}}</script><script type="module" async crossorigin fetchpriority="high" src="/assets/early.js"></script>'
      + '<link rel="modulepreload" crossorigin fetchpriority="low" href="/assets/x.js"><link rel="modulepreload" crossorigin fetchpriority="low" href="/assets/first.js"><script async src="/assets/i.js"></script></head><body>'
      + '<div id="root" inert data-drawn><p>1 answered</p></div><script type="application/json" id="first-answers">[{"operation":"X","variables":{"id":"1"},"answer":{"data":{"name":"\\u003cb>"}}}]</script></body>');
    expect(asked).toEqual(['X']);
  });

  it('asks nothing for somebody who is not signed in, and draws nothing', async () => {
    const page = await send({ me: null } as unknown as Session);
    expect(page).toContain('<div id="root"></div><script type="application/json" id="first-answers">[]</script>');
    expect(asked).toEqual([]);
  });

  it('leaves out an answer that failed: the page then asks by itself', async () => {
    expect(await send(SIGNED_IN, {}, async () => { throw new Error('gone'); })).toContain('id="first-answers">[]</script>');
  });

  it('is the plain page where it cannot be known who is here', async () => {
    expect(await send(SIGNED_IN, {}, null, async () => { throw new Error('no database'); })).toBe('the plain page');
    expect(asked).toEqual([]);
  });

  it('is drawn in the browser where it cannot be drawn here', async () => {
    const page = await send(SIGNED_IN, { firstPage: async () => ({ source: null, asks: [], draw: () => { throw new Error('localStorage'); } }) });
    expect(page).toContain('<div id="root"></div>');
  });
});
