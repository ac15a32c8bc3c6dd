import { cohortOrder, COHORT_AXIS_NAMES, markOfCode, NOT_RECORDED, PublishedSeries, type CohortAxis } from '@attendance/shared/attendance';
import { academicYearOf } from '@attendance/shared/calendar';
import { addDays, weekStartOf } from '@attendance/shared/kernel';
import {
  countChanges, hasRegisters, PACK_BAND_EDGES, PACK_LISTS, packGroupLabel, packLimits, packStanding, PHASES_WITHOUT_FEED, priorityLimits, proposeCohorts, proposePupils, termLabel, termOf, whatChanged,
  type PackBody, type PackGroup, type PackList, type PackPublished, type PackPupil, type PackSince, type PupilMoment,
} from '@attendance/shared/meetings';
import { notFound } from '../../../platform/errors/refusal.ts';
import type { Operation } from '../../../platform/graphql/operation.ts';
import type { SchoolReader } from '../../analysis/index.ts';
import type { PlannerRepository } from '../planner.repository.ts';
import type { LastPack, PackFiguresRepository, PackSchool, PackStandingRow } from './pack-figures.repository.ts';
import { hashOfPack, hashOfRow } from './pack-hash.ts';
import { leaversOfPack, momentOf, priorityOf, rowsOfPack } from './pack-rows.ts';
import type { MadePack } from './pack.repository.ts';

/** The splits of a pack: who pupils are, as the portal's own splits tell it. */
const AXES: readonly CohortAxis[] = ['YEAR_GROUP', 'SEX', 'FSM', 'SEN', 'EAL', 'ETHNICITY', 'PART_TIME', 'ENROLMENT_STATUS', 'NEW_TO_SCHOOL', 'HOME'];
const CARE_AXES: readonly CohortAxis[] = ['CARE', 'YOUNG_CARER', 'YOUTH_JUSTICE'];
/** No split by year or by who is new is a group to talk about: the rest of the pack tells them. */
const SPOKEN_AXES: readonly CohortAxis[] = ['YEAR_GROUP', 'SEX', 'FSM', 'SEN', 'EAL', 'ETHNICITY', 'PART_TIME'];
const WEEKS_A_YEAR = 52 * 7;
const MOST_YEAR_7 = 100;

interface Then { readonly since: PackSince; readonly before: ReadonlyMap<number, PupilMoment>; readonly last: LastPack | null }

/** Makes the pack of a school as its registers stand, under the ordinary reach of the operation: figures as the pages show them, lists by their rules, and whom to talk about. */
export class PackMaker {
  constructor(private readonly read: SchoolReader, private readonly rows: PackFiguresRepository, private readonly planner: PlannerRepository) {}

