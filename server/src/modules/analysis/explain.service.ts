import { notFound } from '../../platform/errors/refusal.ts';
import type { Operation } from '../../platform/graphql/operation.ts';
import { ExplainedMeasure, type ExplanationType, type ExplainStepType } from './explain.type.ts';
import { PupilMeasure } from './figures.inputs.ts';
import type { FiguresService, Span } from './figures.service.ts';

interface Counts {
  enrolments: number; noSessions: number; counted: number; persistent: number; severe: number; nearly: number;
  possible: number; attended: number; authorised: number; unauthorised: number; lateBefore: number; lateAfter: number; missing: number;
  currentCounted: number; currentPersistent: number; currentSevere: number; statutoryCounted: number; statutoryPersistent: number; statutorySevere: number;
  pupils: number; pupilsPersistent: number; pupilsSevere: number; firstWeek: string | null; lastSession: string | null;
}

/** Ages 5 to 15 at 31 August are taught, but for a few, in Years 1 to 11: the ages national statistics publish. */
const STATISTICS_YEARS = `('1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11')`;
const missed = (t: string, percent: string): string => `${t}.possible > 0 and (${t}.authorised + ${t}.unauthorised) * 100 >= ${t}.possible * ${percent}::int`;

const COUNTS = `
  with rows as (select t.*, e.nc_year, e.ends_on from pupil_year t join enrolment e on e.id = t.enrolment_id
    where t.academic_year = $1 and ($4::int is null or t.school_id = $4) and ($5::text is null or t.school_id in (select id from school where phase = $5))),
  by_pupil as (select pupil_id, sum(possible) as possible, sum(authorised) as authorised, sum(unauthorised) as unauthorised from rows group by 1)
  select count(*)::int as enrolments, count(*) filter (where possible = 0)::int as "noSessions", count(*) filter (where possible > 0)::int as counted,
    count(*) filter (where ${missed('r', '$2')})::int as persistent, count(*) filter (where ${missed('r', '$3')})::int as severe,
    count(*) filter (where possible > 0 and (authorised + unauthorised) * 100 < possible * $2::int and (authorised + unauthorised + 1) * 100 >= (possible + 1) * $2::int)::int as nearly,
    coalesce(sum(possible), 0)::int as possible, coalesce(sum(attended), 0)::int as attended, coalesce(sum(authorised), 0)::int as authorised, coalesce(sum(unauthorised), 0)::int as unauthorised,
    coalesce(sum(late_before), 0)::int as "lateBefore", coalesce(sum(late_after), 0)::int as "lateAfter", coalesce(sum(missing), 0)::int as missing,
    count(*) filter (where possible > 0 and (ends_on is null or ends_on >= $6::date))::int as "currentCounted",
    count(*) filter (where ${missed('r', '$2')} and (ends_on is null or ends_on >= $6::date))::int as "currentPersistent",
    count(*) filter (where ${missed('r', '$3')} and (ends_on is null or ends_on >= $6::date))::int as "currentSevere",
    count(*) filter (where possible > 0 and nc_year in ${STATISTICS_YEARS})::int as "statutoryCounted",
    count(*) filter (where ${missed('r', '$2')} and nc_year in ${STATISTICS_YEARS})::int as "statutoryPersistent",
    count(*) filter (where ${missed('r', '$3')} and nc_year in ${STATISTICS_YEARS})::int as "statutorySevere",
    (select count(*) filter (where possible > 0)::int from by_pupil) as pupils,
    (select count(*) filter (where ${missed('b', '$2')})::int from by_pupil b) as "pupilsPersistent",
    (select count(*) filter (where ${missed('b', '$3')})::int from by_pupil b) as "pupilsSevere",
    min(first_week) as "firstWeek",
    (select max(marks_to || ' ' || marks_to_session) from school_coverage c where ($4::int is null or c.school_id = $4) and ($5::text is null or c.school_id in (select id from school where phase = $5))) as "lastSession"
  from rows r`;

/** How a figure comes about: the rows in it, the rows left out and why, and the same figure counted other ways. */
export class ExplainService {
  constructor(private readonly figures: FiguresService) {}

