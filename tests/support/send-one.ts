import 'reflect-metadata';
import { sendOutbox } from '../../server/src/modules/communications/index.ts';
import { systemClock } from '../../server/src/platform/clock/clock.ts';
import { connectIngest } from '../../server/src/platform/database/connections.ts';
import { createLogger } from '../../server/src/platform/logging/logger.ts';
import { notifySender } from '../../server/src/platform/mail/notify-sender.ts';
import { FAKE_KEY, TEMPLATES } from './fake-notify.ts';

/** One run of sending in a process of its own, so that a test can kill it: owner's URL, gateway's URL, today. */
async function main([ownerUrl = '', baseUrl = '', today = '']: readonly string[]): Promise<void> {
  const pool = connectIngest(ownerUrl, 1);
  const run = await sendOutbox({ pool, sender: notifySender({ apiKey: FAKE_KEY, baseUrl, ...TEMPLATES, timeout: 20_000 }), clock: systemClock(today), log: createLogger('silent'), portalUrl: 'https://portal.example.org' });
  process.stdout.write(JSON.stringify(run));
  await pool.end();
}

void main(process.argv.slice(2));
