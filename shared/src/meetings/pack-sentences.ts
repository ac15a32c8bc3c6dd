import { attendanceAndAbsencePercent, cohortLabel, pointsApart, ratePercent } from '../attendance/index.ts';
import type { PackBody, PackCounts, PackGroup } from './pack.ts';
import { packCount, packDay, packNumber, packPercent, packStart, sinceWords } from './pack-words.ts';

const PHASES: Readonly<Record<string, string>> = { PRIMARY: 'primary schools', SECONDARY: 'secondary schools', SPECIAL: 'special schools' };
/** "secondary schools in England". */
export const englandWords = (phase: string): string => `${PHASES[phase] ?? 'all schools'} in England`;

const absentOf = ({ authorised, unauthorised }: Pick<PackCounts, 'authorised' | 'unauthorised'>): number => authorised + unauthorised;
const attendanceOf = ({ attended, possible }: Pick<PackCounts, 'attended' | 'possible'>): number | null => (possible === 0 ? null : (attended * 100) / possible);

const besideWords = (points: number | null, other: string): string[] => {
  if (points === null) return [];
  return [points === 0 ? `the same as ${other}` : `${Math.abs(points).toFixed(1)} ${Math.abs(points) === 1 ? 'point' : 'points'} ${points < 0 ? 'below' : 'above'} ${other}`];
};

/** Attendance beside England and last year. */
function attendanceSentence({ school, year: { own, lastYear, england } }: PackBody): string {
  const shown = attendanceAndAbsencePercent(absentOf(own), own.possible);
  if (shown === null) return 'No session of this year is in the registers yet.';
  const ours = attendanceOf(own);
  const national = england?.rates.absence ?? null;
  const beside = [
    ...besideWords(pointsApart(ours, national === null ? null : 100 - national), englandWords(school.phase)),
    ...besideWords(pointsApart(ours, attendanceOf(lastYear)), 'the same weeks of last year'),
  ];
  return `Attendance is ${packPercent(shown.attendance)}${beside.length === 0 ? '' : `, ${beside.join(' and ')}`}.`;
}

/** Which part of absence is without leave. */
function kindSentence({ year: { own } }: PackBody): string {
  const share = ratePercent(own.unauthorised, absentOf(own), 0);
  if (share === null) return 'No absence is recorded yet.';
  const part = share === 0 ? 'None' : share === 100 ? 'All' : share >= 48 && share <= 52 ? 'Half' : `${share}%`;
  return `${part} of absence is unauthorised (${packNumber(own.unauthorised)} of ${packCount(absentOf(own), 'session')} missed).`;
}

/** Severe absence: what is new, and who has no plan. */
function severeSentence({ lists: { SEVERE: severe = 0 }, changes, since, severeWithoutPlan }: PackBody): string {
  if (severe === 0) return 'Nobody on roll is severely absent.';
  const fresh = changes.NEWLY_SEVERE;
  const plans = severeWithoutPlan === 0 ? 'each has a plan' : severeWithoutPlan === severe ? `${severe === 1 ? 'there is' : 'none of them has'} ${severe === 1 ? 'no plan' : 'a plan'} in the portal` : `${severeWithoutPlan} of them ${severeWithoutPlan === 1 ? 'has' : 'have'} no plan in the portal`;
  const now = `${packStart(severe, 'pupil')} on roll ${severe === 1 ? 'is' : 'are'} severely absent`;
  return fresh === 0 ? `${now}, none newly so; ${plans}.` : `${now}, ${fresh} of them not yet so ${sinceWords(since)}; ${plans}.`;
}

const FEWEST = 10;

/** Which year group stands out in persistent absence, among those of some size. */
function groupSentence({ year: { own }, groups }: PackBody): string {
  const above = ({ persistent, pupils }: PackGroup): number => persistent / pupils - own.persistent / own.enrolments;
  const years = groups.filter(({ axis, pupils }) => axis === 'YEAR_GROUP' && pupils >= FEWEST).sort((one, other) => above(other) - above(one));
  const [worst] = years;
  if (worst === undefined || years.length < 2 || own.persistent === 0) return own.persistent === 0 ? `Nobody of ${packCount(own.enrolments, 'pupil')} is persistently absent.` : `${packNumber(own.persistent)} of ${packCount(own.enrolments, 'pupil')} ${own.persistent === 1 ? 'is' : 'are'} persistently absent.`;
  return `${cohortLabel('YEAR_GROUP', worst.value)} has most persistent absence: ${packPercent(ratePercent(worst.persistent, worst.pupils))} of its ${packCount(worst.pupils, 'pupil')}, beside ${packPercent(ratePercent(own.persistent, own.enrolments))} of the school.`;
}

/** The same of a school that sends no registers, out of its own summary. */
function summarySentences({ summary, school, year: { england } }: PackBody): string[] {
  if (summary === null || summary === undefined) return ['No register comes from this school, and it has entered no summary of this school year yet.'];
  const { roll, possible, authorised, unauthorised, persistent, severe, concern, last } = summary;
  const shareOf = (counts: Pick<PackCounts, 'possible' | 'authorised' | 'unauthorised'>): number | null => attendanceOf({ possible: counts.possible, attended: counts.possible - absentOf(counts) });
  const national = england?.rates.absence ?? null;
  const beside = [
    ...besideWords(pointsApart(shareOf(summary), national === null ? null : 100 - national), englandWords(school.phase)),
    ...besideWords(last === null ? null : pointsApart(shareOf(summary), shareOf(last)), 'its summary of the same term last year'),
  ];
  return [
    `By the school’s own summary to ${packDay(summary.asOfOn)}, attendance is ${packPercent(attendanceAndAbsencePercent(absentOf(summary), possible)?.attendance ?? null)}${beside.length === 0 ? '' : `, ${beside.join(' and ')}`}.`,
    `${packNumber(unauthorised)} of ${packCount(authorised + unauthorised, 'session')} missed ${unauthorised === 1 ? 'is' : 'are'} unauthorised.`,
    `${packNumber(persistent)} of ${packCount(roll, 'pupil')} on roll ${persistent === 1 ? 'is' : 'are'} persistently absent, ${packNumber(severe)} of them severely.`,
    `The school is concerned about ${packCount(concern, 'pupil')}.`,
  ];
}

/** A pack in four plain sentences, each made by a rule out of its counts. */
export function packSentences(body: PackBody): string[] {
  if (body.summary !== undefined) return summarySentences(body);
  return [attendanceSentence(body), kindSentence(body), severeSentence(body), groupSentence(body)];
}
