import { codesOf, knowOfficer, person, underReach } from '../../support/people.ts';
import { asOwner, exactState, registerState, summaryFaults } from '../../support/register-state.ts';
import { PUPILS, SCHOOLS } from '../../support/small-authority.ts';
import { Role, TestPortal, type Answer } from '../../support/test-portal.ts';

const { mason, elan, hidden, amira } = PUPILS;
const officer = person(Role.ATTENDANCE_OFFICER);
const REASON = 'The export held last week’s codes';
const SUMMARIES = ['register_week', 'pupil_year', 'school_week_total', 'school_year_total', 'school_coverage'] as const;

const file = (...rows: string[]): string => ['UPN,Date,Session,Mark', ...rows, ''].join('\n');
const FIRST = file(
  `${mason.upn},09/11/2026,AM,/`, `${mason.upn},09/11/2026,PM,N`, `${mason.upn},10/11/2026,AM,-`,
  `${elan.upn},09/11/2026,AM,I`, `${elan.upn},09/11/2026,PM,I`, `${hidden.upn},09/11/2026,AM,/`,
);
/** Changes a mark, fills a blank and a missing one, begins a week, brings a pupil back, and says one mark again. */
const SECOND = file(
  `${mason.upn},09/11/2026,PM,I`, `${mason.upn},10/11/2026,AM,/`, `${mason.upn},16/11/2026,AM,O`, `${mason.upn},11/11/2026,AM,/`,
  `${elan.upn},09/11/2026,AM,I`, `${hidden.upn},09/11/2026,PM,O`,
);

const UNDO = `mutation Undo($id: ID!, $reason: String!) { undoDelivery(deliveryId: $id, reason: $reason) { id status undone { by reason } undo { obstacle } } }`;
const RECEIPT = `query Receipt($id: ID!) { delivery(id: $id) {
  status layout delimiter encoding dateOrder undone { reason } undo { marks pupils weeks obstacle } latest { reference status }
  moved { academicYear before { attended possible persistent enrolments missing } after { attended possible persistent enrolments missing } } } }`;

