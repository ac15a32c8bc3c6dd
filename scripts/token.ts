import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { DataSource } from 'typeorm';
import { ApiTokenService } from '../server/src/modules/identity/index.ts';
import { systemClock } from '../server/src/platform/clock/clock.ts';
import { ownerDatabaseUrl } from './lib/database.ts';

const HELP = `Tokens of machine clients (an overnight feed, a data warehouse).

  npm run token -- --name "Overnight feed" --allow register:import,delivery:read [--schools 990401,990402] [--days 90]
  npm run token -- --list
  npm run token -- --revoke 3

Without --schools a token reaches the whole authority. A token is shown once; the portal keeps only a hash of it.`;

const OPTIONS = {
  name: { type: 'string' }, allow: { type: 'string' }, schools: { type: 'string' }, days: { type: 'string' },
  list: { type: 'boolean' }, revoke: { type: 'string' }, help: { type: 'boolean' },
} as const;

const listOf = (text: string | undefined): string[] => (text ?? '').split(',').map((part) => part.trim()).filter((part) => part !== '');
const day = (date: Date): string => date.toISOString().slice(0, 10);

/** A number typed on the command line. */
function numberOf(text: string, what: string): number {
  if (!/^\d{1,9}$/.test(text.trim())) throw new Error(`${what} should be a number; it is "${text}". Nothing was changed.`);
  return Number(text);
}

type Asked = ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>['values'];

async function run(service: ApiTokenService, asked: Asked): Promise<void> {
  const requestId = `token-${randomUUID()}`;
  if (asked.list) {
    for (const { id, name, permissions, schoolIds, expiresAt, revokedAt } of await service.list()) {
      const state = revokedAt ? `revoked ${day(revokedAt)}` : `until ${day(expiresAt)}`;
      console.log(`${id}  ${name}  ${state}  may ${permissions.join(', ')}  ${schoolIds.length === 0 ? 'whole authority' : `schools ${schoolIds.join(', ')}`}`);
    }
  } else if (asked.revoke !== undefined) {
    const id = numberOf(asked.revoke, '--revoke');
    console.log(`Token ${id} (${await service.revoke(id, requestId)}) is revoked: its next request is refused.`);
  } else {
    const { id, token, expiresAt } = await service.issue({
      name: asked.name ?? '',
      permissions: listOf(asked.allow),
      schools: listOf(asked.schools).map((urn) => numberOf(urn, '--schools')),
      ...(asked.days === undefined ? {} : { days: numberOf(asked.days, '--days') }),
    }, requestId);
    console.log(`Token ${id}, good until ${day(expiresAt)}. Copy it now, it is not shown again:\n\n${token}\n`);
  }
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: OPTIONS });
  if (values.help || Object.keys(values).length === 0) {
    console.log(HELP);
    return;
  }
  const database = await ownerDatabaseUrl();
  const owner = new DataSource({ type: 'postgres', url: database.url, poolSize: 1, installExtensions: false });
  try {
    await owner.initialize();
    await run(new ApiTokenService(owner, systemClock()), values);
  } finally {
    if (owner.isInitialized) await owner.destroy();
    await database.close();
  }
}

main().catch((error: unknown) => {
  const typed = (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS') === true;
  console.error(error instanceof Error ? error.message : error);
  if (typed) console.error(`\n${HELP}`);
  process.exitCode = 1;
});
