import { codesOf, person } from '../../support/people.ts';
import { champion, elsewhere, manager, MeetingBook, officer, type Papers } from '../../support/meeting-book.ts';
import { asOwner } from '../../support/register-state.ts';
import { PUPILS, SCHOOLS } from '../../support/small-authority.ts';
import { Role, type Answer } from '../../support/test-portal.ts';

const { oakmere } = SCHOOLS;
const { mason, elan, amira, hidden } = PUPILS;
const earlyHelp = person(Role.EARLY_HELP_WORKER, { pupils: [mason.id, hidden.id] }, 51);
const virtualHead = person(Role.VIRTUAL_SCHOOL_HEAD, { pupils: [mason.id, hidden.id, elan.id] }, 52);
const adviser = person(Role.VIRTUAL_SCHOOL_ADVISER, { pupils: [mason.id] }, 53);
// Hidden stands on her list too, as a caseload file may name a restricted child.
const send = person(Role.SEND_OFFICER, { pupils: [mason.id, hidden.id] }, 55);
const socialWorker = person(Role.SOCIAL_WORKER, { pupils: [mason.id] }, 54);
const LINES = 'query Lines { partnerMeetings { id schoolId school onDay atTime status linesBy pupils { pupilId name ncYear reason value version by } } }';
const SAVE = 'mutation Save($id: ID!, $school: Int!, $pupil: Int!, $value: String!, $base: Int!) { savePartnerLine(meetingId: $id, schoolId: $school, pupilId: $pupil, value: $value, base: $base) { isSaved version value by } }';
interface Line { pupilId: number; name: string; reason: string; value: string; version: number; by: string | null }
interface Meeting { id: string; schoolId: number; school: string; onDay: string; status: string; linesBy: string; pupils: Line[] }

