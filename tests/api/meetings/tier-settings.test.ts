import { codesOf, person } from '../../support/people.ts';
import { asOwner } from '../../support/register-state.ts';
import { knowTerms, SCHOOLS } from '../../support/small-authority.ts';
import { Role, TestPortal, type Answer } from '../../support/test-portal.ts';
import { addSchools, knowPeople, marksTo, sumUp } from './term.ts';

const { oakmere } = SCHOOLS;
const manager = person(Role.TEAM_MANAGER, {}, 41);
const officer = person(Role.ATTENDANCE_OFFICER, {}, 43);
const head = person(Role.HEADTEACHER, { schools: [oakmere] }, 44);
const [PRIMARY, OTHER] = [990512, 990513];
const TODAY = '2026-11-19';

const FIELDS = 'version mayChange values { name value usual } settings { version fromOn reason by values { name value } }';
const READ = `query Read { tierSettings { ${FIELDS} } }`;
const TRY = 'query Try($values: [TierValueInput!]!) { tierPreview(values: $values) { schools counts { tier now then } moved { name now then scoreNow scoreThen } } }';
const SET = `mutation Set($version: Int!, $fromOn: String!, $values: [TierValueInput!]!, $reason: String!) { setTierValues(version: $version, fromOn: $fromOn, values: $values, reason: $reason) { ${FIELDS} } }`;
const PLANNER = 'query Planner { meetingPlanner(filter: { by: TIER }, take: 50) { groups { key totals { schools } } items { name tier { tier score measures { measure weight } } } } }';
interface Settings { version: number; mayChange: boolean; values: { name: string; value: number; usual: number }[]; settings: { version: number; fromOn: string; reason: string; by: string | null; values: { name: string; value: number }[] }[] }
interface Preview { schools: number; counts: { tier: string; now: number; then: number }[]; moved: { name: string; now: string; then: string; scoreNow: number | null; scoreThen: number | null }[] }
interface Planner { groups: { key: string; totals: { schools: number } }[]; items: { name: string; tier: { tier: string; score: number | null } }[] }
interface Value { name: string; value: number }