  async make(operation: Operation, meetingOn: string, schoolId: number): Promise<MadePack> {
    const school = await this.rows.school(operation, schoolId);
    if (school === null) throw notFound('school');
    const frozenOn = operation.today;
    const academicYear = academicYearOf(frozenOn);
    const limits = packLimits(frozenOn);
    const figures = await this.figures(operation, school, academicYear);
    const standings = await this.rows.standings(operation, schoolId, academicYear);
    const then = await this.then(operation, school, meetingOn, academicYear, standings);
    const now = new Map(standings.map((row) => [row.pupilId, momentOf(row, frozenOn)]));
    const changed = whatChanged(then.before, now);
    const plans = await this.rows.plans(operation, standings.map(({ enrolmentId }) => enrolmentId));
    const actions = await this.rows.actions(operation, schoolId, then.last?.onDay ?? `${academicYear}-09-01`);
    const drafts = await this.rows.drafts(operation, schoolId);
    const yearBegan = addDays(figures.firstWeek ?? frozenOn, 6);
    const made = rowsOfPack(standings, { frozenOn, before: then.before, changed, plans, year7: await this.year7(operation, schoolId), suspended: await this.rows.withMark(operation, schoolId, academicYear, markOfCode('E') ?? ''), yearBegan, actions, drafts });
    const left = leaversOfPack(await this.rows.leavers(operation, schoolId, academicYear, laterOf(yearBegan, addDays(frozenOn, -limits.leaverDays))));
    const pupils = await this.withMarks(operation, [...made, ...left], school.marksTo);
    const over = standings.filter(({ pupilId }) => now.get(pupilId)?.standing !== 'BELOW' && now.get(pupilId)?.standing !== null);
    const siblings = await this.rows.siblingSchools(operation, schoolId, academicYear, over.map(({ pupilId }) => pupilId), limits.persistentPercent);
    const { proposed, beyond } = proposePupils(standings.map((row) => priorityOf(row, { plans, drafts }, then.before.get(row.pupilId), then.last !== null, siblings.get(row.pupilId) ?? 0)), priorityLimits(frozenOn));
    const isLate = ({ status, overdueFrom }: { status: string; overdueFrom: string }): boolean => (status === 'OPEN' || status === 'IN_PROGRESS') && frozenOn >= overdueFrom;
    const aboutPupils = actions.filter(({ pupilId }) => pupilId !== null);
    const listed = (list: PackList): number => pupils.filter((pupil) => pupil.lists.some((each) => each.list === list)).length;
    const body: PackBody = {
      version: 1, school: { id: school.id, name: school.name, phase: school.phase }, frozenOn, marksTo: school.marksTo, academicYear, ...(await this.summary(operation, school, academicYear)), ...figures,
      roll: await this.rows.roll(operation, schoolId, yearBegan),
      lists: Object.fromEntries(PACK_LISTS.map((list) => [list, listed(list)])) as Record<PackList, number>,
      severeWithoutPlan: pupils.filter(({ standing, plan }) => standing === 'SEVERE' && plan !== 'IN_PLACE_WORKING' && plan !== 'IN_PLACE_NOT_WORKING').length,
      actions: actions.filter(({ pupilId }) => pupilId === null).map(({ pupilId: _, ...action }) => action), drafts: drafts.filter(({ pupilId }) => pupilId === null).map(({ pupilId: _, ...draft }) => draft),
      barriers: await this.rows.barriers(operation, schoolId),
      pupilActions: { open: aboutPupils.filter(({ status }) => status === 'OPEN' || status === 'IN_PROGRESS').length, done: aboutPupils.filter(({ status }) => status === 'DONE').length, overdue: aboutPupils.filter(isLate).length },
      since: then.since, changes: countChanges(changed.values()), overdueActions: actions.filter(isLate).length, proposed: proposed.length, beyond,
    };
    const rowHashes = pupils.map(hashOfRow);
    operation.audit.viewed(pupils.map(({ pupilId }) => pupilId));
    operation.audit.schoolIds.add(schoolId);
    return {
      body, pupils, rowHashes, hash: hashOfPack(body, rowHashes), cohorts: spokenCohorts(body),
      topics: proposed.map((topic) => {
        const standing = now.get(Number(topic.pupilId))?.standing;
        return { ...topic, wasSevere: standing === 'SEVERE', wasPersistent: standing === 'SEVERE' || standing === 'PERSISTENT' };
      }),
    };
  }

  /** Of a school that sends no registers, what it says of itself; of any other nothing, so that its pack is what it always was. */
  private async summary(operation: Operation, { id, phase, marksTo }: PackSchool, academicYear: number): Promise<Pick<PackBody, 'summary'>> {
    if (hasRegisters(phase, marksTo)) return {};
    const held = await this.rows.summary(operation, id, academicYear);
    if (held === null) return { summary: null };
    const { academicYear: _, season, ...summary } = held;
    return { summary: { ...summary, term: termLabel({ season, academicYear }).replace(/^./, (letter) => letter.toLowerCase()) } };
  }

