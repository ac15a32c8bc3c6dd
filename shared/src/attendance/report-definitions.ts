import { PUPIL_REPORTS } from './report-pupil-definitions.ts';
import type { ReportDefinition, ReportPart } from './report-parts.ts';
import { SCHOOL_REPORTS } from './report-school-definitions.ts';

/** Every standard report, by number. */
export const REPORTS: readonly ReportDefinition[] = Object.freeze([...SCHOOL_REPORTS, ...PUPIL_REPORTS].map((report): ReportDefinition => ({ elsewhere: [], ...report })).sort((a, b) => a.number - b.number));

/** What the pupils of a pupil list have in common, by the lists behind figures. */
export const REPORT_THRESHOLDS = {
  COUNTED: 'Everyone with a session', AT_RISK: 'At risk', NEARLY_PERSISTENT: 'Nearly persistently absent', PERSISTENT: 'Persistently absent', SEVERE: 'Severely absent', UNAUTHORISED: 'Any unauthorised session',
} as const;
export type ReportThreshold = keyof typeof REPORT_THRESHOLDS;

/** The part of a report with this key, or its first; undefined where there is no such part. */
export function reportPart({ parts }: Pick<ReportDefinition, 'parts'>, key: string | null): ReportPart | undefined {
  return key === null ? parts[0] : parts.find((each) => each.key === key);
}

/** What somebody who holds permissions may open of a report: names only with the right to reports that name, figures of schools only with the right to schools, and each part only where its rows can be read. */
export function partsFor(report: ReportDefinition, may: (permission: string) => boolean, seesFiguresOnly: boolean): readonly ReportPart[] {
  return report.parts.filter(({ needs, namesPupils }) => may(needs) && may(namesPupils ? 'report:read' : 'school:read') && (!seesFiguresOnly || needs === 'school:read'));
}
