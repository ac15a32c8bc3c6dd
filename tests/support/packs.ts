import zlib from 'node:zlib';
import { underOneReach } from '../../server/src/app/as-portal.ts';
import { runOperation } from '../../server/src/app/execute.ts';
import { packParts } from '../../server/src/modules/meetings/index.ts';
import { openPackFile, type PackFile } from '../../server/src/modules/meetings/packs/pack-file.ts';
import { systemClock } from '../../server/src/platform/clock/clock.ts';
import type { OperationActor } from '../../server/src/platform/graphql/operation.ts';
import { createLogger } from '../../server/src/platform/logging/logger.ts';
import { asOwner } from './register-state.ts';
import { TODAY } from './small-authority.ts';
import type { TestPortal } from './test-portal.ts';

/** A meeting of one school as the planner would have made it. */
export async function bookMeeting(portal: TestPortal, onDay: string, schoolId: number, status = 'BOOKED'): Promise<string> {
  const [row] = await portal.rows<{ id: number }>(
    `with made as (insert into meeting (type, status, mode, on_day, at_time, minutes, officer_id, school_ids, made_with) values ('SINGLE_SCHOOL', $2, 'REMOTE', $1, '10:30', 65, 41, array[$3::int], gen_random_uuid()) returning id),
     named as (insert into meeting_school (meeting_id, school_id) select id, $3 from made) select id from made`, [onDay, status, schoolId]);
  return String(row?.id);
}

/** The people of the tests of packs, as rows that meetings and packs may name. */
export async function knowPackPeople(portal: TestPortal, schoolId: number): Promise<void> {
  await asOwner(portal.ownerUrl, async (owner) => {
    for (const [id, name] of [[41, 'A manager'], [43, 'An officer'], [44, 'A champion'], [46, 'Another champion']] as const) await owner.query(`insert into app_user (id, issuer, subject, full_name, email) overriding system value values ($1, 'test', $2, $2, 'x@example.org')`, [id, name]);
  });
  await portal.rows(`insert into school_officer (school_id, user_id, valid_from) values ($1, 43, '2026-09-01')`, [schoolId]);
}

/** The pack of a meeting as it would leave the portal, on the word of somebody. */
export async function packFileOf(portal: TestPortal, actor: OperationActor, meetingId: string): Promise<PackFile> {
  const deps = { app: portal.app, clock: systemClock(TODAY), log: createLogger('silent') };
  const { packs } = packParts(underOneReach(() => deps));
  return runOperation(deps, { actor, requestId: 'TEST' }, 'downloadPack', async (operation) => ({ value: await openPackFile(operation, packs, { meetingId, schoolId: null, number: null, format: 'pdf' }), outcome: 'done', keep: true }));
}

/** The words of a PDF of ours, run together. Fonts hold only the letters used, so each text is read by every font's own table: wrong readings are noise beside the right one. */
export function textOfPdf(bytes: Buffer): string {
  const streams = [...bytes.toString('latin1').matchAll(/stream\n([\s\S]*?)\nendstream/g)].map(([, body = '']) => {
    const raw = Buffer.from(body, 'latin1');
    try { return zlib.inflateSync(raw).toString('latin1'); } catch { return body; }
  });
  const fonts = streams.filter((text) => text.includes('beginbfrange')).map((text) => {
    const letters = [...(/beginbfrange([\s\S]*?)endbfrange/.exec(text)?.[1] ?? '').matchAll(/<([0-9a-f]{4})>\s+<([0-9a-f]{4})>\s+\[([^\]]*)\]/gi)];
    return new Map(letters.flatMap(([, first = '0', , list = '']) => [...list.matchAll(/<([0-9a-f ]+)>/gi)].map(([, code = ''], index) => [parseInt(first, 16) + index, (code.replaceAll(' ', '').match(/.{4}/g) ?? []).map((unit) => String.fromCharCode(parseInt(unit, 16))).join('')] as const)));
  });
  const shown = streams.flatMap((text) => [...text.matchAll(/\[([^\]]*)\] TJ/g)].map(([, parts = '']) => [...parts.matchAll(/<([0-9a-f]+)>/gi)].map(([, hex]) => hex).join('')));
  return fonts.map((font) => shown.map((hex) => (hex.match(/.{4}/g) ?? []).map((glyph) => font.get(parseInt(glyph, 16)) ?? '').join('')).join('\n')).join('\n');
}
