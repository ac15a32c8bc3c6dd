import { codesOf } from '../../support/people.ts';
import { asOwner } from '../../support/register-state.ts';
import { champion, elsewhere, manager, MeetingBook, officer, otherOfficer, type Sync } from '../../support/meeting-book.ts';
import { PUPILS, SCHOOLS } from '../../support/small-authority.ts';

const MASON = String(PUPILS.mason.id);

describe('the papers of a meeting', () => {
  let book: MeetingBook;
  beforeEach(async () => { book = await MeetingBook.open('answers'); });
  afterEach(() => book.close());

  test('are written box by box, each with a version of its own, and read by both sides', async () => {
    const { id } = await book.booked();
    const first = await book.fill(champion, id, 'PREPARATION', { PICTURE: 'Fridays are ', PRIORITIES: 'Year 9' });
    expect(first.saved).toEqual([{ isSaved: true, version: 1, value: 'Fridays are ', by: 'A champion' }, { isSaved: true, version: 1, value: 'Year 9', by: 'A champion' }]);
    const again = await book.wrote(champion, id, [{ place: 'PREPARATION', field: 'PICTURE', value: 'Fridays are back', base: 1 }]);
    expect(again.saved).toMatchObject([{ isSaved: true, version: 2 }]);
    expect((await book.papers(id)).written).toEqual([
      { place: 'PREPARATION', subject: '', field: 'PICTURE', value: 'Fridays are back', version: 2, by: 'A champion', isMine: false }, { place: 'PREPARATION', subject: '', field: 'PRIORITIES', value: 'Year 9', version: 1, by: 'A champion', isMine: false },
    ]);
    const [entry] = await asOwner(book.portal.ownerUrl, async (owner) => (await owner.query<{ kind: string; details: object; pupil_ids: number[] }>(`select kind, details, pupil_ids from audit_entry where operation = 'Sync' order by seq desc limit 1`)).rows);
    expect(entry).toEqual({ kind: 'CHANGED', details: { meeting: Number(id), boxes: ['PREPARATION.PICTURE'] }, pupil_ids: [] });
  });

  test('of two who change one box, the second gets the first one’s words, and no text is gone', async () => {
    const { id } = await book.held();
    await book.fill(officer, id, 'PUPIL', { SAID: 'Mum says mornings' }, MASON);
    const theirs = await book.wrote(manager, id, [{ place: 'PUPIL', subject: MASON, field: 'SAID', value: 'Mum says mornings are hard', base: 1 }]);
    expect(theirs.saved).toEqual([{ isSaved: true, version: 2, value: 'Mum says mornings are hard', by: 'A manager' }]);
    const mine = await book.wrote(officer, id, [{ place: 'PUPIL', subject: MASON, field: 'SAID', value: 'Mum says maths', base: 1 }, { place: 'PUPIL', subject: MASON, field: 'LEAD', value: 'Kerry', base: 0 }]);
    expect(mine.saved).toEqual([{ isSaved: false, version: 2, value: 'Mum says mornings are hard', by: 'A manager' }, { isSaved: true, version: 1, value: 'Kerry', by: 'An officer' }]);
    const kept = await book.did<{ lostAnswers: object[] }>(officer, 'query L($id: ID!) { targetingMeeting(id: $id) { lostAnswers { value by tooLate } } }', { id });
    expect(kept.lostAnswers).toEqual([{ value: 'Mum says maths', by: 'An officer', tooLate: true }, { value: 'Mum says mornings', by: 'An officer', tooLate: false }]);
  });

  test('the same sending again changes nothing and fails nobody', async () => {
    const { id } = await book.held();
    const boxes = [{ place: 'PUPIL', subject: MASON, field: 'SAID', value: 'Once' }];
    await book.wrote(officer, id, boxes);
    expect((await book.wrote(officer, id, boxes)).saved).toEqual([{ isSaved: true, version: 1, value: 'Once', by: 'An officer' }]);
  });

  test('tell what others wrote since, and who reads where', async () => {
    const { id } = await book.held();
    const start = await book.wrote(officer, id, [], null, 'PUPIL/1');
    await book.fill(manager, id, 'SECTION', { FINDINGS: 'Late on Fridays' });
    const news: Sync = await book.wrote(officer, id, [], start.at, 'SECTION');
    expect(news.changes).toEqual(expect.arrayContaining([{ field: 'FINDINGS', value: 'Late on Fridays', version: 1, by: 'A manager' }]));
    expect((await book.wrote(champion, id, [], start.at, 'PUPIL/1')).readers).toEqual([{ name: 'A manager', reading: '' }, { name: 'An officer', reading: 'SECTION' }]);
  });

  test('are refused whole where a box is not whose it is, not now, or wrong', async () => {
    const booked = await book.booked();
    expect(codesOf(await book.sync(officer, booked.id, [{ place: 'PREPARATION', field: 'PICTURE', value: 'Mine' }]))).toEqual(['CONFLICT']);
    expect(codesOf(await book.sync(champion, booked.id, [{ place: 'PUPIL', subject: MASON, field: 'SAID', value: 'Early' }]))).toEqual(['CONFLICT']);
    expect(codesOf(await book.sync(officer, booked.id, [{ place: 'PUPIL', subject: MASON, field: 'SAID', value: 'Early' }]))).toEqual(['CONFLICT']);
    expect(codesOf(await book.sync(elsewhere, booked.id, []))).toEqual(['NOT_FOUND']);
    expect(codesOf(await book.sync(otherOfficer, booked.id, [{ place: 'NOTES', field: 'OFFICER', value: 'Not my school' }]))).toEqual(['FORBIDDEN']);
    const wrong = await book.sync(champion, booked.id, [{ place: 'PREPARATION', field: 'PICTURE', value: 'Right' }, { place: 'PREPARATION', field: 'POLICY_ON', value: '2026-02-30' }]);
    expect(codesOf(wrong)).toEqual(['INVALID']);
    expect(wrong.errors[0]?.extensions?.fields).toEqual({ 'PREPARATION.POLICY_ON': 'When governors last approved the attendance policy: enter a real date' });
    expect((await book.papers(booked.id)).written).toEqual([]);
  });

  test('keep the officer’s notes from the school, and a restricted child from everybody without the right', async () => {
    const { id } = await book.held();
    await book.fill(officer, id, 'NOTES', { OFFICER: 'Ask about staffing' });
    expect((await book.papers(id, champion)).written.map(({ place }) => place)).not.toContain('NOTES');
    expect((await book.papers(id)).written.map(({ place }) => place)).toContain('NOTES');
    expect(codesOf(await book.sync(officer, id, [{ place: 'PUPIL', subject: String(PUPILS.hidden.id), field: 'SAID', value: 'Seen' }]))).toEqual(['NOT_FOUND']);
    await book.fill(manager, id, 'PUPIL', { SAID: 'Within the right' }, String(PUPILS.hidden.id));
    expect((await book.papers(id)).written.map(({ value }) => value)).not.toContain('Within the right');
    expect((await book.papers(id, manager)).written.map(({ value }) => value)).toContain('Within the right');
    const { sections } = await book.did<{ sections: { ratings: { pupilId: number }[] }[] }>(officer, 'query S($id: ID!) { targetingMeeting(id: $id) { sections { ratings { pupilId rating reason } } } }', { id });
    expect(sections[0]?.ratings.map(({ pupilId }) => pupilId)).toEqual([PUPILS.mason.id]);
  });

  test('a child who leaves the school’s reach is no longer in what the school reads', async () => {
    const { id } = await book.held();
    await book.fill(officer, id, 'PUPIL', { SAID: 'Moving to Tarnbrook' }, MASON);
    expect((await book.papers(id, champion)).written).toHaveLength(4);
    await book.portal.rows('update pupil set school_ids = $2 where id = $1', [PUPILS.mason.id, [SCHOOLS.tarnbrook]]);
    expect((await book.papers(id, champion)).written.map(({ place }) => place)).toEqual(['PRESENT', 'PRESENT', 'PRESENT']);
    expect((await book.papers(id)).written).toHaveLength(4);
  });

  test('a save takes a bounded number of statements, however many boxes', async () => {
    const { id } = await book.held();
    const one = await book.sync(officer, id, [{ place: 'PUPIL', subject: MASON, field: 'SAID', value: 'One' }]);
    const many = await book.sync(officer, id, ['STRATEGIES', 'LEAD', 'RATING_REASON', 'NOT_DISCUSSED'].map((field) => ({ place: 'PUPIL', subject: MASON, field, value: 'Many' })));
    expect(one.errors).toEqual([]);
    expect(many.errors).toEqual([]);
    expect(one.statements).toBeLessThanOrEqual(8);
    expect(many.statements).toBe(one.statements);
  });
});
