import fs from 'node:fs';
import path from 'node:path';
import express, { type RequestHandler } from 'express';
import { isOpening } from './first-page.ts';

/** Smallest first: how a copy is named beside its file, and what the answer calls it. */
const COPIES = [['br', 'br'], ['gz', 'gzip']] as const;
/** A file directly in the folder; nothing else of an address gets as far as the disk. */
const BUILT_FILE = /^\/([\w.-]+\.(?:js|css|svg))$/;

/** What only a page obeys. On scripts and styles, which are never opened as one, it would be half a kilobyte each on a slow line. */
const OF_PAGES = ['Content-Security-Policy', 'Cross-Origin-Opener-Policy', 'Origin-Agent-Cluster', 'X-DNS-Prefetch-Control', 'X-Download-Options', 'X-Frame-Options', 'X-Permitted-Cross-Domain-Policies', 'X-XSS-Protection', 'Referrer-Policy'];

const withoutPageHeaders: RequestHandler = (request, response, next) => {
  if (/[.](?:js|css)$/.test(request.path)) for (const name of OF_PAGES) response.removeHeader(name);
  next();
};

/**
 * The built pages: files under their own names, and for every other address the one page that reads it. Where a person opens it,
 * `opened` sends it with its first answers; where nothing does, the page asks by itself.
 */
export function serveClient(web: express.Express, clientDir: string, opened: RequestHandler | null = null): void {
  const assets = path.join(clientDir, 'assets');
  // Built files carry a hash in their name, so they never change; the page itself is asked for each time.
  web.use('/assets', withoutPageHeaders, compressedCopies(assets), express.static(assets, { immutable: true, maxAge: '1y', index: false, etag: false, lastModified: false }));
  web.use(express.static(clientDir, { index: false, maxAge: '1h' }));
  const page = /^\/(?!(graphql|auth|uploads|files|health|assets|practice-idp)(\/|$)).*/;
  const plain: RequestHandler = (_request, response) => {
    response.sendFile(path.join(clientDir, 'index.html'));
  };
  web.get(page, (_request, response, next) => {
    response.setHeader('cache-control', 'no-store');
    next();
  });
  if (opened !== null) web.get(page, (request, _response, next) => next(isOpening(request) ? undefined : 'route'), opened);
  web.get(page, plain);
}

/**
 * Sends the copy of a file that the build compressed, where there is one and the browser takes it. Only what is the same for
 * everyone: answers that hold records and tokens are not compressed, because their length would then say something of their words.
 */
function compressedCopies(folder: string): RequestHandler {
  return (request, response, next) => {
    const file = BUILT_FILE.exec(request.path)?.[1];
    if (file !== undefined) {
      response.vary('Accept-Encoding');
      const copy = COPIES.find(([suffix, encoding]) => request.acceptsEncodings(encoding) === encoding && fs.existsSync(path.join(folder, `${file}.${suffix}`)));
      if (copy) {
        response.type(path.extname(file));
        response.setHeader('content-encoding', copy[1]);
        request.url = `/${file}.${copy[0]}`;
      }
    }
    next();
  };
}
