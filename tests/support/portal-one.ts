import 'reflect-metadata';
import { startPortal } from '../../server/src/app/portal.ts';
import { systemClock } from '../../server/src/platform/clock/clock.ts';
import { readConfig } from '../../server/src/platform/config/config.ts';
import { createLogger } from '../../server/src/platform/logging/logger.ts';

/** A whole portal in a process of its own, so that a test can kill it: owner's URL, port, folder, today. Says when it is ready. */
async function main([ownerUrl = '', port = '', folder = '', today = '']: readonly string[]): Promise<void> {
  const config = readConfig({ PORT: port, LOG_LEVEL: 'silent', DATA_DIR: folder });
  await startPortal({ config, ownerUrl, clientDir: folder, clock: systemClock(today), log: createLogger('silent') });
  process.stdout.write('ready\n');
}

void main(process.argv.slice(2));
