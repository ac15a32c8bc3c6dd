import { randomUUID } from 'node:crypto';
import type { Response } from 'express';

/** The reference of a request: what the app gave it, or else a new one that stays with it. */
export function requestIdOf(response: Response): string {
  const locals = response.locals as { requestId?: unknown };
  if (typeof locals.requestId !== 'string') locals.requestId = randomUUID();
  return locals.requestId as string;
}