describe('how an authority has its tiers worked out', () => {
  let portal: TestPortal;
  beforeEach(async () => {
    portal = await TestPortal.open('tier_settings');
    await knowTerms(portal.ownerUrl);
    await knowPeople(portal.ownerUrl, { 41: 'A manager', 43: 'An officer', 44: 'A head' });
    await addSchools(portal, [{ id: PRIMARY, name: 'A primary' }, { id: OTHER, name: 'Another primary' }]);
    await portal.rows(`update published_figure set possible = 10000, attended = 9200, absent = 800, persistent = null, enrolments = null, persistent_percent = 20, severe_percent = case when series = 'CENSUS' then 2 end where level = 'NATIONAL'`);
    for (const id of [PRIMARY, OTHER]) await marksTo(portal, id, '2026-11-18', { possible: 100_000, attended: 94_000 });
    // One point for persistent absence and one for attendance; the other school has nothing against it.
    await sumUp(portal, PRIMARY, 2026, { possible: 100_000, attended: 91_500, pupils: 1000, persistent: 210 });
    await sumUp(portal, OTHER, 2026, { possible: 100_000, attended: 94_000, pupils: 1000, persistent: 100 });
  });
  afterEach(() => portal.close());

  const read = async (actor = manager): Promise<Settings> => (await portal.ask(actor, READ, {})).data?.tierSettings as Settings;
  const set = (values: Value[], { version = 0, fromOn = TODAY, reason = 'Agreed by our leaders', actor = manager } = {}): Promise<Answer> => portal.ask(actor, SET, { version, fromOn, values, reason });
  const tried = async (values: Value[]): Promise<Preview> => (await portal.ask(officer, TRY, { values })).data?.tierPreview as Preview;
  const planner = async (): Promise<Planner> => (await portal.ask(officer, PLANNER, {})).data?.meetingPlanner as Planner;
  const fieldsOf = (answer: Answer): string[] => Object.keys((answer.errors[0]?.extensions?.fields ?? {}) as object).sort();
  const kept = () => portal.rows('select version from tier_setting');

  test('until somebody sets them, values are those the portal comes with', async () => {
    const found = await read(officer);
    expect([found.version, found.mayChange, found.settings]).toEqual([0, false, []]);
    expect(found.values).toHaveLength(14);
    for (const { value, usual } of found.values) expect(value).toBe(usual);
    expect((await read()).mayChange).toBe(true);
  });

  test('what is tried is what comes of it: counts and schools before, and the planner after', async () => {
    // Attendance is half a point below, persistent absence one above, and attendance fell by 2.5 points: one, one and two.
    const before = await planner();
    expect(before.items.find(({ name }) => name === 'A primary')?.tier).toMatchObject({ tier: 'TARGETED', score: 4 });
    const values = [{ name: 'tier.change.weight', value: 0 }, { name: 'tier.persistent.weight', value: 0 }];
    const preview = await tried(values);
    expect(preview.moved).toEqual([{ name: 'A primary', now: 'TARGETED', then: 'UNIVERSAL', scoreNow: 4, scoreThen: 1 }]);
    for (const { tier, now } of preview.counts) expect([tier, now]).toEqual([tier, before.groups.find(({ key }) => key === tier)?.totals.schools ?? 0]);
    expect(preview.counts.reduce((sum, { now }) => sum + now, 0)).toBe(preview.schools);
    expect(await kept()).toEqual([]);

    const answer = await set(values);
    expect(answer.errors).toEqual([]);
    expect((answer.data?.setTierValues as Settings).settings).toEqual([{ version: 1, fromOn: TODAY, reason: 'Agreed by our leaders', by: 'A manager', values: [{ name: 'tier.persistent.weight', value: 0 }, { name: 'tier.change.weight', value: 0 }] }]);
    const after = await planner();
    expect(after.items.find(({ name }) => name === 'A primary')?.tier).toMatchObject({ tier: 'UNIVERSAL', score: 1 });
    for (const { tier, then } of preview.counts) expect([tier, then]).toEqual([tier, after.groups.find(({ key }) => key === tier)?.totals.schools ?? 0]);
    expect((await tried(values)).moved).toEqual([]);
    const [entry] = await asOwner(portal.ownerUrl, async (owner) => (await owner.query<object>(`select reason, details ->> 'fromOn' as "from" from audit_entry where kind = 'CHANGED' order by seq desc limit 1`)).rows);
    expect(entry).toEqual({ reason: 'Agreed by our leaders', from: TODAY });
  });

  test('a version holds from its day; of two that have begun, the one that began last', async () => {
    const weight = async (): Promise<number | undefined> => (await read()).values.find(({ name }) => name === 'tier.severe.weight')?.value;
    const of = (value: number): Value[] => [{ name: 'tier.severe.weight', value }];
    expect(codesOf(await set(of(3), { fromOn: '2026-11-20' }))).toEqual([]);
    expect(await weight()).toBe(1);
    expect(codesOf(await set(of(2), { version: 1 }))).toEqual([]);
    expect(await weight()).toBe(2);
    portal.moveTo('2026-11-20');
    expect(await weight()).toBe(3);
    // Everything as the portal comes with it: kept as a version that sets nothing.
    expect(((await set([], { version: 2, fromOn: '2026-11-20' })).data?.setTierValues as Settings).settings[0]?.values).toEqual([]);
    expect(await weight()).toBe(1);
  });

  test('of two who set them at once, the second is told who was first, and nothing is lost', async () => {
    await set([{ name: 'tier.severe.weight', value: 2 }]);
    const second = await set([{ name: 'tier.severe.weight', value: 3 }]);
    expect([codesOf(second), second.errors[0]?.message]).toEqual([['CONFLICT'], expect.stringContaining('A manager changed how tiers are worked out')]);
    expect(await kept()).toEqual([{ version: 1 }]);
  });

  test('only those of the authority who approve meetings set them; a school does not read them in the planner', async () => {
    const values = [{ name: 'tier.severe.weight', value: 2 }];
    expect([codesOf(await set(values, { actor: officer })), codesOf(await set(values, { actor: head }))]).toEqual([['FORBIDDEN'], ['FORBIDDEN']]);
    expect(codesOf(await portal.ask(head, READ, {}))).toEqual(['FORBIDDEN']);
    expect(await kept()).toEqual([]);
  });

  test.each<[string, Value[], { fromOn?: string; reason?: string }, string[]]>([
    ['no reason', [], { reason: ' ' }, ['reason']],
    ['a day that is over', [], { fromOn: '2026-11-18' }, ['fromOn']],
    ['a day that is none', [{ name: 'tier.severe.weight', value: 6 }], { fromOn: 'spring', reason: 'x'.repeat(1001) }, ['fromOn', 'reason', 'tier.severe.weight']],
    ['a score nobody can reach', [{ name: 'tier.intensive-from.score', value: 11 }], {}, ['tier.intensive-from.score']],
    ['a value tiers do not have', [{ name: 'persistent-absence.percent', value: 20 }], {}, []],
    ['a value named twice', [{ name: 'tier.severe.weight', value: 1 }, { name: 'tier.severe.weight', value: 2 }], {}, []],
  ])('refuses %s, and says which field', async (_what, values, more, fields) => {
    const answer = await set(values, more);
    expect([codesOf(answer), fieldsOf(answer)]).toEqual([['INVALID'], fields]);
    expect(await kept()).toEqual([]);
  });
});
