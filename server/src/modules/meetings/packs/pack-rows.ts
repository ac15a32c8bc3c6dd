import { isOnList, standingSentence, workListLimits, type WorkListKind } from '@attendance/shared/attendance';
import {
  isAtRisk, isFallingForPack, PACK_LISTS, type PackChange, packLimits, packStanding, RISK_FLAG_WORDS, riskFlags, rollSentences,
  type PackAction, type PackDraft, type PackList, type PackPupil, type PackStanding, type PlanStatus, type PriorityPupil, type PupilMoment,
} from '@attendance/shared/meetings';
import type { AboutPupil, PackLeaver, PackStandingRow, PackSuspension } from './pack-figures.repository.ts';

/** Everything known beside the standings of the pupils on roll. */
export interface PackKnown {
  readonly frozenOn: string;
  readonly before: ReadonlyMap<number, PupilMoment>;
  readonly changed: ReadonlyMap<number, readonly PackChange[]>;
  /** By enrolment: what issued records of this school said last. */
  readonly plans: ReadonlyMap<number, PlanStatus>;
  readonly year7: ReadonlyMap<number, string>;
  /** By enrolment. */
  readonly suspended: ReadonlyMap<number, PackSuspension>;
  /** Who is on roll from a later day joined in the year. */
  readonly yearBegan: string;
  readonly actions: readonly (PackAction & AboutPupil)[];
  readonly drafts: readonly (PackDraft & AboutPupil)[];
}

const isOver = (standing: PackStanding | null | undefined): boolean => standing === 'SEVERE' || standing === 'PERSISTENT';

/** Where a pupil stands on the day of a pack. */
export function momentOf(row: PackStandingRow, frozenOn: string): PupilMoment {
  const limits = packLimits(frozenOn);
  return { standing: packStanding(row.absent, row.possible, limits), isFalling: isFallingForPack(row, limits), isAway: row.awaySessions >= limits.notSeenDays * 2 };
}

/** The sentence of a work list where the pupil stands on it; otherwise what was missed. */
function saidAs(kind: WorkListKind, row: PackStandingRow): string {
  const limits = workListLimits(row.marksTo);
  return standingSentence(isOnList(kind, row, limits) || kind === 'SHARP_FALL' ? kind : 'SEVERE', row, limits);
}

/** The lists a pupil stands on, each with why. */
function listsOf(row: PackStandingRow, now: PupilMoment, { frozenOn, before, year7, suspended, yearBegan }: PackKnown): PackPupil['lists'] {
  const [limits, lists] = [packLimits(frozenOn), workListLimits(row.marksTo)];
  const was = before.get(row.pupilId)?.standing;
  const flags = riskFlags(row, isOver(row.lastYear as PackStanding | null), lists, limits);
  const suspension = suspended.get(row.enrolmentId);
  const holds: Readonly<Record<PackList, string | null>> = {
    SEVERE: now.standing === 'SEVERE' ? saidAs('SEVERE', row) : null,
    PERSISTENT: now.standing === 'PERSISTENT' && row.absent * 100 >= row.possible * limits.listPercent ? saidAs('SEVERE', row) : null,
    NEWLY_PERSISTENT: isOver(now.standing) && !isOver(was) ? saidAs('NEWLY_PERSISTENT', row) : null,
    FALLING: now.isFalling ? saidAs('SHARP_FALL', row) : null,
    AT_RISK: isAtRisk(row, flags, limits) ? `${saidAs('SEVERE', row)}; ${flags.map((flag) => RISK_FLAG_WORDS[flag]).join(', ')}` : null,
    RECOVERED: isOver(was) && now.standing === 'BELOW' ? saidAs('RECOVERING', row) : null,
    PART_TIME: row.partTimeSessions > 0 ? `${row.partTimeSessions} ${row.partTimeSessions === 1 ? 'session' : 'sessions'} of leave for a part-time timetable in the last four school weeks` : null,
    TEN_DAY: isOnList('TEN_DAY', row, lists) ? saidAs('TEN_DAY', row) : null,
    FIFTEEN_DAY: isOnList('FIFTEEN_DAY', row, lists) ? saidAs('FIFTEEN_DAY', row) : null,
    SUSPENDED: suspension === undefined ? null : rollSentences.suspended(suspension.sessions, suspension.lastWeek),
    JOINED: row.startsOn > yearBegan ? rollSentences.joined(row.startsOn, row.absent, row.possible) : null,
    LEFT: null,
    YEAR_7: year7.get(row.pupilId) ?? null,
  };
  return PACK_LISTS.flatMap((list) => (holds[list] === null ? [] : [{ list, sentence: holds[list] }]));
}

