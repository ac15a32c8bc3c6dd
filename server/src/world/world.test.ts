import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { MARK_ALPHABET, MARKS_COUNTING_FOR } from '@attendance/shared/attendance';
import { ROLE_NAMES } from '@attendance/shared/access';
import { calendarFaults, isSchoolDay, schoolWeeks } from '@attendance/shared/calendar';
import { isoOfDay, mondayOf } from '@attendance/shared/kernel';
import { isTemporaryUpn, isUpn } from '@attendance/shared/pupils';
import { buildWorld, CAST, SITUATIONS, writeExports, type World } from './index.ts';
import { seenYears } from './calibration.ts';

const TODAY = '2026-11-19';
const world = buildWorld({ size: 'demo', today: TODAY });

/** The marks of a cast pupil's year, on the days before today, at the school of their situation. */
function storyOf(of: World, key: string, schoolUrn?: number, which: 0 | 1 = 1): { day: string; slot: number; mark: string }[] {
  const rows: { day: string; slot: number; mark: string }[] = [];
  for (const { marks, from, to, year, enrolment } of seenYears(of, which, (pupil) => pupil.key === key)) {
    if (schoolUrn !== undefined && enrolment.school.urn !== schoolUrn) continue;
    for (let slot = from * 2; slot < to * 2; slot++) {
      const day = isoOfDay(year.days[slot >> 1]!);
      if (day < of.today) rows.push({ day, slot: slot & 1, mark: String.fromCharCode(marks[slot]!) });
    }
  }
  return rows;
}

const count = (rows: readonly { mark: string }[], marks: string): number => rows.filter((row) => marks.includes(row.mark)).length;

describe('the practice authority', () => {
  test('the same options give the same world and the same bytes', async () => {
    const digest = async (): Promise<string> => {
      const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'world-'));
      const hash = createHash('sha256');
      const built = buildWorld({ size: 'demo', today: TODAY, seed: 3 });
      for (const file of await writeExports({ ...built, schools: built.schools.slice(0, 9) }, dir)) hash.update(file.name).update(fs.readFileSync(file.path));
      fs.rmSync(dir, { recursive: true });
      return hash.digest('hex');
    };
    expect(await digest()).toBe(await digest());
  });

  test('every role is held by somebody, and somebody holds none', () => {
    const roles = new Set(CAST.map((member) => member.role));
    expect(ROLE_NAMES.filter((role) => !roles.has(role))).toEqual([]);
    expect(roles).toContain(null);
    expect(new Set(CAST.map((member) => member.subject)).size).toBe(CAST.length);
    for (const key of CAST.flatMap((member) => member.caseload ?? [])) expect(world.named.has(key)).toBe(true);
    for (const urn of CAST.flatMap((member) => [...(member.schools ?? []), ...(member.patch ?? [])])) expect(world.schools.some((school) => school.urn === urn)).toBe(true);
  });

  test('pupil numbers are valid, and nobody shares one', () => {
    const upns = world.pupils.flatMap((pupil) => pupil.upn ?? []);
    expect(upns.filter((upn) => !isUpn(upn))).toEqual([]);
    expect(new Set(upns).size).toBe(upns.length);
    expect(upns.some(isTemporaryUpn)).toBe(true);
    expect(world.named.get('mason-thirkell')?.upn).toBe('K990417017023');
  });

  test('schools differ in their days, and all calendars are sound', () => {
    for (const school of world.schools) expect(calendarFaults(school.calendar)).toEqual([]);
    for (const { schoolYears } of world.schools) for (const { openDays } of schoolYears) expect(openDays.length).toBeGreaterThan(184);
    expect(new Set(world.schools.map((school) => school.schoolYears[0].openDays.join())).size).toBeGreaterThan(5);
  });

  test('places are dated in order and inside each other’s gaps', () => {
    for (const pupil of world.pupils) {
      pupil.enrolments.forEach(({ startsOn, endsOn, school, status }, index) => {
        if (endsOn !== null) expect(endsOn).toBeGreaterThanOrEqual(startsOn);
        const next = pupil.enrolments[index + 1];
        // Only a second roll may overlap the first.
        if (next && next.status !== 'S') expect(endsOn !== null && endsOn < next.startsOn).toBe(true);
        expect(school.statusCode).toBe(1);
        expect(status === 'M').toBe(next?.status === 'S');
      });
    }
    expect(world.pupils.filter((pupil) => pupil.enrolments.length > 1).length).toBeGreaterThan(100);
  });

  test('brothers and sisters share a household and mostly a name', () => {
    const bySize = new Map<number, Set<string>>();
    for (const pupil of world.pupils) bySize.set(pupil.household, (bySize.get(pupil.household) ?? new Set()).add(pupil.surname));
    const several = [...bySize.values()].filter((names) => names.size > 1).length;
    expect(bySize.size).toBeLessThan(world.pupils.length * 0.75);
    expect(several / bySize.size).toBeLessThan(0.1);
  });
});