  /** The school in counts: as its page shows them on this day. */
  private async figures(operation: Operation, school: PackSchool, academicYear: number): Promise<Pick<PackBody, 'firstWeek' | 'year' | 'term' | 'bands' | 'groups' | 'care' | 'codes' | 'slots' | 'weeks' | 'overdueReasons'>> {
    const { id, phase } = school;
    const { persistentPercent, severePercent } = packLimits(operation.today);
    const overview = await this.read.figures.overview(operation, { schoolId: id, phase: null });
    const same = await this.read.figures.samePhase(operation, id, phase);
    const lastWeek = overview.weeks.at(-1)?.weekStart ?? weekStartOf(operation.today);
    const span = (from: string, to: string, year: number) => this.rows.span(operation, id, year, from, to, persistentPercent, severePercent);
    const lastYear = await span(`${academicYear - 1}-08-26`, addDays(lastWeek, -WEEKS_A_YEAR), academicYear - 1);
    const term = termOf(await this.planner.calendar(operation, id), school.marksTo ?? operation.today);
    const termFrom = term === null || term.season === 'AUTUMN' ? null : weekStartOf(term.startsOn);
    const groups = (await this.rows.groups(operation, id, academicYear, AXES, CARE_AXES)).sort((one, other) => placeOf(one) - placeOf(other));
    const patterns = await this.read.patterns.ofScope(operation, { schoolId: id, phase: null });
    const { total: waiting, sessions } = await this.read.reasons.pupils(operation, id, 0, 1);
    const edges = await this.rows.bands(operation, id, academicYear, PACK_BAND_EDGES);
    return {
      firstWeek: overview.firstWeek,
      year: { own: countsOf(overview.figures), lastYear, phase: same === null ? null : { schools: same.schools, counts: countsOf(same.figures) }, england: await this.england(operation, phase) },
      term: term === null || termFrom === null ? null : { label: termLabel(term), startsOn: term.startsOn, own: await span(termFrom, lastWeek, academicYear), lastYear: await span(addDays(termFrom, -WEEKS_A_YEAR), addDays(lastWeek, -WEEKS_A_YEAR), academicYear - 1) },
      bands: edges.map(({ from, pupils }, index) => ({ from, to: edges[index + 1]?.from ?? 100, pupils })),
      groups: groups.filter(({ axis }) => !CARE_AXES.includes(axis)), care: groups.filter(({ axis }) => CARE_AXES.includes(axis)),
      codes: patterns.codes.map(({ code, sessions: times }) => ({ code, sessions: times ?? 0 })), slots: patterns.slots.map(({ slot, possible, absent }) => ({ slot, possible: possible ?? 0, absent: absent ?? 0 })),
      weeks: overview.weeks.map(({ weekStart, possible, authorised, unauthorised, lastYearPossible, lastYearAbsent }) => ({ weekStart, possible, authorised, unauthorised, lastYearPossible, lastYearAbsent })),
      overdueReasons: { pupils: waiting, sessions },
    };
  }

  private async england(operation: Operation, phase: string): Promise<PackPublished | null> {
    const figure = (await this.read.published.england(operation, PHASES_WITHOUT_FEED.includes(phase) ? null : phase)).find(({ series }) => series === PublishedSeries.DAILY);
    if (figure === undefined) return null;
    const { rates: { absence, authorised, unauthorised, late, persistent, severe }, source, publishedOn, from, to, academicYear } = figure;
    return { rates: { absence, authorised, unauthorised, late, persistent, severe }, source, publishedOn, from: from ?? null, to: to ?? null, academicYear };
  }