describe('undoing a delivery', () => {
  let portal: TestPortal;
  let first = 0;
  beforeEach(async () => {
    portal = await TestPortal.open('undo');
    await knowOfficer(portal.ownerUrl);
    first = (await portal.send(FIRST)).deliveryId;
  });
  afterEach(() => portal.close());

  const undo = (id: number, actor = officer, reason = REASON): Promise<Answer> => portal.ask(actor, UNDO, { id, reason });
  const receipt = async (id: number, actor = officer): Promise<Record<string, unknown>> => (await portal.ask(actor, RECEIPT, { id })).data?.delivery as Record<string, unknown>;
  const state = (): Promise<Record<string, string>> => registerState(portal.ownerUrl, SUMMARIES);
  const everyWeek = (): Promise<object[]> => portal.rows('select * from register_week order by enrolment_id, week_start');

  test('puts every mark, week, summary and even the time of writing back as it stood', async () => {
    const [before, weeks, coverage] = [await state(), await everyWeek(), await portal.rows('select * from school_coverage')];
    const { deliveryId } = await portal.send(SECOND);
    expect(await state()).not.toEqual(before);
    expect((await receipt(deliveryId)).undo).toEqual({ marks: 5, pupils: 2, weeks: 3, obstacle: null });
    expect((await undo(deliveryId)).data?.undoDelivery).toMatchObject({ status: 'UNDONE', undone: { by: 'An officer', reason: REASON } });
    expect(await state()).toEqual(before);
    expect(await everyWeek()).toEqual(weeks);
    expect(await portal.rows('select * from school_coverage')).toEqual(coverage);
    expect(await summaryFaults(portal.ownerUrl)).toEqual([]);
    expect(await portal.rows('select 1 from register_week_before')).toEqual([]);
  });

  test('undoes the first delivery of a school down to nothing', async () => {
    expect((await undo(first)).errors).toEqual([]);
    for (const table of SUMMARIES) expect([table, await portal.rows(`select 1 from ${table}`)]).toEqual([table, []]);
  });

  test('forgets nothing: each mark taken out stands in the history, and who did it and why in the trail', async () => {
    const { deliveryId } = await portal.send(SECOND);
    await undo(deliveryId);
    const history = await portal.rows('select enrolment_id as who, week_start as week, slot, old_mark as was, new_mark as now from register_change where delivery_id = $1 order by id, enrolment_id, week_start, slot', [deliveryId]);
    const change = (who: number, week: string, slot: number, was: string, now: string): object => ({ who, week, slot, was, now });
    expect(history).toEqual(expect.arrayContaining([
      change(1, '2026-11-09', 1, 'N', 'I'), change(1, '2026-11-09', 1, 'I', 'N'), change(1, '2026-11-09', 2, '/', '-'), change(1, '2026-11-09', 4, '/', ' '), change(1, '2026-11-16', 0, 'O', ' '), change(5, '2026-11-09', 1, 'O', ' '),
    ]));
    expect(history).toHaveLength(6);
    const trail = (await portal.ask(officer, '{ pupil(id: 1) { looks { items { kind operation } } } }')).data?.pupil;
    expect(trail).toMatchObject({ looks: { items: expect.arrayContaining([{ kind: 'CHANGED', operation: 'Undo' }]) as unknown } });
    expect((await receipt(deliveryId)).undone).toEqual({ reason: REASON });
  });

  test('the same file can be sent again afterwards, and ends as before', async () => {
    const { deliveryId } = await portal.send(SECOND);
    const after = await state();
    await undo(deliveryId);
    const again = await portal.send(SECOND);
    expect(again).toMatchObject({ kept: true, again: false });
    expect(again.deliveryId).not.toBe(deliveryId);
    expect(await state()).toEqual(after);
  });

  test('is done once: a second time says so and changes nothing', async () => {
    const { deliveryId } = await portal.send(SECOND);
    await undo(deliveryId);
    const before = await exactState(portal.ownerUrl);
    const again = await undo(deliveryId);
    expect([codesOf(again), again.errors[0]?.message]).toEqual([['CONFLICT'], expect.stringMatching(/already undone/)]);
    expect(await exactState(portal.ownerUrl)).toEqual(before);
  });

  test('a delivery that a later one wrote over waits until that is undone, and names it', async () => {
    const { deliveryId } = await portal.send(SECOND);
    const refused = await undo(first);
    expect([codesOf(refused), refused.errors[0]?.message]).toEqual([['CONFLICT'], expect.stringContaining(`IN-00000${deliveryId} came later`)]);
    expect((await receipt(first)).undo).toMatchObject({ obstacle: expect.stringContaining('came later') as string });
    expect((await undo(deliveryId)).errors).toEqual([]);
    expect((await undo(first)).errors).toEqual([]);
    expect(await portal.rows('select 1 from register_week')).toEqual([]);
  });

  test('a later delivery of other weeks is no obstacle, and stays', async () => {
    await portal.send(file(`${mason.upn},16/11/2026,AM,/`));
    expect((await undo(first)).errors).toEqual([]);
    expect(await portal.rows('select enrolment_id, week_start from register_week')).toEqual([{ enrolment_id: 1, week_start: '2026-11-16' }]);
    expect(await summaryFaults(portal.ownerUrl)).toEqual([]);
  });

  test('what changed no mark, kept nothing, or came in too early is refused in plain words', async () => {
    const same = await portal.send(file(`${mason.upn},09/11/2026,AM,/`));
    const bad = await portal.send('a,b\n1,2\n');
    await portal.rows('update delivery set weeks_new = null where id = $1', [first]);
    for (const [id, words] of [[same.deliveryId, /changed no mark/], [bad.deliveryId, /Nothing of this file was kept/], [first, /before the portal kept/]] as const) {
      const answer = await undo(id);
      expect([codesOf(answer), answer.errors[0]?.message]).toEqual([['CONFLICT'], expect.stringMatching(words)]);
    }
  });

  test('needs a reason, and one that says something', async () => {
    const before = await exactState(portal.ownerUrl);
    for (const reason of ['', 'mistake', ' '.repeat(40), 'x'.repeat(501)]) expect([reason.length, codesOf(await undo(first, officer, reason))]).toEqual([reason.length, ['INVALID']]);
    expect(await exactState(portal.ownerUrl)).toEqual(before);
  });

  test('one delivery an operation: the trail would name only the last', async () => {
    const { deliveryId } = await portal.send(file(`${mason.upn},16/11/2026,AM,/`));
    const before = await state();
    const both = await portal.ask(officer, `mutation Both { a: undoDelivery(deliveryId: ${deliveryId}, reason: "${REASON}") { id } b: undoDelivery(deliveryId: ${first}, reason: "${REASON}") { id } }`);
    expect(codesOf(both)).toEqual(['INVALID']);
    expect(await state()).toEqual(before);
  });

  test('a school undoes what was sent for it, and finds no other school’s', async () => {
    const own = person(Role.SCHOOL_ADMIN, { schools: [SCHOOLS.oakmere] });
    const other = person(Role.SCHOOL_ADMIN, { schools: [SCHOOLS.tarnbrook] });
    expect(codesOf(await undo(first, other))).toEqual(['NOT_FOUND']);
    const whole = await portal.send(file(`${amira.upn},16/11/2026,AM,/`, `${elan.upn},17/11/2026,AM,/`), null);
    expect(codesOf(await undo(whole.deliveryId, own))).toEqual(['NOT_FOUND']);
    expect((await undo(first, own)).errors).toEqual([]);
    expect((await undo(whole.deliveryId)).errors).toEqual([]);
    expect(await portal.rows('select 1 from register_week')).toEqual([]);
    expect(await summaryFaults(portal.ownerUrl)).toEqual([]);
  });

  test('the function itself refuses a school another school’s delivery, whatever the guards let through', async () => {
    await underReach(portal, person(Role.SCHOOL_ADMIN, { schools: [SCHOOLS.tarnbrook] }), async (operation) => {
      await expect(operation.sql('select undo_delivery($1, $2, $3, $4, $5, $6)', [first, REASON, '2026-11-19', [2026], [10], [50]])).rejects.toThrow(/out of reach/);
    });
  });

  test.each([Role.HEADTEACHER, Role.SOCIAL_WORKER, Role.GOVERNOR, Role.DATA_ANALYST])('is not for everybody: %s', async (role) => {
    expect(codesOf(await undo(first, person(role, { schools: [SCHOOLS.oakmere], pupils: [mason.id] })))).toEqual(['FORBIDDEN']);
  });

  test('the receipt says what it moved, leaves restricted records out of it, and lists the latest deliveries', async () => {
    const { deliveryId } = await portal.send(SECOND);
    const { moved, latest } = await receipt(deliveryId);
    // Mason: one of two sessions present, then three of five. Élan: two absences. The restricted record counts nowhere.
    expect(moved).toEqual({
      academicYear: 2026, before: { attended: 1, possible: 4, persistent: 2, enrolments: 2, missing: 1 }, after: { attended: 3, possible: 7, persistent: 2, enrolments: 2, missing: 0 },
    });
    expect(latest).toEqual([{ reference: 'IN-000002', status: 'KEPT' }, { reference: 'IN-000001', status: 'KEPT' }]);
    await undo(deliveryId);
    expect((await receipt(first)).latest).toEqual([{ reference: 'IN-000002', status: 'UNDONE' }, { reference: 'IN-000001', status: 'KEPT' }]);
  });
});

