import { readXlsx } from 'hucre/xlsx';
import { PdfWriter } from '../../../server/src/platform/files/pdf.ts';
import { packPdf } from '../../../server/src/modules/meetings/packs/pack-pdf.ts';
import { packXlsx } from '../../../server/src/modules/meetings/packs/pack-xlsx.ts';
import { agreeAction, answer, heldMeeting, speakAbout } from '../../support/meeting-rows.ts';
import { bookMeeting, knowPackPeople, packFileOf, textOfPdf } from '../../support/packs.ts';
import { codesOf, person } from '../../support/people.ts';
import { fileOf, sendRegisters } from '../../support/register-book.ts';
import { asOwner } from '../../support/register-state.ts';
import { knowTerms, PUPILS, SCHOOLS } from '../../support/small-authority.ts';
import { Role, TestPortal, type Answer } from '../../support/test-portal.ts';

const { oakmere, tarnbrook } = SCHOOLS;
const manager = person(Role.TEAM_MANAGER, {}, 41);
const officer = person(Role.ATTENDANCE_OFFICER, {}, 43);
const champion = person(Role.ATTENDANCE_CHAMPION, { schools: [oakmere] }, 44);
const head = person(Role.HEADTEACHER, { schools: [oakmere] }, 44);
const admin = person(Role.SCHOOL_ADMIN, { schools: [oakmere, tarnbrook] }, 44);

const FIELDS = 'pupilId name reason origin priority removedReason';
const LIST = `query Pupils($id: ID!, $school: Int!) { meetingPupils(meetingId: $id, schoolId: $school) { ${FIELDS} } }`;
const ADD = `mutation Add($id: ID!, $school: Int!, $pupil: Int!, $reason: String!) { addMeetingPupil(meetingId: $id, schoolId: $school, pupilId: $pupil, reason: $reason) { ${FIELDS} } }`;
const REMOVE = `mutation Remove($id: ID!, $school: Int!, $pupil: Int!, $reason: String!) { removeMeetingPupil(meetingId: $id, schoolId: $school, pupilId: $pupil, reason: $reason) { ${FIELDS} } }`;
const OPEN = 'query Open($id: ID!) { meetingPack(meetingId: $id) { pack { hiddenRows isAsFrozen sections { key tables { key rows { pupilId cells { text } } } } } } }';
const COHORT = (verb: string): string => `mutation Group($id: ID!, $school: Int!, $cohort: String!, $reason: String!) { ${verb}MeetingCohort(meetingId: $id, schoolId: $school, cohort: $cohort, reason: $reason) { cohort label pupils reason origin removedReason } }`;

interface Topic { pupilId: number; name: string; reason: string; origin: string; priority: string | null; removedReason: string | null }
interface Shown { hiddenRows: number; isAsFrozen: boolean; sections: { key: string; tables: { key: string; rows: { pupilId: number | null; cells: { text: string }[] }[] }[] }[] }

