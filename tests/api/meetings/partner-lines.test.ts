import { codesOf, person } from '../../support/people.ts';
import { champion, elsewhere, MeetingBook, officer, type Papers } from '../../support/meeting-book.ts';
import { asOwner } from '../../support/register-state.ts';
import { PUPILS, SCHOOLS } from '../../support/small-authority.ts';
import { Role, type Answer } from '../../support/test-portal.ts';

const { oakmere } = SCHOOLS;
const { mason, elan, amira, hidden } = PUPILS;
const earlyHelp = person(Role.EARLY_HELP_WORKER, { pupils: [mason.id, hidden.id] }, 51);
const virtualHead = person(Role.VIRTUAL_SCHOOL_HEAD, { pupils: [mason.id, hidden.id, elan.id] }, 52);
const adviser = person(Role.VIRTUAL_SCHOOL_ADVISER, { pupils: [mason.id] }, 53);
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
      for (const [id, name] of [[51, 'Yusuf'], [52, 'Sian'], [53, 'Ivo'], [54, 'Dee']] as const) await owner.query(`insert into app_user (id, issuer, subject, full_name, email) overriding system value values ($1, 'test', $2, $2, 'x@example.org')`, [id, name]);
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
    expect([codesOf(refused), refused.errors[0]?.message]).toEqual([['FORBIDDEN'], expect.stringContaining('added by early help and the Virtual School')]);
    expect(codesOf(await book.ask(invited, LINES, {}))).toEqual(['FORBIDDEN']);
    for (const school of [champion, elsewhere]) {
      expect(await lines(school)).toEqual([]);
      expect(codesOf(await save('Mine', 0, school))).toEqual(['NOT_FOUND']);
    }
  });

  test('a child out of reach, restricted, off the list or of another meeting is not found', async () => {
    await book.portal.rows(`insert into meeting_pupil (meeting_id, school_id, pupil_id, school_ids, restricted, origin, reason, position, removed_reason) select $1, $2, id, school_ids, restricted, 'PROPOSED', 'Falling', 3, 'Better now' from pupil where id = $3`, [made.id, oakmere, elan.id]);
    expect((await lines()).flatMap(({ pupils }) => pupils.map(({ pupilId }) => pupilId))).toEqual([mason.id]);
    for (const [actor, more] of [[earlyHelp, { pupil: elan.id }], [earlyHelp, { pupil: hidden.id }], [virtualHead, { pupil: elan.id }], [earlyHelp, { pupil: amira.id }], [earlyHelp, { school: SCHOOLS.tarnbrook }], [earlyHelp, { id: '424242' }], [earlyHelp, { id: '1 or 1=1' }]] as const) {
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
