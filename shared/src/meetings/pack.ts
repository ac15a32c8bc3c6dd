import { earlierOf, isOnList, isPersistentlyAbsent, isSeverelyAbsent, reachesPercent, type CohortAxis, type Standing, type UnroundedRates, type WorkListLimits } from '../attendance/index.ts';
import { ruleValue } from '../kernel/index.ts';
import type { PlanStatus } from './record.ts';
import type { SummaryCounts } from './term-summary.ts';
import type { PackChange, PackSince } from './what-changed.ts';

/** Lists of pupils in a pack, in the order it shows them. */
export const PackList = {
  SEVERE: 'SEVERE', PERSISTENT: 'PERSISTENT', NEWLY_PERSISTENT: 'NEWLY_PERSISTENT', FALLING: 'FALLING', AT_RISK: 'AT_RISK', RECOVERED: 'RECOVERED',
  PART_TIME: 'PART_TIME', TEN_DAY: 'TEN_DAY', FIFTEEN_DAY: 'FIFTEEN_DAY', SUSPENDED: 'SUSPENDED', JOINED: 'JOINED', LEFT: 'LEFT', YEAR_7: 'YEAR_7',
} as const;
export type PackList = (typeof PackList)[keyof typeof PackList];
export const PACK_LISTS: readonly PackList[] = Object.values(PackList);

/** The worst threshold a pupil's absence has reached; null without a possible session. */
export type PackStanding = 'SEVERE' | 'PERSISTENT' | 'BELOW';

/** Whole counts of a span, as everywhere in the portal. */
export interface PackCounts {
  readonly possible: number; readonly attended: number; readonly authorised: number; readonly unauthorised: number; readonly lateBefore: number; readonly lateAfter: number; readonly missing: number;
  readonly enrolments: number; readonly persistent: number; readonly severe: number;
}
/** Published rates, in percent and not rounded, with where they come from. */
export interface PackPublished { readonly rates: UnroundedRates; readonly source: string; readonly publishedOn: string; readonly from: string | null; readonly to: string | null; readonly academicYear: number }
export interface PackGroup { readonly axis: CohortAxis; readonly value: string; readonly pupils: number; readonly possible: number; readonly absent: number; readonly persistent: number; readonly severe: number }
/** An action of an earlier meeting. `overdueFrom` is the first day on which it is late while it is open. */
export interface PackAction { readonly what: string; readonly owner: string; readonly side: string; readonly dueOn: string; readonly overdueFrom: string; readonly status: string; readonly doneOn: string | null; readonly note: string }
export interface PackDraft { readonly service: string; readonly reason: string }
export interface PackBarrier { readonly title: string; readonly kind: string; readonly sinceOn: string }

/** What a school that sends no registers said of itself, from the first day of the school year up to a day. */
export interface PackSummary extends SummaryCounts { readonly term: string; readonly asOfOn: string; readonly enteredOn: string; readonly by: string | null; readonly concerns: string; /** Of the same term last year, where it was entered. */ readonly last: Omit<SummaryCounts, 'concern'> | null }

/** A school on the day its pack was frozen: counts, and words about the school as a whole. Whoever is a child stands in the rows beside it. */
export interface PackBody {
  readonly version: 1;
  readonly school: { readonly id: number; readonly name: string; readonly phase: string };
  readonly frozenOn: string;
  readonly marksTo: string | null;
  readonly academicYear: number;
  /** Only of a school that sends no registers: its latest summary of the year, or null where it has entered none. */
  readonly summary?: PackSummary | null;
  /** The Monday of the first week with marks; null without any. */
  readonly firstWeek: string | null;
  readonly year: { readonly own: PackCounts; readonly lastYear: PackCounts; readonly phase: { readonly schools: number; readonly counts: PackCounts } | null; readonly england: PackPublished | null };
  /** Null in the autumn, where the term is the year so far. */
  readonly term: { readonly label: string; readonly startsOn: string; readonly own: PackCounts; readonly lastYear: PackCounts } | null;
  /** Pupils by the share of sessions they missed, lowest band first. */
  readonly bands: readonly { readonly from: number; readonly to: number; readonly pupils: number }[];
  readonly groups: readonly PackGroup[];
  /** Groups that only people who read care status are shown. */
  readonly care: readonly PackGroup[];
  readonly codes: readonly { readonly code: string; readonly sessions: number }[];
  readonly slots: readonly { readonly slot: number; readonly possible: number; readonly absent: number }[];
  readonly weeks: readonly { readonly weekStart: string; readonly possible: number; readonly authorised: number; readonly unauthorised: number; readonly lastYearPossible: number | null; readonly lastYearAbsent: number | null }[];
  /** Sessions still marked N after the school days allowed, and of how many pupils. */
  readonly overdueReasons: { readonly sessions: number; readonly pupils: number };
  readonly roll: { readonly joined: number; readonly left: number };
  /** How many stand on each list; packs made before a list was thought of say nothing of it. */
  readonly lists: Readonly<Partial<Record<PackList, number>>>;
  readonly severeWithoutPlan: number;
  readonly actions: readonly PackAction[];
  readonly drafts: readonly PackDraft[];
  readonly barriers: readonly PackBarrier[];
  /** How many actions about single pupils there are besides; they stand with the pupil. */
  readonly pupilActions: { readonly open: number; readonly done: number; readonly overdue: number };
  readonly since: PackSince;
  readonly changes: Readonly<Record<PackChange, number>>;
  readonly overdueActions: number;
  readonly proposed: number;
  /** Pupils the priority rules name beyond the most a meeting takes. */
  readonly beyond: number;
}

