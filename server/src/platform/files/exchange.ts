import path from 'node:path';
import type { Request } from 'express';
import { Refusal, RefusalCode } from '../errors/refusal.ts';

/** What a file was called, from the heading `x-file-name`: shown and downloaded, never used as a path. */
export function fileNameOf(request: Request, otherwise: string): string {
  let named = otherwise;
  try {
    named = decodeURIComponent(String(request.headers['x-file-name'] ?? otherwise));
  } catch { /* a name nobody can read is no name */ }
  return path.basename(named.replaceAll('\\', '/')).replace(/[^\p{L}\p{N} ._()-]/gu, '_').slice(0, 120) || otherwise;
}

/** A page elsewhere could make a browser fetch the file, and the trail would then say that the person had asked for it. */
export function refuseOtherSites({ headers }: Request): void {
  const site = headers['sec-fetch-site'];
  if (site === undefined || site === 'same-origin' || site === 'none') return;
  throw new Refusal(RefusalCode.FORBIDDEN, 'This did not come from a page of the portal, so nothing was downloaded. Open it in the portal and download from there.');
}