  async explain(operation: Operation, measure: ExplainedMeasure, schoolId: number | null, phase: string | null): Promise<ExplanationType> {
    const span = this.figures.span(operation);
    const [counts] = await operation.sql<Counts>(COUNTS, [span.academicYear, span.thresholds.persistent, span.thresholds.severe, schoolId, phase, operation.today]);
    if (counts === undefined || counts.firstWeek === null) throw notFound('figure');
    operation.audit.details.measure = measure;
    if (schoolId !== null) operation.audit.schoolIds.add(schoolId);
    const [marksTo = null, marksToSession = null] = counts.lastSession?.split(' ') ?? [];
    const about = { measure, firstWeek: counts.firstWeek, marksTo, marksToSession };
    return measure === ExplainedMeasure.PERSISTENT || measure === ExplainedMeasure.SEVERE
      ? { ...about, ...byEnrolment(measure, counts, span) }
      : { ...about, ...bySession(measure, counts) };
  }
}

const step = (kind: string, count: number, words: string, opens: string | null = null): ExplainStepType => ({ kind, count, words, opens });

function byEnrolment(measure: ExplainedMeasure, counts: Counts, span: Span): Pick<ExplanationType, 'part' | 'whole' | 'steps' | 'definitions'> {
  const severe = measure === ExplainedMeasure.SEVERE;
  const percent = severe ? span.thresholds.severe : span.thresholds.persistent;
  const part = severe ? counts.severe : counts.persistent;
  return {
    part, whole: counts.counted,
    steps: [
      step('START', counts.enrolments, 'enrolments with a register this year', PupilMeasure.REGISTERED),
      step('LESS', counts.noSessions, 'no possible session yet: not started, or always taught elsewhere', PupilMeasure.NO_SESSIONS),
      step('TOTAL', counts.counted, 'enrolments counted', PupilMeasure.COUNTED),
      step('PART', part, `missed ${percent}% or more, tested on whole sessions: absent × 100 ≥ possible × ${percent}`, severe ? PupilMeasure.SEVERE : PupilMeasure.PERSISTENT),
      step('PART', counts.counted - part, `missed less than ${percent}%`, severe ? PupilMeasure.BELOW_SEVERE : PupilMeasure.BELOW_PERSISTENT),
      ...(severe ? [] : [step('OF', counts.nearly, `of those are one missed session from ${percent}%`, PupilMeasure.NEARLY_PERSISTENT)]),
    ],
    definitions: [
      { name: 'Ours, on this screen', part, whole: counts.counted, ours: true, why: 'Year to date, every enrolment, leavers up to the day they left' },
      { name: 'By pupil', part: severe ? counts.pupilsSevere : counts.pupilsPersistent, whole: counts.pupils, ours: false, why: 'A pupil with two enrolments here is counted once, sessions added' },
      { name: 'On roll today', part: severe ? counts.currentSevere : counts.currentPersistent, whole: counts.currentCounted, ours: false, why: 'Leavers left out' },
      { name: 'Years 1 to 11', part: severe ? counts.statutorySevere : counts.statutoryPersistent, whole: counts.statutoryCounted, ours: false, why: 'Near the ages national statistics publish, 5 to 15' },
    ],
  };
}

function bySession(measure: ExplainedMeasure, counts: Counts): Pick<ExplanationType, 'part' | 'whole' | 'steps' | 'definitions'> {
  const parts: Record<string, [number, string, PupilMeasure]> = {
    ATTENDANCE: [counts.attended, 'sessions attended: present, late before the register closed, or in approved education elsewhere', PupilMeasure.ATTENDED],
    UNAUTHORISED: [counts.unauthorised, 'sessions of unauthorised absence', PupilMeasure.UNAUTHORISED],
    LATE: [counts.lateBefore + counts.lateAfter, 'sessions late, before or after the register closed', PupilMeasure.LATE],
  };
  const [part, words, opens] = parts[measure] ?? [0, '', PupilMeasure.POSSIBLE];
  return {
    part, whole: counts.possible,
    steps: [
      step('START', counts.possible + counts.missing, 'sessions that should count towards attendance', PupilMeasure.EXPECTED),
      step('LESS', counts.missing, 'without a mark: kept out of both sides', PupilMeasure.MISSING),
      step('TOTAL', counts.possible, 'possible sessions', PupilMeasure.POSSIBLE),
      step('PART', part, words, opens),
      step('PART', counts.authorised, 'sessions of authorised absence', PupilMeasure.AUTHORISED),
      ...(measure === ExplainedMeasure.UNAUTHORISED ? [] : [step('PART', counts.unauthorised, 'sessions of unauthorised absence', PupilMeasure.UNAUTHORISED)]),
    ],
    definitions: [{ name: 'Ours, on this screen', part, whole: counts.possible, ours: true, why: 'Every possible session of every enrolment; never an average of rates' }],
  };
}
