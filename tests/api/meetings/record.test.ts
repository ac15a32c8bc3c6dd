import { codesOf } from '../../support/people.ts';
import { asOwner } from '../../support/register-state.ts';
import { aKey, champion, elsewhere, manager, MeetingBook, officer, otherOfficer, PAPERS, type Papers } from '../../support/meeting-book.ts';
import { PUPILS, SCHOOLS } from '../../support/small-authority.ts';

const { mason, hidden } = PUPILS;
const { oakmere, tarnbrook } = SCHOOLS;
const ACTION = 'id what owner side dueOn type service taskId version pupilId carriedFrom';
const ADD = `mutation Add($id: ID!, $key: String!, $input: MeetingActionInput!) { addMeetingAction(id: $id, key: $key, input: $input) { ${ACTION} } }`;
interface Action { id: string; what: string; owner: string; dueOn: string; taskId: number | null; version: number }

describe('holding a meeting', () => {
  let book: MeetingBook;
  beforeEach(async () => { book = await MeetingBook.open('record'); });
  afterEach(() => book.close());

  const visit = (more: object = {}): object => ({ schoolId: oakmere, pupilId: mason.id, scope: 'PUPIL', type: 'HOME_VISIT', what: 'Visit home with family worker', side: 'SCHOOL', ownerId: 44, owner: 'A champion', dueOn: '2026-11-27', ...more });
  const add = (id: string, input: object = visit(), actor = officer, key = aKey()) => book.ask(actor, ADD, { id, key, input });
  const added = async (id: string, input: object = visit()): Promise<Action> => {
    const { data, errors } = await add(id, input);
    expect(errors).toEqual([]);
    return data?.addMeetingAction as Action;
  };
  const rows = <T extends object>(text: string, values: unknown[] = []): Promise<T[]> => asOwner(book.portal.ownerUrl, async (owner) => (await owner.query<T>(text, values)).rows);

  test('the school submits its preparation when what counts is filled in; the officer opens it again with a reason', async () => {
    const made = await book.booked({ onDay: '2026-12-10' });
    const early = await book.step(champion, 'prepareMeeting', made, ', schoolId: $schoolId', { schoolId: oakmere });
    expect(early.errors[0]?.message).toContain('Still to be filled in: How attendance is going; Your three priorities this term');
    await book.fill(champion, made.id, 'PREPARATION', { PICTURE: 'Better', PRIORITIES: 'Year 9', WORKED: 'Calls', ATTENDING: 'Kerry' });
    expect(codesOf(await book.step(officer, 'prepareMeeting', made, ', schoolId: $schoolId', { schoolId: oakmere }))).toEqual(['INVALID']);
    expect(codesOf(await book.step(champion, 'prepareMeeting', made, ', schoolId: $schoolId', { schoolId: tarnbrook }))).toEqual(['NOT_FOUND']);
    const ready = await book.stepped(champion, 'prepareMeeting', made, ', schoolId: $schoolId', { schoolId: oakmere });
    expect(ready).toMatchObject({ status: 'PREPARED', schools: [{ prepared: true }] });
    expect(codesOf(await book.sync(champion, made.id, [{ place: 'PREPARATION', field: 'DATA', value: 'Late thought' }]))).toEqual(['CONFLICT']);
    const clocks = () => rows(`select kind, due_on, met_on, school_id from clock where kind = 'PREPARATION'`);
    expect(await clocks()).toEqual([{ kind: 'PREPARATION', due_on: '2026-11-26', met_on: '2026-11-19', school_id: oakmere }]);
    const reopened = await book.ask(officer, `mutation C($id: ID!, $version: Int!) { changeMeeting(id: $id, version: $version, command: REOPEN_PREPARATION, input: { reason: "One question is empty" }) { ${PAPERS} } }`, { id: made.id, version: ready.version });
    expect(reopened.errors).toEqual([]);
    expect(reopened.data?.changeMeeting).toMatchObject({ status: 'BOOKED', schools: [{ prepared: false }] });
    await book.fill(champion, made.id, 'PREPARATION', { DATA: 'Late thought' });
    // What was met is owed again, and met anew.
    expect(await clocks()).toEqual([{ kind: 'PREPARATION', due_on: '2026-11-26', met_on: null, school_id: oakmere }]);
    const again = await book.stepped(champion, 'prepareMeeting', await book.papers(made.id), ', schoolId: $schoolId', { schoolId: oakmere });
    expect([again.status, await clocks()]).toEqual(['PREPARED', [{ kind: 'PREPARATION', due_on: '2026-11-26', met_on: '2026-11-19', school_id: oakmere }]]);
  });

  test('starts on its day, when the champion is there', async () => {
    const later = await book.booked({ onDay: '2026-12-02' }, []);
    await book.fill(officer, later.id, 'PRESENT', { NAME: 'Kerry Bright', PART: 'CHAMPION', HERE: 'YES' }, 'k');
    expect((await book.step(officer, 'startMeeting', later)).errors[0]?.message).toContain('The day of this meeting has not come');
    const made = await book.booked();
    expect((await book.step(officer, 'startMeeting', made)).errors[0]?.message).toContain('Say who was there. The school’s senior attendance champion has to be there');
    await book.fill(officer, made.id, 'PRESENT', { NAME: 'Ola Ness', PART: 'HEAD', HERE: 'YES' }, 'a');
    expect((await book.step(officer, 'startMeeting', made)).errors[0]?.message).toMatch(/^The school’s senior attendance champion/);
    await book.fill(officer, made.id, 'PRESENT', { NAME: 'Kerry Bright', PART: 'CHAMPION', HERE: 'YES' }, 'k');
    expect(codesOf(await book.step(champion, 'startMeeting', made))).toEqual(['FORBIDDEN']);
    expect(codesOf(await book.step(otherOfficer, 'startMeeting', made))).toEqual(['FORBIDDEN']);
    expect((await book.stepped(officer, 'startMeeting', made)).status).toBe('HELD');
  });

  test('agrees actions with an owner and a day, once a line, and takes them off again', async () => {
    const { id } = await book.held();
    const key = aKey();
    const first = await add(id, visit(), officer, key);
    const again = await add(id, visit(), officer, key);
    expect(first.data).toEqual(again.data);
    const usual = await added(id, visit({ dueOn: null, type: 'SOCIAL_CARE_CONSULT', what: 'Ask social care', service: 'EARLY_HELP' }));
    expect(usual.dueOn > '2026-11-19').toBe(true);
    for (const [wrong, field] of [[{ what: ' ' }, 'what'], [{ dueOn: '2026-11-18' }, 'dueOn'], [{ type: 'POLICY_CHANGE' }, 'type'], [{ ownerId: 46 }, 'owner'], [{ schoolId: tarnbrook }, 'schoolId'], [{ pupilId: null }, 'pupilId'], [{ service: 'MAGIC' }, 'service']] as const) {
      expect(Object.keys((await add(id, visit(wrong))).errors[0]?.extensions?.fields as object)).toEqual([field]);
    }
    expect(codesOf(await add(id, visit(), otherOfficer))).toEqual(['FORBIDDEN']);
    expect(codesOf(await add(id, visit({ pupilId: hidden.id })))).toEqual(['CONFLICT']);
    const drop = (version: number) => book.ask(officer, 'mutation D($id: ID!, $actionId: Int!, $version: Int!) { dropMeetingAction(id: $id, actionId: $actionId, version: $version) { agreed { id } } }', { id, actionId: Number(usual.id), version });
    expect(codesOf(await drop(9))).toEqual(['CONFLICT']);
    expect((await drop(1)).data).toEqual({ dropMeetingAction: { agreed: [{ id: (first.data?.addMeetingAction as Action).id }] } });
  });

  test('blocks issuing until every pupil is marked, then makes tasks, drafts and days to comment in one stroke', async () => {
    const made = await book.held();
    const action = await added(made.id);
    await added(made.id, visit({ type: 'EARLY_HELP_REFERRAL', what: 'Family worker', side: 'PARTNER', ownerId: null, owner: 'Yusuf, early help', service: 'EARLY_HELP', dueOn: '2026-12-04' }));
    expect((await book.step(officer, 'issueRecord', made)).errors[0]?.message).toContain('Mark 1 pupil as discussed, or say why not');
    await book.complete(made.id);
    expect(codesOf(await book.step(officer, 'issueRecord', { ...made, version: 1 }))).toEqual(['CONFLICT']);
    const issued = await book.stepped(officer, 'issueRecord', made);
    expect(issued).toMatchObject({ status: 'RECORD_ISSUED', issuedOn: '2026-11-19', commentsUntil: '2026-12-03', schools: [{ complete: true }] });
    const tasks = await rows<{ what: string }>(`select source, type, what, owner, owner_id, side, from_on, due_on, overdue_from, status, pupil_id from task order by id`);
    expect(tasks).toEqual([
      { source: 'MEETING', type: 'HOME_VISIT', what: 'Visit home with family worker', owner: 'A champion', owner_id: 44, side: 'SCHOOL', from_on: '2026-11-19', due_on: '2026-11-27', overdue_from: '2026-11-30', status: 'OPEN', pupil_id: mason.id },
      { source: 'MEETING', type: 'EARLY_HELP_REFERRAL', what: 'Family worker', owner: 'Yusuf, early help', owner_id: null, side: 'PARTNER', from_on: '2026-11-19', due_on: '2026-12-04', overdue_from: '2026-12-07', status: 'OPEN', pupil_id: mason.id },
    ]);
    expect(await rows(`select service, reason, status, pupil_id from referral_draft`)).toEqual([{ service: 'EARLY_HELP', reason: 'Family worker', status: 'DRAFT', pupil_id: mason.id }]);
    expect(codesOf(await book.step(officer, 'issueRecord', issued))).toEqual(['CONFLICT']);
    const { agreed } = await book.did<{ agreed: Action[] }>(champion, `query A($id: ID!) { targetingMeeting(id: $id) { agreed { ${ACTION} } } }`, { id: made.id });
    expect(agreed.map(({ what, taskId }) => [what, typeof taskId])).toEqual([['Visit home with family worker', 'number'], ['Family worker', 'number']]);
    expect(agreed[0]?.id).toBe(action.id);
    expect(codesOf(await book.sync(officer, made.id, [{ place: 'SECTION', field: 'FINDINGS', value: 'After the fact', base: 1 }]))).toEqual(['CONFLICT']);
    expect(await rows(`select kind, met_on from clock where kind = 'RECORD'`)).toEqual([{ kind: 'RECORD', met_on: '2026-11-19' }]);
  });

  test('the school comments while it may, and then the record locks', async () => {
    const made = await book.held();
    await book.complete(made.id);
    const issued = await book.stepped(officer, 'issueRecord', made);
    expect(codesOf(await book.step(champion, 'commentOnRecord', issued, ', comment: $comment', { comment: '  ' }))).toEqual(['INVALID']);
    expect(codesOf(await book.step(elsewhere, 'commentOnRecord', issued, ', comment: $comment', { comment: 'Hello' }))).toEqual(['NOT_FOUND']);
    const said = await book.stepped(champion, 'commentOnRecord', issued, ', comment: $comment', { comment: 'Agreed,\nbut Mondays too' });
    const { changes } = await book.did<{ changes: object[] }>(officer, 'query C($id: ID!) { targetingMeeting(id: $id) { changes { command by reason } } }', { id: made.id });
    expect(changes[0]).toEqual({ command: 'COMMENT', by: 'A champion', reason: 'Agreed,\nbut Mondays too' });
    expect(said.status).toBe('RECORD_ISSUED');
    await book.portal.rows(`select lock_due_meetings('2026-12-03')`);
    expect((await book.papers(made.id)).status).toBe('RECORD_ISSUED');
    await book.portal.rows(`select lock_due_meetings('2026-12-04')`);
    const locked = await book.papers(made.id);
    expect(locked.status).toBe('LOCKED');
    expect(codesOf(await book.step(champion, 'commentOnRecord', locked, ', comment: $comment', { comment: 'Too late' }))).toEqual(['CONFLICT']);
    expect(codesOf(await book.sync(officer, made.id, [{ place: 'NOTES', field: 'OFFICER', value: 'x' }]))).toEqual(['CONFLICT']);
  });

  test('of several schools, each has a section of its own, read by itself alone; one that stayed away is not covered', async () => {
    const made = await book.did<Papers>(manager, `mutation Plan($key: String!, $input: MeetingInput!) { planMeeting(key: $key, command: BOOK, input: $input) { ${PAPERS} } }`,
      { key: aKey(), input: { type: 'SMALL_SCHOOLS_GROUP', schoolIds: [oakmere, tarnbrook], mode: 'REMOTE', onDay: '2026-11-19', atTime: '09:00', minutes: 60, place: '' } });
    await book.fill(manager, made.id, 'PRESENT', { NAME: 'Kerry Bright', PART: 'CHAMPION', HERE: 'YES' }, 'k');
    const held = await book.stepped(manager, 'startMeeting', made);
    await book.fill(manager, made.id, 'SECTION', { FINDINGS: 'For Oakmere alone', TREND: 'STEADY', DATA_QUALITY: 'GOOD', SCHOOL_RATING: 'GREEN', OFFICER_RATING: 'AMBER' });
    expect(JSON.stringify(await book.papers(made.id, elsewhere))).not.toContain('For Oakmere alone');
    const complete = (schoolId: number) => book.ask(manager, `mutation S($id: ID!, $schoolId: Int!) { completeSection(id: $id, schoolId: $schoolId) { schools { id complete } } }`, { id: made.id, schoolId });
    expect((await complete(oakmere)).data).toEqual({ completeSection: { schools: [{ id: oakmere, complete: true }, { id: tarnbrook, complete: false }] } });
    expect((await complete(tarnbrook)).errors[0]?.message).toContain('Not complete yet. Write what was found');
    await book.wrote(manager, made.id, [{ schoolId: tarnbrook, place: 'SECTION', field: 'ABSENT', value: 'YES' }]);
    expect((await book.stepped(manager, 'issueRecord', held)).schools).toEqual([{ id: oakmere, complete: true, prepared: false }, { id: tarnbrook, complete: false, prepared: false }]);
  });
});