describe('the pupils of a pack', () => {
  let portal: TestPortal;
  let meetingId: string;
  beforeEach(async () => {
    portal = await TestPortal.open('pack_pupils');
    await knowTerms(portal.ownerUrl);
    await knowPackPeople(portal, oakmere);
    await sendRegisters(portal);
    meetingId = await bookMeeting(portal, '2026-11-26', oakmere);
    expect((await portal.ask(officer, OPEN, { id: meetingId })).errors).toEqual([]);
  });
  afterEach(() => portal.close());

  const of = (more: object = {}) => ({ id: meetingId, school: oakmere, ...more });
  const listed = async (actor = officer): Promise<Topic[]> => (await portal.ask(actor, LIST, of())).data?.meetingPupils as Topic[];
  const add = (pupil: number, actor = champion, reason = 'He stopped coming on Fridays'): Promise<Answer> => portal.ask(actor, ADD, of({ pupil, reason }));
  const remove = (pupil: number, actor = officer): Promise<Answer> => portal.ask(actor, REMOVE, of({ pupil, reason: 'Spoken about last week' }));
  const shown = async (actor = officer): Promise<Shown> => ((await portal.ask(actor, OPEN, { id: meetingId })).data?.meetingPack as { pack: Shown }).pack;

  test('never hold a restricted child: not in the pack, its rows, its proposals, its print or its workbook, whoever asks', async () => {
    const [{ whole } = { whole: '' }] = await portal.rows<{ whole: string }>(`select concat((select string_agg(body::text, '') from meeting_pack), (select string_agg(pupil_id || ' ' || body::text, '') from meeting_pack_pupil), (select string_agg(pupil_id::text, ',') from meeting_pupil)) as whole`);
    expect(whole).not.toContain('"pupilId": 5,');
    expect(await portal.rows('select from meeting_pack_pupil where pupil_id = 5 union all select from meeting_pupil where pupil_id = 5')).toEqual([]);
    for (const actor of [manager, head, officer]) {
      const file = await packFileOf(portal, actor, meetingId);
      const [{ bytes }, sheet] = [await packPdf(file), (await readXlsx(await packXlsx(file))).sheets[0]];
      expect(JSON.stringify(await shown(actor))).not.toContain('Marchbank');
      const printed = textOfPdf(bytes);
      expect([printed.includes('Mason Thirkell'), printed.includes('Marchbank')]).toEqual([true, false]);
      expect([JSON.stringify(sheet?.rows).includes('Mason Thirkell'), JSON.stringify(sheet?.rows).includes('Marchbank')]).toEqual([true, false]);
    }
  });

  test('tell who joined, who left while the school may still read of it, and who was suspended', async () => {
    await portal.rows(`update enrolment set starts_on = '2026-10-05' where id = 3`);
    await portal.send(fileOf((['AM', 'PM'] as const).map((half) => ({ pupil: PUPILS.mason, day: '2026-11-10', half, code: 'E' }))), oakmere);
    meetingId = await bookMeeting(portal, '2026-11-25', oakmere);
    const lists = (await shown(champion)).sections.find(({ key }) => key === 'LISTS')?.tables ?? [];
    const rows = (list: string): [number | null, string | undefined][] => (lists.find(({ key }) => key === list)?.rows ?? []).map(({ pupilId, cells }) => [pupilId, cells[3]?.text]);
    expect(rows('JOINED')).toEqual([[3, expect.stringMatching(/^Joined on 5 October 2026; missed \d+ of \d+ sessions since$/)]]);
    // Tobias left in September: the school no longer reads his record.
    expect(rows('LEFT')).toEqual([[8, expect.stringMatching(/^Left on 6 November 2026; had missed \d+ of \d+ sessions$/)]]);
    expect(rows('SUSPENDED')).toEqual([[1, 'Suspended or excluded for 2 sessions this year, last in the week of 9 November 2026']]);
    expect(rows('SEVERE').concat(rows('PERSISTENT')).map(([pupil]) => pupil)).not.toContain(8);
  });

  test('who becomes restricted or leaves the school’s reach is no longer readable in it, and the page says so', async () => {
    expect(await shown(champion)).toMatchObject({ hiddenRows: 0, isAsFrozen: true });
    await portal.rows('update pupil set restricted = true where id = 1');
    for (const actor of [champion, head, manager]) {
      const now = await shown(actor);
      expect(now).toMatchObject({ hiddenRows: 1, isAsFrozen: true });
      expect(JSON.stringify(now.sections.filter(({ key }) => key !== 'TOPICS'))).not.toContain('Thirkell');
    }
    await portal.rows(`update pupil set restricted = false, school_ids = array[${tarnbrook}] where id = 1`);
    expect(await shown(champion)).toMatchObject({ hiddenRows: 1, isAsFrozen: true });
    expect(JSON.stringify(await shown(champion))).not.toContain('Thirkell');
    expect(await listed(champion)).toEqual([]);
    expect(await shown(officer)).toMatchObject({ hiddenRows: 0 });
  });

  test('are proposed, added by both sides and left out by the officer, each once and with why', async () => {
    expect(await listed()).toMatchObject([{ pupilId: 1, origin: 'PROPOSED', priority: 'SIBLINGS' }]);
    for (let n = 0; n < 2; n += 1) expect((await add(3)).errors).toEqual([]);
    expect((await listed()).map(({ pupilId, origin, reason }) => [pupilId, origin, reason])).toEqual([[1, 'PROPOSED', expect.any(String)], [3, 'SCHOOL', 'He stopped coming on Fridays']]);
    expect(codesOf(await remove(3, champion))).toEqual(['FORBIDDEN']);
    for (let n = 0; n < 2; n += 1) expect((await remove(3)).errors).toEqual([]);
    expect((await listed()).at(-1)).toMatchObject({ pupilId: 3, removedReason: 'Spoken about last week' });
    expect((await add(3, officer, 'After all')).errors).toEqual([]);
    expect((await listed()).find(({ pupilId }) => pupilId === 3)).toMatchObject({ origin: 'OFFICER', reason: 'After all', removedReason: null });
    expect(codesOf(await add(3, champion, '  '))).toEqual(['INVALID']);
    const [entry] = await asOwner(portal.ownerUrl, async (owner) => (await owner.query<{ kind: string; reason: string; pupil_ids: number[] }>(`select kind, reason, pupil_ids from audit_entry where kind = 'CHANGED' order by seq desc limit 1`)).rows);
    expect(entry).toMatchObject({ kind: 'CHANGED', reason: 'After all', pupil_ids: expect.arrayContaining([3]) });
  });

  test('cannot be children out of reach or not on roll, nor be changed once it is too late', async () => {
    for (const pupil of [PUPILS.amira.id, PUPILS.hidden.id, PUPILS.leaver.id, -1]) expect([pupil, ...codesOf(await add(pupil))]).toEqual([pupil, 'NOT_FOUND']);
    expect(codesOf(await add(3, person(Role.ATTENDANCE_OFFICER, {}, 46)))).toEqual(['FORBIDDEN']);
    await portal.rows(`update meeting set status = 'HELD' where id = $1`, [meetingId]);
    expect(codesOf(await add(3))).toEqual(['CONFLICT']);
    expect((await add(3, officer)).errors).toEqual([]);
    await portal.rows(`update meeting set status = 'RECORD_ISSUED' where id = $1`, [meetingId]);
    expect(codesOf(await add(8, officer))).toEqual(['CONFLICT']);
    expect(codesOf(await remove(3))).toEqual(['CONFLICT']);
  });

  test('a persistently absent pupil for whom two services were asked is proposed for that; one service asked twice is one, and a request taken back none', async () => {
    const before = await heldMeeting(portal, { schoolId: oakmere, heldOn: '2026-11-10', officerId: 43 });
    const ask = async (service: string, status = 'DRAFT'): Promise<void> => {
      const task = await agreeAction(portal, { pupilId: 1, meetingId: Number(before), service, status: 'OPEN' });
      await portal.rows(`insert into referral_draft (meeting_id, school_id, pupil_id, school_ids, restricted, action_id, service, reason, status) select meeting_id, school_id, pupil_id, school_ids, restricted, id, service, 'Asked for', $2 from meeting_action where task_id = $1`, [task, status]);
    };
    const proposed = async (day: string): Promise<Topic | undefined> => {
      const id = await bookMeeting(portal, day, oakmere);
      expect((await portal.ask(officer, OPEN, { id })).errors).toEqual([]);
      return ((await portal.ask(officer, LIST, { id, school: oakmere })).data?.meetingPupils as Topic[]).find(({ pupilId }) => pupilId === 1);
    };
    await ask('EARLY_HELP');
    await ask('EARLY_HELP');
    await ask('HOUSING', 'WITHDRAWN');
    expect((await proposed('2026-11-24'))?.priority).not.toBe('SEVERAL_AGENCIES');
    await ask('MENTAL_HEALTH');
    expect(await proposed('2026-11-25')).toMatchObject({ origin: 'PROPOSED', priority: 'SEVERAL_AGENCIES', reason: expect.stringMatching(/^Missed \d+ of \d+ sessions and needs 2 agencies\.$/) });
  });

  test('a group of the pack is added and left out in the same way', async () => {
    const ask = (verb: string, cohort: string, actor = champion): Promise<Answer> => portal.ask(actor, COHORT(verb), of({ cohort, reason: 'They are many' }));
    expect((await ask('add', 'FSM:Y')).data?.addMeetingCohort).toEqual([{ cohort: 'FSM:Y', label: 'Free school meals now: Yes', pupils: 4, reason: 'They are many', origin: 'SCHOOL', removedReason: null }]);
    expect(codesOf(await ask('add', 'FSM:No such'))).toEqual(['NOT_FOUND']);
    expect(codesOf(await ask('add', 'CARE:CLA', officer))).toEqual(['NOT_FOUND']);
    expect((await ask('remove', 'FSM:Y', officer)).data?.removeMeetingCohort).toMatchObject([{ removedReason: 'They are many' }]);
  });

  test('that a pupil is looked after is not said to whoever does not read care status', async () => {
    const id = await bookMeeting(portal, '2026-11-26', tarnbrook);
    const before = await heldMeeting(portal, { schoolId: tarnbrook, heldOn: '2026-11-10', officerId: 43 });
    await speakAbout(portal, before, 4, tarnbrook);
    await answer(portal, before, 'PUPIL', 'PLAN_STATUS', 'IN_PLACE_WORKING', 4, tarnbrook);
    await portal.ask(officer, OPEN, { id });
    const said = async (actor: typeof admin): Promise<Topic[]> => (await portal.ask(actor, LIST, { id, school: tarnbrook })).data?.meetingPupils as Topic[];
    expect(await said(officer)).toMatchObject([{ pupilId: 4, priority: 'SOCIAL_WORKER', reason: expect.stringContaining('looked after') }]);
    expect(await said(admin)).toMatchObject([{ pupilId: 4, priority: null, reason: 'Missed 63 of 98 sessions.' }]);
    expect(JSON.stringify((await portal.ask(admin, OPEN, { id })).data)).not.toContain('ooked after');
  });

  test('the print is tagged, in English, with its fonts in it and as many pages as it says', async () => {
    const { bytes, pages } = await packPdf(await packFileOf(portal, champion, meetingId));
    const text = bytes.toString('latin1');
    for (const part of ['/MarkInfo', '/Marked true', '/StructTreeRoot', '/Lang (en-GB)', '/DisplayDocTitle true', 'pdfuaid', '/FontFile2']) expect([part, text.includes(part)]).toEqual([part, true]);
    expect(text.match(/\/Type \/Page\b(?!s)/g)).toHaveLength(pages);
    const printed = textOfPdf(bytes);
    for (const words of ['Official: sensitive', `Page ${pages} of ${pages}`, 'Frozen 19 November 2026, marks to 18 November 2026', 'What changed since we last met']) expect([words, printed.includes(words)]).toEqual([words, true]);
    for (const tag of ['H1', 'H2', 'H3', 'Table', 'TR', 'TH', 'TD', 'P']) expect([tag, text.includes(`/S /${tag}\n`)]).toEqual([tag, true]);
    const entries = await asOwner(portal.ownerUrl, async (owner) => (await owner.query<{ kind: string; pupil_ids: number[]; details: object }>(`select kind, pupil_ids, details from audit_entry where operation = 'downloadPack'`)).rows);
    expect(entries).toMatchObject([{ kind: 'DISCLOSED', pupil_ids: expect.arrayContaining([1]), details: { pack: 1, format: 'pdf' } }]);
  });

  test('a table goes on over pages, and a workbook runs nothing that looks like a formula', async () => {
    const writer = new PdfWriter({ title: 'A table', author: 'A test', above: ['', ''], below: ['', ''] });
    writer.heading(1, 'A table');
    writer.table({ columns: [{ heading: 'Pupil', isNumber: false }, { heading: 'Sessions', isNumber: true }], rows: Array.from({ length: 120 }, (_, index) => ({ group: index < 60 ? 'One' : 'Other', cells: [`Pupil ${index}`, String(index)] })) });
    expect((await writer.end()).pages).toBe(4);
    await portal.rows(`update meeting_pupil set reason = '=HYPERLINK("http://example.org")' where meeting_id = $1`, [meetingId]);
    const { sheets: [sheet] } = await readXlsx(await packXlsx(await packFileOf(portal, officer, meetingId)));
    expect(sheet?.rows.flat()).toContain('=HYPERLINK("http://example.org")');
    expect(JSON.stringify(sheet)).not.toContain('"formula"');
  });
});
