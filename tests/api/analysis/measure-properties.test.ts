import { addCrowd } from '../../support/crowd.ts';
import { figuresFromLists, FIGURES, listBehind, type Figures } from '../../support/figures.ts';
import { person } from '../../support/people.ts';
import { fileOf, openDays, stream, YESTERDAY, type BookMark } from '../../support/register-book.ts';
import { SCHOOLS, type TestPupil } from '../../support/small-authority.ts';
import { Role, TestPortal } from '../../support/test-portal.ts';
import { wildBook } from '../../support/wild-book.ts';

jest.setTimeout(120_000);

const CROWD = 40;
const COUNTS_NOWHERE = ['D', 'X', 'Q', 'Y1', 'Z', '#', ''];
const manager = person(Role.TEAM_MANAGER);

/** What holds of the rules for any register (`shared/src/attendance/measures.test.ts`) is tried here on what the database makes of one. */
describe('whatever a register holds, the figures of the database', () => {
  let portal: TestPortal;
  let crowds: Map<number, readonly TestPupil[]>;
  let days: readonly string[];
  let book: Map<number, BookMark[]>;
  const send = async (schoolId: number, marks: readonly BookMark[]): Promise<void> => {
    const result = await portal.send(fileOf(marks), schoolId);
    if (!result.kept) throw new Error(JSON.stringify(result.refusal));
  };
  const whole = async (): Promise<Figures> => ((await portal.ask(manager, `{ areaOverview { ${FIGURES} } }`)).data?.areaOverview as { figures: Figures }).figures;
  const ofSchool = async (schoolId: number): Promise<Figures> => ((await portal.ask(manager, `{ schoolOverview(schoolId: ${schoolId}) { ${FIGURES} } }`)).data?.schoolOverview as { figures: Figures }).figures;
  const persistent = async (): Promise<number[]> => (await listBehind(portal, manager, { measure: 'PERSISTENT' })).rows.map(({ enrolmentId }) => Number(enrolmentId)).sort();
  const rates = ({ missing: _missing, ...told }: Figures): Omit<Figures, 'missing'> => told;
  const isOf = (code: string) => (mark: BookMark): boolean => mark.code === code;

  beforeAll(async () => {
    portal = await TestPortal.open('measure_properties');
    days = await openDays(portal, SCHOOLS.tarnbrook, '2026-09-03', YESTERDAY);
    crowds = new Map([[SCHOOLS.tarnbrook, await addCrowd(portal.ingest, CROWD, SCHOOLS.tarnbrook, 1000)], [SCHOOLS.fellgate, await addCrowd(portal.ingest, CROWD, SCHOOLS.fellgate, 2000)]]);
    book = new Map([...crowds].map(([schoolId, crowd]) => [schoolId, wildBook(crowd, days)]));
    for (const [schoolId, marks] of book) await send(schoolId, marks);
  });
  afterAll(() => portal.close());

  test('add up: attended and missed are possible, and the schools are the area', async () => {
    const [area, ...schools] = [await whole(), await ofSchool(SCHOOLS.tarnbrook), await ofSchool(SCHOOLS.fellgate)];
    expect(area.possible).toBeGreaterThan(CROWD * days.length);
    for (const { possible, attended, authorised, unauthorised } of [area, ...schools]) expect(attended + authorised + unauthorised).toBe(possible);
    for (const name of Object.keys(area) as (keyof Figures)[]) expect([name, schools.reduce((sum, school) => sum + (school[name] ?? 0), 0)]).toEqual([name, area[name]]);
    for (const schoolId of crowds.keys()) expect(await figuresFromLists(portal, manager, { schoolId })).toEqual(await ofSchool(schoolId));
  });

  test('split anywhere between weeks: the parts are the whole', async () => {
    const sum = async (filter: object): Promise<number> => (await listBehind(portal, manager, { ...filter, measure: 'ABSENT' })).rows.reduce((total, { authorised, unauthorised }) => total + authorised + unauthorised, 0);
    const all = await sum({});
    for (const [last, next] of [['2026-08-31', '2026-09-07'], ['2026-10-05', '2026-10-12'], ['2026-11-02', '2026-11-09']] as const) expect([last, await sum({ toWeek: last }) + await sum({ fromWeek: next })]).toEqual([last, all]);
  });

  test('know no severe absence that is not persistent', async () => {
    const severe = (await listBehind(portal, manager, { measure: 'SEVERE' })).rows.map(({ enrolmentId }) => Number(enrolmentId));
    expect(severe.length).toBeGreaterThan(0);
    expect((await persistent()).filter((id) => severe.includes(id))).toHaveLength(severe.length);
  });

  test.each(['I', 'O'])('move between kinds alone when a reason is found to be %s', async (code) => {
    const before = await whole();
    const open = [...book].map(([schoolId, marks]) => [schoolId, marks.filter(isOf('N'))] as const);
    for (const [schoolId, marks] of open) await send(schoolId, marks.map((mark) => ({ ...mark, code })));
    const after = await whole();
    expect(rates({ ...after, authorised: before.authorised, unauthorised: before.unauthorised })).toEqual(rates(before));
    expect(after.authorised - before.authorised).toBe(code === 'I' ? open.reduce((sum, [, marks]) => sum + marks.length, 0) : -open.reduce((sum, [, marks]) => sum + marks.length, 0));
    // The next code begins where this one did not: from reasons found, each with another kind.
    if (code === 'O') expect(after).toEqual({ ...after, authorised: before.authorised - (after.unauthorised - before.unauthorised) });
  });

  test.each(COUNTS_NOWHERE)('do not move when sessions without a mark are told to be “%s”', async (code) => {
    const before = rates(await whole());
    const there = new Set(book.get(SCHOOLS.fellgate)!.map(({ pupil, day, half }) => `${pupil.id} ${day} ${half}`));
    const unmarked = crowds.get(SCHOOLS.fellgate)!.flatMap((pupil) => days.flatMap((day) => (['AM', 'PM'] as const).flatMap((half) => (there.has(`${pupil.id} ${day} ${half}`) ? [] : [{ pupil, day, half, code }]))));
    expect(unmarked.length).toBeGreaterThan(5);
    await send(SCHOOLS.fellgate, unmarked);
    expect(rates(await whole())).toEqual(before);
  });

  test('never lose anybody from persistent absence by a session missed, nor gain anybody by one attended', async () => {
    const next = stream(3);
    const one = (crowd: readonly TestPupil[], code: (half: 'AM' | 'PM') => string): BookMark[] => crowd.map((pupil) => {
      const [day, half] = [days[Math.floor(next() * days.length)]!, next() < 0.5 ? 'AM' : 'PM'] as const;
      return { pupil, day, half, code: code(half) };
    });
    for (let round = 0; round < 3; round += 1) {
      const before = await persistent();
      await send(SCHOOLS.tarnbrook, one(crowds.get(SCHOOLS.tarnbrook)!, () => 'O'));
      const more = await persistent();
      expect(before.filter((id) => !more.includes(id))).toEqual([]);
      await send(SCHOOLS.fellgate, one(crowds.get(SCHOOLS.fellgate)!, (half) => (half === 'AM' ? '/' : '\\')));
      const fewer = await persistent();
      expect(fewer.filter((id) => !more.includes(id))).toEqual([]);
    }
  });
});