/** A pupil of a pack, as frozen. Names are not frozen: they are those of the record. Who has left stands on the list of leavers alone, without a standing. */
export interface PackPupil {
  readonly pupilId: number;
  readonly ncYear: string;
  readonly form: string | null;
  readonly possible: number;
  readonly absent: number;
  readonly recentPossible: number;
  readonly recentAbsent: number;
  readonly standing: PackStanding | null;
  readonly isFalling: boolean;
  readonly isAway: boolean;
  readonly plan: PlanStatus | null;
  readonly lists: readonly { readonly list: PackList; readonly sentence: string }[];
  readonly changes: readonly PackChange[];
  readonly actions: readonly PackAction[];
  readonly drafts: readonly PackDraft[];
  /** Marks of the two weeks up to the last marks, 28 characters from the Monday named. */
  readonly marks: string;
  readonly marksFrom: string | null;
}

/** The edges of the pack's bands, in percent of possible sessions. Source: DfE, Pupil absence in schools in England: five bands and severe absence. */
export const PACK_BAND_EDGES = [0, 5, 10, 15, 20, 50] as const;

export interface PackLimits { persistentPercent: number; severePercent: number; atRiskPercent: number; listPercent: number; flags: number; fallPoints: number; fallSessions: number; notSeenDays: number; leaverDays: number }

/** The limits in force on an ISO day. */
export function packLimits(on: string): PackLimits {
  return {
    persistentPercent: ruleValue('persistent-absence.percent', on), severePercent: ruleValue('severe-absence.percent', on), atRiskPercent: ruleValue('at-risk.percent', on),
    listPercent: ruleValue('pack.persistent-list.percent', on), flags: ruleValue('pack.at-risk.flags', on), fallPoints: ruleValue('priority.fall.points', on), fallSessions: ruleValue('sharp-fall.sessions', on),
    notSeenDays: ruleValue('not-seen.school-days', on), leaverDays: ruleValue('leaver.reach-days', on),
  };
}

/** The worst threshold reached; null without a possible session. Whole numbers, no rounding first. */
export function packStanding(absent: number, possible: number, { persistentPercent, severePercent }: PackLimits): PackStanding | null {
  if (possible === 0) return null;
  if (isSeverelyAbsent(absent, possible, severePercent) === true) return 'SEVERE';
  return isPersistentlyAbsent(absent, possible, persistentPercent) === true ? 'PERSISTENT' : 'BELOW';
}

/** Whether attendance of the last school weeks lies more than so many points below the weeks before: the fall of the priority rules. */
export function isFallingForPack(standing: Standing, { fallPoints, fallSessions }: PackLimits): boolean {
  const earlier = earlierOf(standing);
  const { recentPossible, recentAbsent } = standing;
  if (earlier.possible < fallSessions || recentPossible < fallSessions) return false;
  return (recentAbsent * earlier.possible - earlier.absent * recentPossible) * 100 > fallPoints * recentPossible * earlier.possible;
}

/** Work lists that are a sign of risk beside how much was missed. Care is none here: it would tell by who is listed what only some may read. */
export const RISK_LISTS = ['NOT_SEEN', 'PENALTY_WATCH', 'TEN_DAY', 'FIFTEEN_DAY', 'LATENESS', 'WEEKDAY', 'HOLIDAY_EDGE', 'NEARLY_PERSISTENT'] as const;
export type RiskFlag = (typeof RISK_LISTS)[number] | 'FALLING' | 'LAST_YEAR' | 'PART_TIME';

/** What points to risk, besides the sessions missed. */
export function riskFlags(standing: Standing, wasPersistentLastYear: boolean, lists: WorkListLimits, limits: PackLimits): RiskFlag[] {
  return [
    ...RISK_LISTS.filter((kind) => isOnList(kind, standing, lists)), ...(isFallingForPack(standing, limits) ? (['FALLING'] as const) : []),
    ...(wasPersistentLastYear ? (['LAST_YEAR'] as const) : []), ...(standing.partTimeSessions > 0 ? (['PART_TIME'] as const) : []),
  ];
}

/** Missed from the at-risk percentage on, below persistent absence, with so many flags at least. */
export function isAtRisk({ absent, possible }: Standing, flags: readonly RiskFlag[], { atRiskPercent, persistentPercent, flags: least }: PackLimits): boolean {
  return flags.length >= least && reachesPercent(absent, possible, atRiskPercent) === true && reachesPercent(absent, possible, persistentPercent) === false;
}

/** A value as JSON that is the same whatever order its keys came in: what the hash of a pack is taken of. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    return `{${Object.entries(value).filter(([, each]) => each !== undefined).sort(([one], [other]) => (one < other ? -1 : 1)).map(([key, each]) => `${JSON.stringify(key)}:${canonicalJson(each)}`).join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}
