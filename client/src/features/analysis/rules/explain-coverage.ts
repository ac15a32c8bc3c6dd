import { formatDate, formatNumber, formatRate, plural } from '../../../lib/format.ts';
import type { ExplainedCoverageFragment } from '../parts/explain-sheet.generated.ts';

export type SilentSchool = ExplainedCoverageFragment['silent'][number];

/** "111 of 114 schools are up to date, with 98.1% of the 41,020 enrolments on roll today. The latest file came in on 18 November 2026." */
export function coverageSentence({ schools, schoolsCovered, onRoll, onRollCovered, changedOn }: ExplainedCoverageFragment): string {
  const latest = changedOn ? ` The latest file behind it came in on ${formatDate(changedOn)}.` : '';
  if (schools === 1) return `The school’s marks ${schoolsCovered === 1 ? 'reach its last school day' : 'stop before its last school day'}${onRoll === null ? '' : `; ${plural(onRoll, 'enrolment')} on roll today`}.${latest}`;
  const share = onRoll === null ? '' : onRollCovered === null ? `; ${plural(onRoll, 'enrolment')} on roll today` : `, with ${formatRate(onRollCovered, onRoll)} of ${plural(onRoll, 'enrolment')} on roll today`;
  return `${formatNumber(schoolsCovered)} of ${plural(schools, 'school')} ${schoolsCovered === 1 ? 'has' : 'have'} marks up to ${schoolsCovered === 1 ? 'its' : 'their'} last school day${share}.${latest}`;
}

/** "no mark since 12 November 2026, 4 school days, 213 enrolments on roll" */
export function silentWords({ marksTo, schoolDays, pupils }: Omit<SilentSchool, 'name' | 'schoolId'>): string {
  return `${marksTo ? `no mark since ${formatDate(marksTo)}` : 'no mark has ever come in'}, ${plural(schoolDays, 'school day')}${pupils === null ? '' : `, ${plural(pupils, 'enrolment')} on roll`}`;
}
