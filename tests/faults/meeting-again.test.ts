import { codesOf } from '../support/people.ts';
import { aKey, champion, MeetingBook, officer, type Papers } from '../support/meeting-book.ts';
import { asOwner } from '../support/register-state.ts';
import { PUPILS, SCHOOLS } from '../support/small-authority.ts';
import type { Answer } from '../support/test-portal.ts';

const ADD = 'mutation Add($id: ID!, $key: String!, $input: MeetingActionInput!) { addMeetingAction(id: $id, key: $key, input: $input) { id what version } }';
const { mason } = PUPILS;
const { oakmere } = SCHOOLS;

/** Every button of a meeting pressed twice: at once, as a double click is, and again later, as Back and a retry are. */
describe('sent twice, a meeting moves once', () => {
  let book: MeetingBook;
  beforeEach(async () => { book = await MeetingBook.open('meeting_again'); });
  afterEach(() => book.close());

  const count = async (from: string): Promise<number> => asOwner(book.portal.ownerUrl, async (owner) => (await owner.query<{ count: number }>(`select count(*)::int as count from ${from}`)).rows[0]?.count ?? -1);
  const visit = { schoolId: oakmere, pupilId: mason.id, scope: 'PUPIL', type: 'EARLY_HELP_REFERRAL', what: 'Family worker', side: 'PARTNER', ownerId: null, owner: 'Yusuf, early help', service: 'EARLY_HELP', dueOn: '2026-12-04' };

  /** Sends three times, two of them at once: one goes well, the others are refused in plain words, and one change is in the history. */
  async function once(command: string, send: () => Promise<Answer>): Promise<Papers> {
    const answers = [...await Promise.all([send(), send()]), await send()];
    const well = answers.filter(({ errors }) => errors.length === 0);
    const refused = answers.filter(({ errors }) => errors.length > 0);
    expect(refused.flatMap(codesOf)).toEqual(['CONFLICT', 'CONFLICT']);
    for (const { errors: [error] } of refused) expect(error?.message).toMatch(/[Nn]othing (?:of yours )?was (?:changed|saved)/u);
    expect(well).toHaveLength(1);
    expect(await count(`meeting_change where command = '${command}'`)).toBe(1);
    return Object.values(well[0]?.data ?? {})[0] as Papers;
  }

  test('a sending of boxes: the same answer each time, one version, nothing kept as lost', async () => {
    const { id } = await book.held();
    const boxes = ['SAID', 'STRATEGIES', 'LEAD'].map((field) => ({ place: 'PUPIL', subject: String(mason.id), field, value: `Words for ${field}` }));
    for (let round = 0; round < 20; round += 1) {
      const sent = boxes.map((box) => ({ ...box, value: `${box.value} ${round}`, base: round }));
      const [one, two] = await Promise.all([book.wrote(officer, id, sent), book.wrote(officer, id, sent)]);
      const later = await book.wrote(officer, id, sent);
      expect(one?.saved).toEqual(sent.map(({ value }) => ({ isSaved: true, version: round + 1, value, by: 'An officer' })));
      expect(two?.saved).toEqual(one?.saved);
      expect(later.saved).toEqual(one?.saved);
    }
    expect(await count('meeting_answer_lost')).toBe(0);
    expect(await count(`meeting_answer where place = 'PUPIL'`)).toBe(3);
  });

  test('a sending that came too late is kept once, however often it is sent', async () => {
    const { id } = await book.held();
    const box = { place: 'PUPIL', subject: String(mason.id), field: 'SAID' };
    await book.wrote(officer, id, [{ ...box, value: 'First' }]);
    await book.wrote(officer, id, [{ ...box, value: 'Second', base: 1 }]);
    const late = (): Promise<unknown> => book.wrote(officer, id, [{ ...box, value: 'From a stale tab', base: 1 }]).then(({ saved }) => saved);
    const answers = [...await Promise.all([late(), late()]), await late()];
    expect(answers).toEqual(Array.from({ length: 3 }, () => [{ isSaved: false, version: 2, value: 'Second', by: 'An officer' }]));
    expect(await count('meeting_answer_lost')).toBe(1);
  });

  test('an action of one line: the same action, and one task when the record is issued', async () => {
    const made = await book.held();
    const key = aKey();
    const add = (): Promise<Answer> => book.ask(officer, ADD, { id: made.id, key, input: visit });
    const answers = [...await Promise.all([add(), add()]), await add()];
    expect(answers.flatMap(codesOf)).toEqual([]);
    expect(new Set(answers.map(({ data }) => JSON.stringify(data))).size).toBe(1);
    expect(await count('meeting_action')).toBe(1);
    await book.complete(made.id);
    await once('ISSUE', () => book.step(officer, 'issueRecord', made));
    expect(await count('task')).toBe(1);
    expect(await count('referral_draft')).toBe(1);
  });

  test('starting', async () => {
    const made = await book.booked();
    await book.fill(officer, made.id, 'PRESENT', { NAME: 'Kerry Bright', PART: 'CHAMPION', HERE: 'YES' }, 'k');
    expect(await once('HOLD', () => book.step(officer, 'startMeeting', made))).toMatchObject({ status: 'HELD', version: made.version + 1 });
    expect(await count('meeting where started_at is not null')).toBe(1);
  });

  test('submitting a preparation', async () => {
    const made = await book.booked({ onDay: '2026-12-10' });
    await book.fill(champion, made.id, 'PREPARATION', { PICTURE: 'Better', PRIORITIES: 'Year 9', WORKED: 'Calls', ATTENDING: 'Kerry' });
    expect(await once('PREPARE', () => book.step(champion, 'prepareMeeting', made, ', schoolId: $schoolId', { schoolId: oakmere }))).toMatchObject({ status: 'PREPARED', version: made.version + 1 });
  });

  test('issuing ten times at once: one record, one task an action, one draft a service', async () => {
    for (let round = 1; round <= 5; round += 1) {
      const made = await book.held();
      for (const what of ['Family worker', 'Another family worker']) expect(codesOf(await book.ask(officer, ADD, { id: made.id, key: aKey(), input: { ...visit, what } }))).toEqual([]);
      await book.complete(made.id);
      const answers = await Promise.all(Array.from({ length: 10 }, () => book.step(officer, 'issueRecord', made)));
      expect(answers.filter(({ errors }) => errors.length === 0)).toHaveLength(1);
      expect(new Set(answers.flatMap(codesOf))).toEqual(new Set(['CONFLICT']));
      expect([await count('task'), await count('referral_draft'), await count(`meeting_change where command = 'ISSUE'`)]).toEqual([2 * round, 2 * round, round]);
    }
  });

  test('completing a section while the record is issued, and while others write: nobody waits in a ring', async () => {
    const made = await book.held();
    await book.complete(made.id);
    const complete = (): Promise<Answer> => book.ask(officer, 'mutation S($id: ID!, $schoolId: Int!) { completeSection(id: $id, schoolId: $schoolId) { id } }', { id: made.id, schoolId: oakmere });
    const answers = await Promise.all([complete(), book.step(officer, 'issueRecord', made), book.sync(officer, made.id, [{ place: 'NOTES', field: 'OFFICER', value: 'In between' }]), complete()]);
    expect(answers.flatMap(codesOf).filter((code) => code !== 'CONFLICT')).toEqual([]);
    expect((await book.papers(made.id)).status).toBe('RECORD_ISSUED');
  });

  test('commenting on a record', async () => {
    const made = await book.held();
    await book.complete(made.id);
    const issued = await book.stepped(officer, 'issueRecord', made);
    await once('COMMENT', () => book.step(champion, 'commentOnRecord', issued, ', comment: $comment', { comment: 'Agreed, but Mondays too' }));
  });
});
