import { academicYearOf, openSchoolDays } from '@attendance/shared/calendar';
import { impactLimits, matchesOf, matchedEffect, type MatchedPupil } from '@attendance/shared/meetings';
import { WEXMOOR } from '../../../shared/src/meetings/wexmoor.test-data.ts';
import { MatchingRepository } from '../../../server/src/modules/meetings/impact/matching.repository.ts';
import { addCrowd } from '../../support/crowd.ts';
import { agreeAction, attending, heldMeeting, keepCalendar, reachTo, speakAbout, writeMarks } from '../../support/meeting-rows.ts';
import { knowOfficer, underReach, unguarded } from '../../support/people.ts';
import { stream } from '../../support/register-book.ts';
import { SCHOOLS, TODAY, type TestPupil } from '../../support/small-authority.ts';
import { TestPortal } from '../../support/test-portal.ts';

const LIMITS = impactLimits(TODAY);
const open = openSchoolDays(WEXMOOR);
const BEFORE = open.filter((day) => '2026-09-22' <= day && day <= '2026-11-09');
const AFTER = open.filter((day) => '2026-11-10' <= day && day <= '2027-01-05');
const PLACES = [SCHOOLS.oakmere, SCHOOLS.tarnbrook, SCHOOLS.fellgate] as const;
const PHASES = ['SECONDARY', 'SECONDARY', 'PRIMARY'] as const;

describe('pupils alike, found by the database, are those of the rules', () => {
  let portal: TestPortal;
  const people: MatchedPupil[] = [];
  const tasks = new Map<number, string>();
  const authority = unguarded({ kind: 'AUTHORITY', full: true, wholeArea: true });

  beforeAll(async () => {
    portal = await TestPortal.open('impact_matching');
    await knowOfficer(portal.ownerUrl);
    const next = stream(7);
    const pick = (most: number): number => Math.floor(next() * most);
    for (const [index, schoolId] of PLACES.entries()) {
      await keepCalendar(portal, schoolId, WEXMOOR);
      await reachTo(portal, schoolId, '2027-01-05');
      const crowd = await addCrowd(portal.ingest, 60, schoolId, 1000 + index * 100);
      const meeting = await heldMeeting(portal, { schoolId });
      for (const pupil of crowd) await one(pupil, PHASES[index]!, meeting, pick);
    }
    await portal.rows('select refresh_pupil_reach($1, $2, 30)', [people.map(({ pupilId }) => Number(pupilId)), TODAY]);
  });
  afterAll(() => portal.close());

  async function one(pupil: TestPupil, phase: string, meeting: number, pick: (most: number) => number): Promise<void> {
    const [yearGroup, sen, hasFreeMeals] = [7 + pick(3), ['N', 'K'][pick(2)]!, pick(2) === 0];
    const [before, after] = [40 + pick(18), 30 + pick(30)];
    const afterDays = pick(10) === 0 ? AFTER.slice(0, 19) : AFTER;
    await writeMarks(portal, pupil, new Map([...attending(BEFORE, before), ...attending(afterDays, after)]));
    await portal.rows('update enrolment set nc_year = $1 where id = $2', [String(yearGroup), pupil.enrolmentId]);
    await portal.rows(`insert into pupil_characteristic (pupil_id, kind, value, valid_from) values ($1, 'SEN', $2, '2025-09-01'), ($1, 'FSM', $3, '2025-09-01')`, [pupil.id, sen, hasFreeMeals ? 'Y' : 'N']);
    const [isOwn, isSpokenAbout] = [pick(6) === 0, pick(6) === 0];
    if (isSpokenAbout) await speakAbout(portal, meeting, pupil.id, pupil.schoolId);
    if (isOwn) tasks.set(await agreeAction(portal, { pupilId: pupil.id, schoolId: pupil.schoolId }), String(pupil.id));
    people.push({ pupilId: String(pupil.id), schoolId: pupil.schoolId, isInCasework: isOwn || isSpokenAbout, phase, yearGroup, sen, hasFreeMeals, before: { possible: 60, attended: before }, after: { possible: afterDays.length * 2, attended: Math.min(after, afterDays.length * 2) } });
  }

  test('for three schools of 60 pupils and whoever has an action', async () => {
    const found = await underReach(portal, authority, async (operation) => new MatchingRepository().matches(operation, [...tasks.keys()], academicYearOf(TODAY), LIMITS));
    expect(tasks.size).toBeGreaterThan(20);
    const byTask = new Map(found.map((each) => [each.taskId, each.matches]));
    const own = [...tasks].map(([taskId, pupilId]) => ({ taskId, pupil: people.find((each) => each.pupilId === pupilId)! }));
    const enough = own.filter(({ pupil }) => pupil.after.possible >= LIMITS.leastSessions);
    expect([...byTask.keys()].sort()).toEqual(enough.map(({ taskId }) => taskId).sort());
    for (const { taskId, pupil } of enough) {
      const expected = matchesOf(pupil, people, () => true, LIMITS);
      expect(byTask.get(taskId)).toEqual(expected.map(({ before, after }) => ({ before, after })));
      expect(matchedEffect(pupil, byTask.get(taskId) ?? [], LIMITS)).toBe(matchedEffect(pupil, expected, LIMITS));
    }
    expect(enough.filter(({ pupil }) => matchesOf(pupil, people, () => true, LIMITS).length >= LIMITS.matchLeast).length).toBeGreaterThan(8);
  });

  test('a school finds its own pupils alone', async () => {
    const at = unguarded({ kind: 'SCHOOLS', schools: [SCHOOLS.oakmere] });
    const found = await underReach(portal, at, async (operation) => new MatchingRepository().matches(operation, [...tasks.keys()], academicYearOf(TODAY), LIMITS));
    const here = people.filter(({ schoolId }) => schoolId === SCHOOLS.oakmere);
    expect(found.length).toBeGreaterThan(3);
    for (const { taskId, matches } of found) expect(matches).toEqual(matchesOf(people.find(({ pupilId }) => pupilId === tasks.get(taskId))!, here, () => true, LIMITS).map(({ before, after }) => ({ before, after })));
  });
});
