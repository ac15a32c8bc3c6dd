import { codesOf, person } from '../../support/people.ts';
import { aKey, champion, elsewhere, manager, MeetingBook, officer, otherOfficer, type Papers } from '../../support/meeting-book.ts';
import { answer, heldMeeting, speakAbout } from '../../support/meeting-rows.ts';
import { asOwner } from '../../support/register-state.ts';
import { PUPILS, SCHOOLS } from '../../support/small-authority.ts';
import { Role, type Answer } from '../../support/test-portal.ts';

const { oakmere, tarnbrook } = SCHOOLS;
const { mason, hidden, elan } = PUPILS;
const head = person(Role.HEADTEACHER, { schools: [oakmere] }, 61);
const dsl = person(Role.DSL, { schools: [oakmere] }, 62);
const otherHead = person(Role.HEADTEACHER, { schools: [tarnbrook] }, 63);
const governor = person(Role.GOVERNOR, { schools: [oakmere] }, 64);
const trust = person(Role.TRUST_LEADER, { schools: [oakmere, tarnbrook] }, 65);
const analyst = person(Role.DATA_ANALYST, {}, 66);
const virtualHead = person(Role.VIRTUAL_SCHOOL_HEAD, { pupils: [mason.id, hidden.id] }, 67);
const adviser = person(Role.VIRTUAL_SCHOOL_ADVISER, { pupils: [elan.id] }, 68);
const cme = person(Role.CME_OFFICER, {}, 69);
const DRAFT = 'id service state reason outcome tried familyTold version school pupilId pupilName homeLa meetingId meetingOn changedBy approvedBy withdrawnBy withdrawnReason gaps allowedCommands';
interface Draft { id: string; state: string; reason: string; version: number; pupilId: number; homeLa: number | null; meetingId: number | null; changedBy: string | null; approvedBy: string | null; gaps: string[]; allowedCommands: string[] }
const WORDS = { reason: 'Mornings are hard at home', outcome: 'In by nine', tried: 'Calls and a mentor', familyTold: 'TOLD' };