describe('a refused delivery', () => {
  let portal: TestPortal;
  beforeAll(async () => { portal = await TestPortal.open('refused'); });
  afterAll(() => portal.close());

  const lastEntry = (): Promise<object | undefined> => asOwner(portal.ownerUrl, async (owner) => (await owner.query<object>('select kind, operation, details, pupil_ids, school_ids from audit_entry order by seq desc limit 1')).rows[0]);

  test('leaves one entry in the trail that names no child, in the words of its receipt', async () => {
    const rows = Array.from({ length: 10 }, (_, n) => `${mason.upn};${String(n + 14)}/11/2026;!;!`);
    const { deliveryId, kept } = await portal.send(['upn;date;am;pm', ...rows, ''].join('\n'));
    expect(kept).toBe(false);
    const last = await lastEntry();
    expect(last).toMatchObject({ kind: 'COLLECTED', operation: 'importRegister', details: { delivery: deliveryId, refused: 'FIL-05', rows: 10, kept: 0 }, pupil_ids: [], school_ids: [SCHOOLS.oakmere] });
    expect(JSON.stringify(last)).not.toContain(mason.upn);
  });

  test('keeps how the file was understood, as far as it was', async () => {
    const shown = async (text: string | Buffer): Promise<unknown> =>
      (await portal.ask(officer, RECEIPT, { id: (await portal.send(text)).deliveryId })).data?.delivery;
    expect(await shown(['upn|date|am|pm', ...Array.from({ length: 10 }, () => `${mason.upn}|14/11/2026|!|!`), ''].join('\n')))
      .toMatchObject({ status: 'REFUSED', layout: 'D', delimiter: '|', encoding: 'ascii', dateOrder: 'day-first', undo: null });
    expect(await shown(Buffer.from('504b0304140000000800', 'hex'))).toMatchObject({ status: 'REFUSED', layout: null, delimiter: null, encoding: null, dateOrder: null });
  });

  test('is not closed without its entry', async () => {
    await asOwner(portal.ownerUrl, async (owner) => {
      await owner.query(`create function no_audit() returns trigger language plpgsql as $$ begin raise exception 'disk full'; end $$`);
      await owner.query('create trigger no_audit before insert on audit_entry for each row execute function no_audit()');
      const { deliveryId } = await portal.send('a,b\n1,2\n');
      expect(await portal.rows('select status, refusal_code from delivery where id = $1', [deliveryId])).toEqual([{ status: 'INTERRUPTED', refusal_code: 'INTERRUPTED' }]);
      await owner.query('drop trigger no_audit on audit_entry');
    });
  });
});