describe('lines of partners', () => {
  let book: MeetingBook;
  let made: Papers;
  beforeEach(async () => {
    book = await MeetingBook.open('partner_lines');
    await asOwner(book.portal.ownerUrl, async (owner) => {
      for (const [id, name] of [[51, 'Yusuf'], [52, 'Sian'], [53, 'Ivo'], [54, 'Dee'], [55, 'Bea']] as const) await owner.query(`insert into app_user (id, issuer, subject, full_name, email) overriding system value values ($1, 'test', $2, $2, 'x@example.org')`, [id, name]);
    });
    made = await book.booked({ onDay: '2026-12-02' });
  });
  afterEach(() => book.close());

  const lines = async (actor = earlyHelp): Promise<Meeting[]> => book.did(actor, LINES, {});
  const save = (value: string, base = 0, actor = earlyHelp, more: object = {}): Promise<Answer> => book.ask(actor, SAVE, { id: made.id, school: oakmere, pupil: mason.id, value, base, ...more });
  const saved = async (...given: Parameters<typeof save>): Promise<unknown> => {
    const { data, errors } = await save(...given);
    expect(errors).toEqual([]);
    return data?.savePartnerLine;
  };
  const trail = () => asOwner(book.portal.ownerUrl, async (owner) => (await owner.query<object>('select kind, actor_id, pupil_ids, school_ids from audit_entry order by seq desc limit 1')).rows[0]);

  test('early help adds a line about a child of its families, and the officer reads it in the papers', async () => {
    expect(await lines()).toEqual([{ id: made.id, schoolId: oakmere, school: 'Oakmere Academy', onDay: '2026-12-02', atTime: '14:00', status: 'BOOKED', linesBy: '2026-11-25', pupils: [{ pupilId: mason.id, name: 'Mason Thirkell', ncYear: '9', reason: 'Severely absent', value: '', version: 0, by: null }] }]);
    expect(await trail()).toMatchObject({ kind: 'VIEWED', actor_id: 51, pupil_ids: [mason.id], school_ids: [oakmere] });
    expect(await saved('Family plan since October')).toEqual({ isSaved: true, version: 1, value: 'Family plan since October', by: 'Yusuf' });
    expect(await trail()).toMatchObject({ kind: 'CHANGED', actor_id: 51, pupil_ids: [mason.id] });
    expect((await book.papers(made.id)).written).toEqual([expect.objectContaining({ place: 'PARTNER', subject: String(mason.id), field: 'EARLY_HELP', value: 'Family plan since October', by: 'Yusuf' })]);
    expect((await lines())[0]?.pupils[0]).toMatchObject({ value: 'Family plan since October', version: 1, by: 'Yusuf' });
  });

  test('the Virtual School has a line of its own, and its head reaches restricted children', async () => {
    await saved('Family plan');
    expect((await lines(virtualHead))[0]?.pupils.map(({ pupilId, value }) => [pupilId, value])).toEqual([[mason.id, ''], [hidden.id, '']]);
    expect(await saved('PEP on 20 November', 0, virtualHead)).toMatchObject({ isSaved: true });
    expect(await saved('PEP moved', 0, virtualHead, { pupil: hidden.id })).toMatchObject({ isSaved: true });
    expect(await saved('PEP on 27 November', 1, adviser)).toMatchObject({ isSaved: true, version: 2 });
    expect((await book.papers(made.id)).written.map(({ field, value }) => [field, value])).toEqual([['EARLY_HELP', 'Family plan'], ['VIRTUAL_SCHOOL', 'PEP on 27 November']]);
  });

  test('the SEND service writes its own box: no other partner does, and the officer reads the line with who wrote it', async () => {
    expect(await lines(send)).toMatchObject([{ id: made.id, pupils: [{ pupilId: mason.id, value: '' }] }]);
    expect(await saved('Annual review on 4 December', 0, send)).toEqual({ isSaved: true, version: 1, value: 'Annual review on 4 December', by: 'Bea' });
    expect(await trail()).toMatchObject({ kind: 'CHANGED', actor_id: 55, pupil_ids: [mason.id] });
    // The same words of early help, over the version of the other’s box, go into its own.
    expect(await saved('Family plan', 0, earlyHelp)).toMatchObject({ isSaved: true, version: 1, by: 'Yusuf' });
    expect((await lines())[0]?.pupils[0]).toMatchObject({ value: 'Family plan', by: 'Yusuf' });
    expect((await lines(send))[0]?.pupils[0]).toMatchObject({ value: 'Annual review on 4 December', by: 'Bea' });
    for (const actor of [earlyHelp, send]) expect(codesOf(await book.sync(actor, made.id, [{ place: 'PARTNER', subject: String(mason.id), field: 'SEND', value: 'Ours', base: 1 }]))).toEqual(['FORBIDDEN']);
    expect((await book.papers(made.id)).written.map(({ field, value, by }) => [field, value, by])).toEqual([['EARLY_HELP', 'Family plan', 'Yusuf'], ['SEND', 'Annual review on 4 December', 'Bea']]);
  });

  test('where the SEND service has nobody, the officer writes its line, and what a SEND officer wrote gives way only by a version that was seen', async () => {
    const box = { place: 'PARTNER', subject: String(mason.id), field: 'SEND' };
    expect((await book.wrote(officer, made.id, [{ ...box, value: 'Said on the telephone' }])).saved).toMatchObject([{ isSaved: true, version: 1, by: 'An officer' }]);
    expect(await saved('From us', 0, send)).toEqual({ isSaved: false, version: 1, value: 'Said on the telephone', by: 'An officer' });
    expect(await saved('From us', 1, send)).toMatchObject({ isSaved: true, version: 2, by: 'Bea' });
    expect((await book.wrote(officer, made.id, [{ ...box, value: 'Over it', base: 1 }])).saved).toMatchObject([{ isSaved: false, version: 2, value: 'From us', by: 'Bea' }]);
  });

  test('a line is read in the issued record as it stood, by both sides, and takes no further word', async () => {
    const held = await book.held();
    await saved('Placement named in the plan', 0, send, { id: held.id });
    await book.complete(held.id);
    await book.stepped(officer, 'issueRecord', held);
    for (const reader of [officer, champion]) expect((await book.papers(held.id, reader)).written.filter(({ place }) => place === 'PARTNER')).toEqual([expect.objectContaining({ field: 'SEND', value: 'Placement named in the plan', by: 'Bea' })]);
    expect(codesOf(await save('Later', 1, send, { id: held.id }))).toEqual(['NOT_FOUND']);
    expect(codesOf(await book.sync(officer, held.id, [{ place: 'PARTNER', subject: String(mason.id), field: 'SEND', value: 'Later', base: 1 }]))).toEqual(['CONFLICT']);
    expect((await book.papers(held.id)).written.find(({ field }) => field === 'SEND')).toMatchObject({ value: 'Placement named in the plan', version: 1 });
  });

  test('a pack has the lines with who and when, and says which were written after it was made; what was frozen stays as it was', async () => {
    const OPEN = 'query Open($id: ID!) { meetingPack(meetingId: $id) { pack { hash isAsFrozen sections { key notes tables { rows { pupilId cells { text } } } } } } }';
    const pack = async (actor = officer): Promise<{ hash: string; isAsFrozen: boolean; sections: { key: string; notes: string[]; tables: { rows: { pupilId: number; cells: { text: string }[] }[] }[] }[] }> => (await book.did<{ pack: Awaited<ReturnType<typeof pack>> }>(actor, OPEN, { id: made.id })).pack;
    const told = async (actor = officer) => (await pack(actor)).sections.find(({ key }) => key === 'PARTNERS')?.tables[0]?.rows.map(({ pupilId, cells }) => [pupilId, ...[1, 2, 4].map((at) => cells[at]?.text)]);
    await saved('Family plan since October');
    await book.did(officer, 'mutation Freeze($id: ID!) { freezePack(meetingId: $id, held: 0) { pack { number } } }', { id: made.id });
    const before = await pack();
    expect(await told()).toEqual([[mason.id, 'Early help', 'Family plan since October', 'Written before']]);
    await saved('Annual review on 4 December', 0, send);
    await saved('PEP on 20 November', 0, virtualHead, { pupil: hidden.id });
    const after = await pack();
    expect([after.hash, after.isAsFrozen]).toEqual([before.hash, true]);
    expect(await told()).toEqual([[mason.id, 'Early help', 'Family plan since October', 'Written before'], [mason.id, 'SEND service', 'Annual review on 4 December', 'Written after the pack was made']]);
    expect(after.sections.find(({ key }) => key === 'PARTNERS')?.notes[0]).toContain('1 line was written after the pack was made, and says so.');
    expect(after.sections.find(({ key }) => key === 'PARTNERS')?.tables[0]?.rows[1]?.cells[3]?.text).toMatch(/^Bea, \d{1,2} \w+ \d{4}, \d\d:\d\d$/);
    // Both sides read the same lines; a restricted child's is for those with the right.
    expect(await told(champion)).toEqual(await told());
    expect((await told(manager))?.map(([pupilId]) => pupilId)).toEqual([mason.id, mason.id, hidden.id]);
    const { written } = await book.did<{ written: { field: string; isAfterPack: boolean }[] }>(officer, 'query Written($id: ID!) { targetingMeeting(id: $id) { written { field isAfterPack } } }', { id: made.id });
    expect(written).toEqual([{ field: 'EARLY_HELP', isAfterPack: false }, { field: 'SEND', isAfterPack: true }]);
  });

  test('why a pupil is listed is told without care to whoever does not read it; what was written by hand stands', async () => {
    const listed = async (priority: string | null, origin: string, reason: string): Promise<unknown> => {
      await asOwner(book.portal.ownerUrl, (owner) => owner.query('update meeting_pupil set priority = $2, origin = $3, reason = $4 where meeting_id = $1 and pupil_id = $5', [made.id, priority, origin, reason, mason.id]));
      return Promise.all([send, adviser].map(async (actor) => (await lines(actor))[0]?.pupils[0]?.reason));
    };
    expect(await listed('SOCIAL_WORKER', 'PROPOSED', 'Is looked after and missed 10 of 100 sessions.')).toEqual(['Missed 10 of 100 sessions.', 'Is looked after and missed 10 of 100 sessions.']);
    expect(await listed('NOT_SEEN', 'PROPOSED', 'Has not been seen for 12 school days.')).toEqual(['Has not been seen for 12 school days.', 'Has not been seen for 12 school days.']);
    expect(await listed('SOCIAL_WORKER', 'SCHOOL', 'The school asked for it.')).toEqual(['The school asked for it.', 'The school asked for it.']);
  });

  test('two at one line: who was slower gets the other’s text, theirs is kept, and the same text again is saved', async () => {
    await saved('First', 0, virtualHead);
    expect(await saved('Second', 0, adviser)).toEqual({ isSaved: false, version: 1, value: 'First', by: 'Sian' });
    expect(await saved('First', 0, virtualHead)).toMatchObject({ isSaved: true, version: 1 });
    const { lostAnswers } = await book.did<{ lostAnswers: object[] }>(officer, 'query Lost($id: ID!) { targetingMeeting(id: $id) { lostAnswers { value tooLate by } } }', { id: made.id });
    expect(lostAnswers).toEqual([{ value: 'Second', tooLate: true, by: 'Ivo' }]);
  });

  test('roles that add no line are refused in words', async () => {
    expect(codesOf(await book.ask(socialWorker, LINES, {}))).toEqual(['FORBIDDEN']);
    expect(codesOf(await save('Mine', 0, socialWorker))).toEqual(['FORBIDDEN']);
    expect(codesOf(await book.ask(officer, LINES, {}))).toEqual(['FORBIDDEN']);
    const invited = { ...socialWorker, permissions: new Set([...socialWorker.permissions, 'meeting:comment']) };
    const refused = await save('Mine', 0, invited);
    expect([codesOf(refused), refused.errors[0]?.message]).toEqual([['FORBIDDEN'], expect.stringContaining('added by early help, the Virtual School and the SEND service')]);
    expect(codesOf(await book.ask(invited, LINES, {}))).toEqual(['FORBIDDEN']);
    for (const school of [champion, elsewhere]) {
      expect(await lines(school)).toEqual([]);
      expect(codesOf(await save('Mine', 0, school))).toEqual(['NOT_FOUND']);
    }
  });

  test('a child out of reach, restricted, off the list or of another meeting is not found', async () => {
    await book.portal.rows(`insert into meeting_pupil (meeting_id, school_id, pupil_id, school_ids, restricted, origin, reason, position, removed_reason) select $1, $2, id, school_ids, restricted, 'PROPOSED', 'Falling', 3, 'Better now' from pupil where id = $3`, [made.id, oakmere, elan.id]);
    expect((await lines()).flatMap(({ pupils }) => pupils.map(({ pupilId }) => pupilId))).toEqual([mason.id]);
    for (const [actor, more] of [[earlyHelp, { pupil: elan.id }], [earlyHelp, { pupil: hidden.id }], [send, { pupil: hidden.id }], [send, { pupil: elan.id }], [send, { pupil: amira.id }], [virtualHead, { pupil: elan.id }], [earlyHelp, { pupil: amira.id }], [earlyHelp, { school: SCHOOLS.tarnbrook }], [earlyHelp, { id: '424242' }], [earlyHelp, { id: '1 or 1=1' }]] as const) {
      expect(codesOf(await save('Mine', 0, actor, more))).toEqual(['NOT_FOUND']);
    }
    expect((await save('x'.repeat(4001))).errors[0]?.extensions?.fields).toEqual({ value: expect.any(String) as string });
    expect((await book.papers(made.id)).written).toEqual([]);
  });

  test('until the record is issued, and not for a meeting called off', async () => {
    const held = await book.held();
    expect((await lines()).map(({ id, status }) => [id, status])).toEqual([[held.id, 'HELD'], [made.id, 'BOOKED']]);
    expect(await saved('Said in the room', 0, earlyHelp, { id: held.id })).toMatchObject({ isSaved: true });
    await book.complete(held.id);
    await book.stepped(officer, 'issueRecord', held);
    await book.did(officer, 'mutation C($id: ID!, $version: Int!) { changeMeeting(id: $id, version: $version, command: CANCEL, input: { reason: "Snow" }) { id } }', { id: made.id, version: made.version });
    expect(await lines()).toEqual([]);
    for (const { id } of [held, made]) expect(codesOf(await save('Too late', 1, earlyHelp, { id }))).toEqual(['NOT_FOUND']);
  });
});