describe('what other people see of meetings', () => {
  let book: MeetingBook;
  beforeAll(async () => {
    book = await MeetingBook.open('others');
    await asOwner(book.portal.ownerUrl, async (owner) => {
      for (const [id, name] of [[61, 'Joy Oduya'], [62, 'Nadine'], [63, 'Another head'], [64, 'A governor'], [65, 'A leader'], [66, 'An analyst'], [67, 'Sian'], [68, 'Owen'], [69, 'Bea']] as const) await owner.query(`insert into app_user (id, issuer, subject, full_name, email) overriding system value values ($1, 'test', $2, $2, 'x@example.org')`, [id, name]);
    });
    await book.portal.rows('update pupil set home_la_code = 991 where id = $1', [mason.id]);
  });
  afterAll(() => book.close());

  const approve = (actor = head, meeting: Pick<Papers, 'id' | 'version'>, schoolId: number = oakmere): Promise<Answer> =>
    book.ask(actor, 'mutation A($id: ID!, $version: Int!, $schoolId: Int!) { approvePreparation(id: $id, version: $version, schoolId: $schoolId) { status version schools { prepared approvedBy } changes { command by } } }', { id: meeting.id, version: meeting.version, schoolId });
  const approvals = async (id: string, actor = officer): Promise<(string | null)[]> => (await book.did<{ schools: { approvedBy: string | null }[] }>(actor, 'query S($id: ID!) { targetingMeeting(id: $id) { schools { approvedBy } } }', { id })).schools.map(({ approvedBy }) => approvedBy);
  /** A record with a service asked for, about Mason and about the restricted child, by the manager, who knows of both. */
  const issued = async (): Promise<Papers> => {
    const made = await book.held();
    for (const pupilId of [mason.id, hidden.id]) {
      await book.did(manager, 'mutation Add($id: ID!, $key: String!, $input: MeetingActionInput!) { addMeetingAction(id: $id, key: $key, input: $input) { id } }',
        { id: made.id, key: aKey(), input: { schoolId: oakmere, pupilId, scope: 'PUPIL', type: 'EARLY_HELP_REFERRAL', what: 'Family worker', side: 'SCHOOL', ownerId: 44, owner: 'A champion', dueOn: '2026-11-27', service: 'EARLY_HELP' } });
    }
    await book.complete(made.id);
    await book.fill(manager, made.id, 'PUPIL', { NOT_DISCUSSED: 'No time' }, String(hidden.id));
    return book.stepped(manager, 'issueRecord', await book.papers(made.id));
  };
  const drafts = (actor = champion, filter = ''): Promise<{ total: number; waiting: number; items: Draft[] }> => book.did(actor, `{ referralDrafts${filter} { total waiting items { ${DRAFT} } } }`, {});
  const change = (actor: typeof champion, command: string, { id, version }: Draft, more = '', variables: object = {}): Promise<Answer> =>
    book.ask(actor, `mutation C($id: ID!, $version: Int!${more === '' ? '' : more.includes('input') ? ', $input: ReferralInput!' : ', $reason: String!'}) { ${command}(id: $id, version: $version${more}) { ${DRAFT} } }`, { id, version, ...variables });
  const write = (actor: typeof champion, draft: Draft, words: object = WORDS): Promise<Answer> => change(actor, 'saveReferralDraft', draft, ', input: $input', { input: words });
  const withdraw = (actor: typeof champion, draft: Draft, reason: string): Promise<Answer> => change(actor, 'withdrawReferralDraft', draft, ', reason: $reason', { reason });

  test('the headteacher alone approves what the school submitted; the meeting does not wait, and what is submitted anew is approved anew', async () => {
    const made = await book.booked({ onDay: '2026-12-10' });
    expect(codesOf(await approve(head, made))).toEqual(['CONFLICT']);
    await book.fill(champion, made.id, 'PREPARATION', { PICTURE: 'Better', PRIORITIES: 'Year 9', WORKED: 'Calls', ATTENDING: 'Kerry' });
    const ready = await book.stepped(champion, 'prepareMeeting', made, ', schoolId: $schoolId', { schoolId: oakmere });
    for (const [actor, code] of [[champion, 'FORBIDDEN'], [dsl, 'FORBIDDEN'], [officer, 'FORBIDDEN'], [manager, 'INVALID'], [otherHead, 'NOT_FOUND']] as const) expect([actor.role, codesOf(await approve(actor, ready))]).toEqual([actor.role, [code]]);
    expect(codesOf(await approve(head, ready, tarnbrook))).toEqual(['NOT_FOUND']);
    expect(codesOf(await approve(head, made))).toEqual(['CONFLICT']);
    const waits = async (): Promise<boolean[]> => (await book.did<{ items: { isUnapproved: boolean }[] }>(head, '{ ownMeetings { items { isUnapproved } } }', {})).items.map(({ isUnapproved }) => isUnapproved);
    expect([await approvals(made.id), ready.status, await waits()]).toEqual([[null], 'PREPARED', [true]]);
    const said = await approve(head, ready);
    expect(said.errors).toEqual([]);
    // The version stays: whoever is writing in the meeting is not thrown out by a word of the head.
    expect(said.data?.approvePreparation).toMatchObject({ status: 'PREPARED', version: ready.version, schools: [{ prepared: true, approvedBy: 'Joy Oduya' }] });
    expect(((await approve(head, ready)).data?.approvePreparation as { changes: { command: string }[] }).changes.map(({ command }) => command)).toEqual(['APPROVE', 'PREPARE', 'BOOK']);
    expect([await approvals(made.id), await approvals(made.id, champion)]).toEqual([['Joy Oduya'], ['Joy Oduya']]);
    expect(await waits()).toEqual([false]);
    await book.did(officer, 'mutation C($id: ID!, $version: Int!) { changeMeeting(id: $id, version: $version, command: REOPEN_PREPARATION, input: { reason: "One question is empty" }) { id } }', { id: made.id, version: ready.version });
    expect(await approvals(made.id)).toEqual([null]);
    await book.stepped(champion, 'prepareMeeting', await book.papers(made.id), ', schoolId: $schoolId', { schoolId: oakmere });
    expect(await approvals(made.id)).toEqual([null]);
  });

  test('a service asked for is a draft of the school, completed, approved and withdrawn over the version one sees', async () => {
    const made = await issued();
    const [draft] = (await drafts()).items;
    expect(draft).toMatchObject({ service: 'EARLY_HELP', state: 'DRAFT', reason: 'Family worker', version: 1, school: 'Oakmere Academy', pupilName: 'Mason Thirkell', homeLa: 991, meetingId: Number(made.id), meetingOn: '2026-11-19', allowedCommands: ['SAVE', 'WITHDRAW'] });
    expect(draft!.gaps).toEqual(['What should be different afterwards', 'What has been tried', 'Whether the family was told', 'The headteacher’s approval']);
    // Whose rows: as of the actions of the child. Who may know of the restricted child sees both.
    expect([(await drafts(head)).items.map(({ pupilId, allowedCommands }) => [pupilId, allowedCommands]), (await drafts(head)).waiting]).toEqual([[[mason.id, ['APPROVE']], [hidden.id, ['APPROVE']]], 2]);
    for (const [actor, seen] of [[officer, [mason.id]], [cme, [mason.id]], [manager, [mason.id, hidden.id]], [dsl, [mason.id, hidden.id]], [elsewhere, []], [otherHead, []], [virtualHead, [mason.id, hidden.id]], [adviser, []]] as const) expect([actor.role, (await drafts(actor)).items.map(({ pupilId }) => pupilId)]).toEqual([actor.role, seen]);
    for (const actor of [governor, trust, analyst]) expect(codesOf(await book.ask(actor, '{ referralDrafts { total } }', {}))).toEqual(['FORBIDDEN']);
    expect(codesOf(await book.ask(elsewhere, `query D($id: ID!) { referralDraft(id: $id) { id } }`, { id: draft!.id }))).toEqual(['NOT_FOUND']);
    expect((await drafts(officer, '(filter: { mine: true, service: "EARLY_HELP", state: DRAFT })')).total).toBe(1);
    expect((await drafts(otherOfficer, '(filter: { mine: true })')).total).toBe(0);
    expect((await drafts(virtualHead)).items[0]).toMatchObject({ meetingId: null, allowedCommands: [] });

    for (const [actor, code] of [[head, 'FORBIDDEN'], [otherOfficer, 'FORBIDDEN'], [cme, 'FORBIDDEN'], [virtualHead, 'FORBIDDEN'], [elsewhere, 'NOT_FOUND']] as const) expect([actor.role, codesOf(await write(actor, draft!))]).toEqual([actor.role, [code]]);
    expect(Object.keys((await write(champion, draft!, { ...WORDS, reason: '  ' })).errors[0]?.extensions?.fields as object)).toEqual(['reason']);
    const saved = (await write(champion, draft!)).data?.saveReferralDraft as Draft;
    expect(saved).toMatchObject({ ...WORDS, state: 'DRAFT', version: 2, changedBy: 'A champion', gaps: ['The headteacher’s approval'] });
    const stale = await write(officer, draft!, { ...WORDS, reason: 'Mine' });
    expect([codesOf(stale), stale.errors[0]?.message]).toEqual([['CONFLICT'], expect.stringContaining('A champion changed this draft while you had it open. Nothing of yours was saved')]);

    expect(codesOf(await change(champion, 'approveReferralDraft', saved))).toEqual(['FORBIDDEN']);
    expect(codesOf(await change(manager, 'approveReferralDraft', saved))).toEqual(['FORBIDDEN']);
    const approved = (await change(head, 'approveReferralDraft', saved)).data?.approveReferralDraft as Draft;
    expect(approved).toMatchObject({ state: 'APPROVED', approvedBy: 'Joy Oduya', gaps: [], version: 3 });
    expect(codesOf(await change(head, 'approveReferralDraft', approved))).toEqual(['CONFLICT']);
    const anew = (await write(officer, approved, { ...WORDS, outcome: 'In every day' })).data?.saveReferralDraft as Draft;
    expect(anew).toMatchObject({ state: 'DRAFT', approvedBy: null, changedBy: 'An officer' });

    expect(Object.keys((await withdraw(champion, anew, ' ')).errors[0]?.extensions?.fields as object)).toEqual(['why']);
    expect((await withdraw(champion, anew, 'The family has a worker')).data?.withdrawReferralDraft).toMatchObject({ state: 'WITHDRAWN', withdrawnBy: 'A champion', withdrawnReason: 'The family has a worker', allowedCommands: [] });
    expect(codesOf(await write(champion, { ...anew, version: anew.version + 1 }))).toEqual(['CONFLICT']);
    expect([(await drafts()).total, (await drafts(champion, '(filter: { state: WITHDRAWN })')).total]).toEqual([0, 1]);
    expect((await asOwner(book.portal.ownerUrl, async (owner) => (await owner.query<object>(`select kind, actor_id, pupil_ids, details, reason from audit_entry where operation = 'C' or details ? 'referral' order by seq desc limit 1`)).rows))[0]).toMatchObject({ kind: 'CHANGED', actor_id: 44, pupil_ids: [mason.id], reason: 'The family has a worker' });
  });

  test('a partner reads what issued records say about its own children, and nothing else of the meeting', async () => {
    const records = (actor: typeof champion) => book.ask(actor, '{ partnerRecords { total items { school heldOn pupilId said { field value } actions { what owner } } } }', {});
    const seen = (await records(virtualHead)).data?.partnerRecords as { items: { pupilId: number; said: { field: string; value: string }[] }[] };
    expect(seen.items.map(({ pupilId }) => pupilId).sort()).toEqual([mason.id, hidden.id].sort());
    expect(seen.items.find(({ pupilId }) => pupilId === mason.id)).toMatchObject({ school: 'Oakmere Academy', heldOn: '2026-11-19', actions: [{ what: 'Family worker', owner: 'A champion' }] });
    expect(seen.items.find(({ pupilId }) => pupilId === mason.id)?.said.map(({ field }) => field)).toEqual(['PLAN_STATUS', 'BARRIERS', 'EARLY_HELP', 'RATING', 'RATING_REASON']);
    expect(seen.items.find(({ pupilId }) => pupilId === hidden.id)?.said).toEqual([{ field: 'NOT_DISCUSSED', value: 'No time' }]);
    expect((await records(adviser)).data).toEqual({ partnerRecords: { total: 0, items: [] } });
    expect((await records(champion)).data).toEqual({ partnerRecords: { total: 0, items: [] } });
    expect(codesOf(await records(person(Role.EARLY_HELP_WORKER, { pupils: [mason.id] }, 51)))).toEqual(['FORBIDDEN']);
  });

  test('a board reads ratings and counts: few pupils hidden, no restricted child in any, and neither a name nor a text', async () => {
    const board = async (actor: typeof champion) => (await book.did<{ items: { schoolId: number; board: Record<string, unknown> }[] }>(actor, '{ meetingSummary { items { schoolId board { heldOn schoolRating officerRating trend dataQuality discussed actionsDone actionsOpen actionsOverdue } } } }', {})).items;
    const told = { heldOn: '2026-11-19', schoolRating: 'AMBER', officerRating: 'AMBER', trend: 'STEADY', dataQuality: 'GOOD', discussed: null, actionsDone: 0, actionsOpen: 1, actionsOverdue: 0 };
    expect(await board(governor)).toEqual([{ schoolId: oakmere, board: told }]);
    expect((await board(trust)).map(({ schoolId, board: { heldOn, discussed } }) => [schoolId, heldOn, discussed])).toEqual([[oakmere, '2026-11-19', null], [tarnbrook, null, 0]]);
    expect((await board(analyst)).map(({ schoolId }) => schoolId)).toEqual(expect.arrayContaining([oakmere, tarnbrook]));
    // A later record speaks about five children, one of them restricted: four others with Mason make five.
    const later = await heldMeeting(book.portal, { heldOn: '2026-11-18', issuedOn: '2026-11-18' });
    for (const id of [elan.id, hidden.id, PUPILS.leaver.id, PUPILS.recent.id]) {
      await speakAbout(book.portal, later, id);
      await answer(book.portal, later, 'PUPIL', 'DISCUSSED', 'YES', id);
    }
    expect((await board(governor))[0]?.board.discussed).toBeNull();
    await speakAbout(book.portal, later, PUPILS.amira.id);
    await answer(book.portal, later, 'PUPIL', 'DISCUSSED', 'YES', PUPILS.amira.id);
    expect((await board(governor))[0]?.board.discussed).toBe(5);
    // A rating that is no rating is not told: a board reads choices, never what somebody typed.
    await answer(book.portal, later, 'SECTION', 'SCHOOL_RATING', 'Mason again');
    await book.portal.rows(`update meeting set held_on = '2026-11-19' where id = $1`, [later]);
    expect((await board(governor))[0]?.board).toMatchObject({ schoolRating: null, officerRating: null });
    for (const actor of [head, champion, cme]) expect(codesOf(await book.ask(actor, '{ meetingSummary { schools } }', {}))).toEqual(['FORBIDDEN']);
    for (const actor of [governor, trust, analyst]) expect(codesOf(await book.ask(actor, '{ ownMeetings { total } }', {}))).toEqual(['FORBIDDEN']);
  });
});