describe('marks', () => {
  const everyTenth = (each: { id: number }): boolean => each.id % 10 === 0;

  test.each([0, 1] as const)('stand only on open days of the pupil’s own time at the school (school year %i)', (which) => {
    const alphabet = new Set(MARK_ALPHABET);
    const checked = new Set<number>();
    for (const { marks, from, to, year, enrolment } of seenYears(world, which, everyTenth)) {
      expect(year.days[from]).toBeGreaterThanOrEqual(enrolment.startsOn);
      if (enrolment.endsOn !== null) expect(year.days[to - 1]).toBeLessThanOrEqual(enrolment.endsOn);
      let strangers = 0;
      for (let slot = from * 2; slot < to * 2; slot++) if (!alphabet.has(String.fromCharCode(marks[slot]!))) strangers++;
      expect(strangers).toBe(0);
      if (checked.has(enrolment.school.urn)) continue;
      checked.add(enrolment.school.urn);
      for (const day of year.days) expect(isSchoolDay(enrolment.school.calendar, isoOfDay(day))).toBe(true);
    }
  });
});

describe('the cast’s situations', () => {
  test.each([TODAY, '2026-11-24', '2026-10-05', '2027-03-01', '2026-06-15', '2026-11-16'])('on %s Mason has exactly nine unauthorised sessions in ten school weeks', (today) => {
    const then = buildWorld({ size: 'demo', today });
    const school = then.schools.find(({ urn }) => urn === 990417)!;
    const weeks = schoolWeeks(school.calendar).map((week) => week.weekStart).filter((week) => week <= today).slice(-10);
    const rows = [...storyOf(then, 'mason-thirkell', 990417, 0), ...storyOf(then, 'mason-thirkell', 990417)];
    const inWindow = rows.filter(({ day }) => isoOfDay(mondayOf(Date.parse(day) / 86_400_000)) >= weeks[0]!);
    expect(count(inWindow, MARKS_COUNTING_FOR.penalty)).toBe(9);
  });

  const missed = (rows: readonly { mark: string }[]): number => count(rows, 'IMCSERTjcpGNOUH') / count(rows, '/\\LVBWPKIMCSERTjcpGNOU');

  test('severe, persistent and borderline absence', () => {
    expect(missed(storyOf(world, 'zayn-rafiq'))).toBeGreaterThan(0.5);
    expect(missed(storyOf(world, 'poppy-sandland'))).toBe(0.5);
    expect(missed(storyOf(world, 'nadia-farrow'))).toBe(0.1);
    expect(missed(storyOf(world, 'kai-brannigan'))).toBeGreaterThan(0.1);
  });

  test('part-time timetable, suspension, not seen, over the threshold', () => {
    expect(count(storyOf(world, 'tyler-bexfield'), 'p')).toBeGreaterThan(20);
    expect(count(storyOf(world, 'rhys-calloway'), 'E')).toBeGreaterThanOrEqual(20);
    expect(count(storyOf(world, 'amira-haddad').slice(-20), 'I')).toBe(20);
    expect(count(storyOf(world, 'lacey-bexfield'), MARKS_COUNTING_FOR.penalty)).toBe(12);
  });

  test('dual registration: each school marks D for the days at the other', () => {
    const connor = world.named.get('connor-maddox')!;
    expect(connor.enrolments.map(({ status }) => status)).toEqual(['M', 'S']);
    const [main, other] = connor.enrolments.map(({ school }) => storyOf(world, 'connor-maddox', school.urn).slice(-10));
    expect(main!.map(({ mark }, index) => (mark === 'D') === (other![index]!.mark === 'D'))).toEqual(Array<boolean>(10).fill(false));
  });

  test('rolls, records and families', () => {
    expect(count(storyOf(world, 'ivy-penrose'), 'X')).toBeGreaterThan(20);
    expect(count(storyOf(world, 'imogen-vance'), 'X')).toBeGreaterThan(5);
    expect(world.named.get('hamid-noori')?.enrolments).toEqual([]);
    expect(world.named.get('rowan-ashdown')?.restricted).toBe(true);
    expect(world.named.get('jade-ollerton')?.enrolments[0]?.school.laCode).not.toBe(world.authority.code);
    expect(isTemporaryUpn(world.named.get('mateo-silva')?.upn ?? '')).toBe(true);
    expect(storyOf(world, 'joel-keating').at(-1)!.day < TODAY).toBe(true);
    const [freya, finn] = [world.named.get('freya-thwaite')!, world.named.get('finn-thwaite')!];
    expect([freya.bornOn, freya.household]).toEqual([finn.bornOn, finn.household]);
    expect(world.named.get('mason-thirkell')?.household).toBe(world.named.get('josie-thirkell')?.household);
    expect(SITUATIONS.length).toBe(world.named.size);
  });

  test('brother and sister are away on the same days', () => {
    const away = (key: string, urn: number): string[] => storyOf(world, key, urn).slice(-40).filter(({ mark, slot }) => slot === 0 && 'IO'.includes(mark)).map(({ day }) => day);
    expect(away('caleb-nwosu', 990405)).toEqual(expect.arrayContaining(away('grace-nwosu', 990417).slice(1)));
  });
});