  /** What the pack is compared with: the pack of the last meeting that was held, else the start of term, else last year. */
  private async then(operation: Operation, { id, marksTo }: PackSchool, meetingOn: string, academicYear: number, standings: readonly PackStandingRow[]): Promise<Then> {
    const last = await this.rows.last(operation, id, meetingOn);
    if (last !== null) {
      const { possible, attended, enrolments, persistent, severe } = last.year;
      return { last, since: { kind: 'MEETING', on: last.onDay, figures: last.academicYear === academicYear ? { possible, attended, enrolments, persistent, severe } : null }, before: new Map((await this.rows.lastPupils(operation, last.packId)).map(({ pupilId, ...moment }) => [pupilId, moment])) };
    }
    const limits = packLimits(operation.today);
    const still = { isFalling: false, isAway: false };
    const term = termOf(await this.planner.calendar(operation, id), marksTo ?? operation.today);
    if (term === null || term.season === 'AUTUMN') {
      return { last, since: { kind: 'LAST_YEAR', on: term?.startsOn ?? null, figures: null }, before: new Map(standings.map((row) => [row.pupilId, { standing: row.lastYear as PupilMoment['standing'], ...still }])) };
    }
    const monday = weekStartOf(term.startsOn);
    const earlier = await this.rows.before(operation, id, academicYear, monday);
    const { possible, attended, enrolments, persistent, severe } = await this.rows.span(operation, id, academicYear, `${academicYear}-08-26`, addDays(monday, -7), limits.persistentPercent, limits.severePercent);
    return { last, since: { kind: 'TERM', on: term.startsOn, figures: { possible, attended, enrolments, persistent, severe } }, before: new Map(earlier.map(({ pupilId, possible: could, absent }) => [pupilId, { standing: packStanding(absent, could, limits), ...still }])) };
  }

  private async year7(operation: Operation, schoolId: number): Promise<Map<number, string>> {
    const { items } = await this.read.together.transition(operation, { schoolId }, 0, MOST_YEAR_7);
    return new Map(items.filter(({ kind }) => kind === 'FELL').map(({ pupilId, sentence }) => [pupilId, sentence]));
  }

  /** Marks of the two weeks up to the last marks, of those who stand in the pack. */
  private async withMarks(operation: Operation, made: readonly { readonly pupil: PackPupil; readonly enrolmentId: number }[], marksTo: string | null): Promise<PackPupil[]> {
    if (marksTo === null) return made.map(({ pupil }) => pupil);
    const monday = weekStartOf(marksTo);
    const marks = await this.read.pupils.lastMarks(operation, made.map(({ enrolmentId }) => enrolmentId), monday);
    return made.map(({ pupil, enrolmentId }) => ({ ...pupil, marks: marks.get(enrolmentId) ?? '', marksFrom: addDays(monday, -7) }));
  }
}

const laterOf = (one: string, other: string): string => (one > other ? one : other);

const COUNTS = ['possible', 'attended', 'authorised', 'unauthorised', 'lateBefore', 'lateAfter', 'missing', 'enrolments', 'persistent', 'severe'] as const;
const countsOf = (figures: Readonly<Record<(typeof COUNTS)[number], number | null>>) => Object.fromEntries(COUNTS.map((name) => [name, figures[name] ?? 0])) as Record<(typeof COUNTS)[number], number>;

const placeOf = ({ axis, value }: PackGroup): number => (AXES.includes(axis) ? AXES.indexOf(axis) : COHORT_AXIS_NAMES.length + CARE_AXES.indexOf(axis)) * 1000 + cohortOrder(axis, value);

/** The groups the priority rules name. Groups of care are not among them: who reads a meeting need not read care. */
function spokenCohorts({ groups, frozenOn, year: { own } }: PackBody): MadePack['cohorts'] {
  const asked = groups.filter(({ axis, value }) => SPOKEN_AXES.includes(axis) && value !== NOT_RECORDED).map(({ axis, value, pupils, persistent }) => ({ cohort: `${axis}:${value}`, label: packGroupLabel({ axis, value }), pupils, persistent }));
  return proposeCohorts(asked, { pupils: own.enrolments, persistent: own.persistent }, priorityLimits(frozenOn)).flatMap(({ cohort, reason }) => asked.filter((each) => each.cohort === cohort).map((each) => ({ ...each, reason })));
}
