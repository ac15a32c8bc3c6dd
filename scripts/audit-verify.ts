import 'reflect-metadata';
import pg from 'pg';
import { readAnchors } from '../server/src/platform/audit/audit-anchor.ts';
import { auditWords } from '../server/src/platform/audit/audit-words.ts';
import { verifyAudit } from '../server/src/platform/audit/verify-audit.ts';
import { readConfig } from '../server/src/platform/config/config.ts';
import { ownerDatabaseUrl } from './lib/database.ts';

/** `npm run audit:verify`: works the audit trail's chain out again and says what was done to it, and where. */
async function main(): Promise<number> {
  const config = readConfig(process.env);
  const database = await ownerDatabaseUrl(config);
  const client = new pg.Client(database.url);
  try {
    await client.connect();
    const { rows: [found] } = await client.query<{ trail: string | null }>(`select to_regclass('audit_entry')::text as trail`);
    if (!found?.trail) {
      console.error('This database holds no audit trail yet. Nothing was checked. Start the portal once, or run npm run db:migrate.');
      return 2;
    }
    const started = performance.now();
    await client.query('begin isolation level repeatable read read only');
    const report = await verifyAudit(client, readAnchors(config.dataDir));
    await client.query('commit');
    const words = auditWords(report.findings);
    const checked = `${report.entries} entries and ${report.anchors} anchors were checked in ${((performance.now() - started) / 1000).toFixed(1)} s.`;
    if (words.length === 0) {
      console.log(`The audit trail is whole. ${checked}`);
      if (report.anchors === 0) console.log('There is no anchor yet, so entries cut from the end together with the note of the length would not be missed. The portal writes anchors when it starts, every hour and when it stops.');
      return 0;
    }
    console.error(`The audit trail has been tampered with, or the database was restored from an older copy. ${checked}\n`);
    for (const sentence of words) console.error(`  - ${sentence}`);
    console.error('\nNothing was changed. Keep this database and the anchors as they are, and tell whoever answers for data protection.');
    return 1;
  } finally {
    await client.end();
    await database.close();
  }
}

main().then((code) => process.exit(code), (error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