const withoutPupil = <Item extends AboutPupil>({ pupilId: _, ...rest }: Item): Omit<Item, 'pupilId'> => rest;

/** The rows of a pack: whoever is persistently absent, stands on a list, changed, or is the subject of an action, most absent first. Marks are added for those who are kept. */
export function rowsOfPack(standings: readonly PackStandingRow[], known: PackKnown): { readonly pupil: PackPupil; readonly enrolmentId: number }[] {
  const about = <Item extends AboutPupil>(items: readonly Item[], pupilId: number) => items.filter((item) => item.pupilId === pupilId).map(withoutPupil);
  return standings.map((row) => {
    const now = momentOf(row, known.frozenOn);
    const pupil: PackPupil = {
      pupilId: row.pupilId, ncYear: row.ncYear, form: row.form, possible: row.possible, absent: row.absent, recentPossible: row.recentPossible, recentAbsent: row.recentAbsent, ...now, plan: known.plans.get(row.enrolmentId) ?? null,
      lists: listsOf(row, now, known), changes: known.changed.get(row.pupilId) ?? [], actions: about(known.actions, row.pupilId), drafts: about(known.drafts, row.pupilId), marks: '', marksFrom: null,
    };
    return { pupil, enrolmentId: row.enrolmentId };
  }).filter(({ pupil }) => isOver(pupil.standing) || pupil.isFalling || pupil.isAway || pupil.lists.length + pupil.changes.length + pupil.actions.length + pupil.drafts.length > 0)
    .sort(({ pupil: one }, { pupil: other }) => other.absent * one.possible - one.absent * other.possible || one.pupilId - other.pupilId);
}

/** Who left, latest first: on their own list and on no other, without a standing, so that nothing that is asked of pupils on roll counts them. */
export function leaversOfPack(leavers: readonly PackLeaver[]): { readonly pupil: PackPupil; readonly enrolmentId: number }[] {
  return [...leavers].sort((one, other) => other.endsOn.localeCompare(one.endsOn) || one.pupilId - other.pupilId).map(({ enrolmentId, pupilId, ncYear, form, endsOn, possible, absent }) => ({
    enrolmentId, pupil: {
      pupilId, ncYear, form, possible, absent, recentPossible: 0, recentAbsent: 0, standing: null, isFalling: false, isAway: false, plan: null, lists: [{ list: 'LEFT', sentence: rollSentences.left(endsOn, absent, possible) }], changes: [], actions: [], drafts: [], marks: '', marksFrom: null,
    },
  }));
}

const CARE = ['CLA', 'CPP', 'CIN'] as const;

/**
 * What the priority rules ask of a pupil. An agency whose help is needed is a service that a meeting asked for and that was not taken back; a social
 * worker is none of them, since whoever may not read of one would be told by the count. Reviews of part-time timetables are held nowhere yet, so no pupil is proposed for one.
 */
export function priorityOf(row: PackStandingRow, { plans, drafts }: Pick<PackKnown, 'plans' | 'drafts'>, was: PupilMoment | undefined, hasLast: boolean, siblingSchools: number): PriorityPupil {
  const plan = plans.get(row.enrolmentId);
  const isLive = plan === 'IN_PLACE_WORKING' || plan === 'IN_PLACE_NOT_WORKING';
  return {
    pupilId: String(row.pupilId), possible: row.possible, absent: row.absent, recentPossible: row.recentPossible, recentAbsent: row.recentAbsent, plan: isLive ? { isWorking: plan === 'IN_PLACE_WORKING' } : null,
    careStatus: CARE.find((kind) => kind === row.care) ?? null, agencies: new Set(drafts.filter(({ pupilId }) => pupilId === row.pupilId).map(({ service }) => service)).size, notSeenDays: Math.floor(row.awaySessions / 2), wasPersistent: hasLast ? isOver(was?.standing) : null, isPartTimeLate: false, siblingSchools,
  };
}
