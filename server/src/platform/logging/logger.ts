import { pino, type Logger } from 'pino';

export type { Logger };

/** One structured line per operation. Never names or UPNs: callers pass ids only, and known personal keys are removed. */
export function createLogger(level: string): Logger {
  return pino({
    level,
    base: null,
    redact: { paths: ['*.upn', '*.name', '*.surname', '*.forename', '*.email', 'variables', '*.variables'], remove: true },
  });
}
