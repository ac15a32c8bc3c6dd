import { isPersistentlyAbsent, isSeverelyAbsent, ratePercent } from '../attendance/index.ts';
import { asSentence, ruleValue } from '../kernel/index.ts';

/** Why a pupil is proposed for a meeting, most pressing first; severe absence on a plan that works comes last, for a look and no more. Source: guidance of 2024, which puts severely absent pupils first for every service. */
export const PupilPriority = {
  SEVERE_NO_PLAN: 'SEVERE_NO_PLAN', SEVERE_PLAN_FAILING: 'SEVERE_PLAN_FAILING', SOCIAL_WORKER: 'SOCIAL_WORKER', SEVERAL_AGENCIES: 'SEVERAL_AGENCIES', NOT_SEEN: 'NOT_SEEN',
  NEW_OR_FALLING: 'NEW_OR_FALLING', PART_TIME_LATE: 'PART_TIME_LATE', SIBLINGS: 'SIBLINGS', SEVERE_ON_PLAN: 'SEVERE_ON_PLAN',
} as const;
export type PupilPriority = (typeof PupilPriority)[keyof typeof PupilPriority];
export const PUPIL_PRIORITIES: readonly PupilPriority[] = Object.values(PupilPriority);

/** What is known of a pupil on the day the pack is frozen. */
export interface PriorityPupil {
  readonly pupilId: string;
  /** Sessions of the year to date, and of the last school weeks among them. */
  readonly possible: number;
  readonly absent: number;
  readonly recentPossible: number;
  readonly recentAbsent: number;
  /** Null without a live plan; otherwise whether it worked at its last review. */
  readonly plan: { readonly isWorking: boolean } | null;
  readonly careStatus: 'CLA' | 'CPP' | 'CIN' | null;
  /** Agencies whose help is needed, the school aside. */
  readonly agencies: number;
  /** School days since anyone saw the pupil. */
  readonly notSeenDays: number;
  /** Persistently absent at the last meeting; null where there was none. */
  readonly wasPersistent: boolean | null;
  /** On a part-time timetable whose review is past. */
  readonly isPartTimeLate: boolean;
  /** Other schools where a brother or sister is persistently absent. */
  readonly siblingSchools: number;
}

export interface PriorityLimits {
  persistentPercent: number; severePercent: number; most: number; agencies: number; notSeenDays: number; fallPoints: number; fallSessions: number; recentWeeks: number; cohortPoints: number; cohortPupils: number;
}

/** The limits in force on an ISO day. */
export function priorityLimits(on: string): PriorityLimits {
  return {
    persistentPercent: ruleValue('persistent-absence.percent', on), severePercent: ruleValue('severe-absence.percent', on), most: ruleValue('priority.most.pupils', on),
    agencies: ruleValue('priority.agencies.count', on), notSeenDays: ruleValue('not-seen.school-days', on), fallPoints: ruleValue('priority.fall.points', on), fallSessions: ruleValue('sharp-fall.sessions', on),
    recentWeeks: ruleValue('standing.recent-school-weeks', on), cohortPoints: ruleValue('priority.cohort.points', on), cohortPupils: ruleValue('priority.cohort.pupils', on),
  };
}

const CARE_WORDS = { CLA: 'is looked after', CPP: 'is on a child protection plan', CIN: 'is a child in need' } as const;
const missed = ({ absent, possible }: PriorityPupil): string => `missed ${absent} of ${possible} sessions`;
const percentBefore = ({ possible, absent, recentPossible, recentAbsent }: PriorityPupil): number | null => ratePercent(possible - recentPossible - (absent - recentAbsent), possible - recentPossible);

/** More than so many points below the weeks before, by whole numbers; too few sessions say nothing. */
function isFalling({ possible, absent, recentPossible, recentAbsent }: PriorityPupil, { fallPoints, fallSessions }: PriorityLimits): boolean {
  const [earlierPossible, earlierAbsent] = [possible - recentPossible, absent - recentAbsent];
  if (earlierPossible < fallSessions || recentPossible < fallSessions) return false;
  return (recentAbsent * earlierPossible - earlierAbsent * recentPossible) * 100 > fallPoints * recentPossible * earlierPossible;
}

const isSevere = ({ absent, possible }: PriorityPupil, { severePercent }: PriorityLimits): boolean => isSeverelyAbsent(absent, possible, severePercent) === true;
const isPersistent = ({ absent, possible }: PriorityPupil, { persistentPercent }: PriorityLimits): boolean => isPersistentlyAbsent(absent, possible, persistentPercent) === true;

type Clause = (pupil: PriorityPupil, limits: PriorityLimits) => string | null;

