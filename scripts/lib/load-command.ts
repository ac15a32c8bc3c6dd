import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Pool } from 'pg';
import { parseIsoDay } from '@attendance/shared/kernel';
import { neighboursKind, publishedKind } from '../../server/src/modules/analysis/index.ts';
import { peopleKind } from '../../server/src/modules/identity/index.ts';
import { calendarKind, linksKind, schoolsKind } from '../../server/src/modules/organisations/index.ts';
import { careKind, rollKind } from '../../server/src/modules/pupils/index.ts';
import { systemClock } from '../../server/src/platform/clock/clock.ts';
import { readConfig } from '../../server/src/platform/config/config.ts';
import { connectIngest, migrate } from '../../server/src/platform/database/connections.ts';
import { FileRefused, loadFile, receiptLines, refusedCsv, refusedLines, type LoadReceipt } from '../../server/src/platform/loading/index.ts';
import { ownerDatabaseUrl } from './database.ts';

const USAGE = `Loads your own authority. In this order:

  npm run load -- schools --la <code> <file.csv>       schools, from an extract of the national register
  npm run load -- schools --outside <file.csv>         schools of other areas that children who live here go to
  npm run load -- links <file.csv>                     which school came before which, from its links file
  npm run load -- calendar <file.csv>                  terms, holidays, training days and closures
  npm run load -- pupils --school <URN> <file.csv>     the roll of one school [--on 2026-09-01]
  npm run load -- care <file.csv>                      care episodes and youth justice, by UPN
  npm run load -- people <file.csv>                    who may sign in, in which roles

And what to compare it with, whenever there is something new:

  npm run load -- published --published <day> <file.csv>   national, regional and local figures as published [--to 2026-07-10]
  npm run load -- neighbours <file.csv>                the authorities yours is compared with

--refused <file.csv> writes the rows that were not kept. docs/operations.md has the headings and examples.`;

const OPTIONS = { school: { type: 'string' }, la: { type: 'string' }, on: { type: 'string' }, published: { type: 'string' }, to: { type: 'string' }, refused: { type: 'string' }, outside: { type: 'boolean' }, help: { type: 'boolean' } } as const;
type Asked = ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>['values'];

interface Loading { readonly pool: Pool; readonly file: string; readonly asked: Asked; readonly today: string; readonly issuer: string | null }

const KINDS: Readonly<Record<string, (loading: Loading) => Promise<LoadReceipt>>> = {
  schools: ({ pool, file, asked, today }) => loadFile(pool, file, (client) => schoolsKind(client, asked.la === undefined ? null : Number(asked.la), asked.outside ?? false), contextOf(today)),
  links: ({ pool, file, today }) => loadFile(pool, file, linksKind, contextOf(today)),
  calendar: ({ pool, file, today }) => loadFile(pool, file, calendarKind, contextOf(today)),
  pupils: ({ pool, file, asked, today }) => loadFile(pool, file, (client) => rollKind(client, { schoolId: Number(asked.school), today, on: asked.on ?? today }), contextOf(today)),
  care: ({ pool, file, today }) => loadFile(pool, file, async () => careKind(today), contextOf(today)),
  people: ({ pool, file, today, issuer }) => loadFile(pool, file, async () => peopleKind({ issuer, today }), contextOf(today)),
  published: ({ pool, file, asked, today }) => loadFile(pool, file, async () => publishedKind({ publishedOn: asked.published ?? today, to: asked.to ?? null }), contextOf(today)),
  neighbours: ({ pool, file, today }) => loadFile(pool, file, async () => neighboursKind(), contextOf(today)),
};

const contextOf = (today: string): { today: string; requestId: string } => ({ today, requestId: `command-${process.pid}` });

/** What is wrong with the command, or undefined. */
function misuse(kind: string | undefined, file: string | undefined, asked: Asked): string | undefined {
  if (asked.help || kind === undefined || file === undefined || KINDS[kind] === undefined) return USAGE;
  if (kind === 'pupils' && !/^\d{6}$/.test(asked.school ?? '')) return 'A roll belongs to one school: name it with --school and its URN.';
  if (asked.la !== undefined && !/^\d{3}$/.test(asked.la)) return `--la should be the three digits of your authority; it is "${asked.la}".`;
  if (kind === 'published' && asked.published === undefined) return 'A figure is shown with the day it was published, which the file does not say: name it with --published 2026-07-23.';
  for (const day of ['on', 'published', 'to'] as const) {
    const given = asked[day];
    if (given !== undefined && parseIsoDay(given) === null) return `--${day} should be a date such as 2026-09-01; it is "${given}".`;
  }
  return fs.existsSync(file) ? undefined : `There is no file ${file}. Nothing was read, so nothing changed. Check its name.`;
}

/** What a command says, and its exit code: 0 loaded, 1 the file was refused, 2 the command cannot be meant. */
export interface Answer { readonly code: 0 | 1 | 2; readonly said: string }

/** Runs `npm run load` with these words. What is no refusal of a file is thrown. */
export async function loadCommand(words: readonly string[], env: NodeJS.ProcessEnv): Promise<Answer> {
  const { values: asked, positionals: [kind, file] } = parseArgs({ args: [...words], options: OPTIONS, allowPositionals: true });
  const wrong = misuse(kind, file, asked);
  if (wrong !== undefined || kind === undefined || file === undefined) return { code: 2, said: wrong ?? USAGE };
  const config = readConfig(env);
  const database = await ownerDatabaseUrl(config);
  const pool = connectIngest(database.url);
  try {
    await migrate(database.url);
    const receipt = await KINDS[kind]!({ pool, file, asked, today: systemClock(config.today).today(), issuer: config.oidc?.issuer ?? null });
    return { code: 0, said: [`${path.basename(file)}: ${kind}`, ...receiptLines(receipt), ...keepRefused(asked.refused, receipt.refused)].join('\n') };
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    return { code: 1, said: ['Refused.', error.message, ...refusedLines(error.refused), ...keepRefused(asked.refused, error.refused)].join('\n') };
  } finally {
    await pool.end();
    await database.close();
  }
}

/** It names children and says what is wrong with their rows: for the one who runs the command alone. */
function keepRefused(file: string | undefined, refused: LoadReceipt['refused']): string[] {
  if (file === undefined || refused.length === 0) return [];
  fs.writeFileSync(file, refusedCsv(refused), { mode: 0o600 });
  return [`The rows that were not kept are in ${file}. It may name children: delete it when you are done.`];
}