/** For each priority the clause that says why it holds, or null where it does not. */
const CLAUSES: Readonly<Record<PupilPriority, Clause>> = {
  SEVERE_NO_PLAN: (pupil, limits) => (isSevere(pupil, limits) && pupil.plan === null ? `${missed(pupil)} and has no plan` : null),
  SEVERE_PLAN_FAILING: (pupil, limits) => (isSevere(pupil, limits) && pupil.plan?.isWorking === false ? `${missed(pupil)}, and the plan was not working at its last review` : null),
  SOCIAL_WORKER: (pupil, limits) => (pupil.careStatus !== null && isPersistent(pupil, limits) ? `${CARE_WORDS[pupil.careStatus]} and ${missed(pupil)}` : null),
  SEVERAL_AGENCIES: (pupil, limits) => (isPersistent(pupil, limits) && pupil.agencies >= limits.agencies ? `${missed(pupil)} and needs ${pupil.agencies} agencies` : null),
  NOT_SEEN: (pupil, limits) => (pupil.notSeenDays >= limits.notSeenDays ? `has not been seen for ${pupil.notSeenDays} school days` : null),
  NEW_OR_FALLING: (pupil, limits) => {
    if (isPersistent(pupil, limits) && pupil.wasPersistent === false) return `became persistently absent since the last meeting: ${missed(pupil)}`;
    return isFalling(pupil, limits) ? `attended ${ratePercent(pupil.recentPossible - pupil.recentAbsent, pupil.recentPossible)}% of the last ${limits.recentWeeks} school weeks, ${percentBefore(pupil)}% before` : null;
  },
  PART_TIME_LATE: (pupil) => (pupil.isPartTimeLate ? 'is on a part-time timetable past its review' : null),
  SIBLINGS: (pupil, limits) => (pupil.siblingSchools > 0 && isPersistent(pupil, limits) ? `${missed(pupil)}, with brothers or sisters persistently absent at ${pupil.siblingSchools} other ${pupil.siblingSchools === 1 ? 'school' : 'schools'}` : null),
  SEVERE_ON_PLAN: (pupil, limits) => (isSevere(pupil, limits) && pupil.plan?.isWorking === true ? `${missed(pupil)}; the plan was working at its last review` : null),
};

const sentence = (clause: string): string => `${asSentence(clause)}.`;

/** One pupil proposed: the first reason that holds, as a sentence, and the others. */
export interface ProposedPupil { readonly pupilId: string; readonly priority: PupilPriority; readonly reason: string; readonly also: readonly PupilPriority[] }

/** Why a pupil is proposed, or null where nothing calls for it. */
export function pupilPriority(pupil: PriorityPupil, limits: PriorityLimits): ProposedPupil | null {
  const held = PUPIL_PRIORITIES.flatMap((priority) => {
    const clause = CLAUSES[priority](pupil, limits);
    return clause === null ? [] : [{ priority, clause }];
  });
  const [first, ...rest] = held;
  return first === undefined ? null : { pupilId: pupil.pupilId, priority: first.priority, reason: sentence(first.clause), also: rest.map(({ priority }) => priority) };
}

/** The pupils proposed, most pressing first and within one priority the most absent first; at most so many, but every severely absent pupil. `beyond` counts those the limit left out. */
export function proposePupils(pupils: readonly PriorityPupil[], limits: PriorityLimits): { readonly proposed: readonly ProposedPupil[]; readonly beyond: number } {
  const candidates = pupils.flatMap((pupil) => {
    const proposal = pupilPriority(pupil, limits);
    return proposal === null ? [] : [{ pupil, proposal }];
  }).sort((one, other) => PUPIL_PRIORITIES.indexOf(one.proposal.priority) - PUPIL_PRIORITIES.indexOf(other.proposal.priority)
    || other.pupil.absent * one.pupil.possible - one.pupil.absent * other.pupil.possible || (one.pupil.pupilId < other.pupil.pupilId ? -1 : 1));
  let room = Math.max(0, limits.most - candidates.filter(({ pupil }) => isSevere(pupil, limits)).length);
  const proposed = candidates.filter(({ pupil }) => isSevere(pupil, limits) || room-- > 0).map(({ proposal }) => proposal);
  return { proposed, beyond: candidates.length - proposed.length };
}

/** Pupils of a group, and those persistently absent among them. */
export interface PriorityCohort { readonly cohort: string; readonly pupils: number; readonly persistent: number }
export interface ProposedCohort { readonly cohort: string; readonly reason: string }

/** Groups that are large enough and whose persistent absence lies so many points above the school's, furthest above first. Compared as whole numbers. */
export function proposeCohorts(cohorts: readonly PriorityCohort[], school: Omit<PriorityCohort, 'cohort'>, { cohortPoints, cohortPupils }: PriorityLimits): ProposedCohort[] {
  const above = ({ pupils, persistent }: PriorityCohort): number => persistent * school.pupils - school.persistent * pupils;
  return cohorts.filter((cohort) => cohort.pupils > 0 && cohort.pupils >= cohortPupils && above(cohort) * 100 >= cohortPoints * cohort.pupils * school.pupils)
    .sort((one, other) => above(other) * one.pupils - above(one) * other.pupils || (one.cohort < other.cohort ? -1 : 1))
    .map(({ cohort, pupils, persistent }) => ({
      cohort, reason: `${persistent} of ${pupils} pupils are persistently absent (${ratePercent(persistent, pupils)}%), beside ${ratePercent(school.persistent, school.pupils)}% of the school.`,
    }));
}

/** Whether a proposed pupil was spoken about, or why not. */
export interface PupilMark { readonly pupilId: string; readonly isDiscussed: boolean; readonly notDiscussedReason: string | null }

/** The pupils that keep a record from being issued: neither discussed, nor left out with a reason. */
export function unmarkedPupils(marks: readonly PupilMark[]): string[] {
  return marks.filter(({ isDiscussed, notDiscussedReason }) => !isDiscussed && (notDiscussedReason ?? '').trim() === '').map(({ pupilId }) => pupilId);
}
