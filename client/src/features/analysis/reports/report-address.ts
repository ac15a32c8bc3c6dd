import { REPORT_THRESHOLDS, type ReportThreshold } from '@attendance/shared/attendance';
import { YEAR_GROUPS } from '@attendance/shared/pupils';
import { asker, numberIn } from '../../../graphql/page-query.ts';
import { phaseIn } from '../rules/phases.ts';

/** Where a part of a report is; its first where none is named. */
export function reportHref(number: number, part: string | null): string {
  return `/reports/${number}${part === null ? '' : `?part=${part}`}`;
}

/** The number an address names, or none. */
export function reportIn(word: string | undefined): number | null {
  return word !== undefined && /^[1-9]\d?$/.test(word) ? Number(word) : null;
}

export const THRESHOLDS = Object.keys(REPORT_THRESHOLDS) as ReportThreshold[];
const WORD = /^[A-Za-z_]{1,40}$/;
const wordIn = (search: URLSearchParams, key: string): string | null => { const word = search.get(key); return word !== null && WORD.test(word) ? word : null; };

/** What an address narrows a report by. Only an attendance officer is anybody's named officer. */
export function reportFilterIn(search: URLSearchParams) {
  const school = search.get('schoolId') ?? '';
  return {
    phase: phaseIn(search), schoolId: /^\d{6}$/.test(school) ? Number(school) : null, ncYear: YEAR_GROUPS.find((year) => year === search.get('ncYear')) ?? null,
    mine: search.get('mine') === 'yes' && asker().role === 'ATTENDANCE_OFFICER', threshold: THRESHOLDS.find((each) => each === search.get('threshold')) ?? null,
  };
}
export type ReportFilterValues = ReturnType<typeof reportFilterIn>;

/** Part, order and page an address asks for. The server knows which columns there are. */
export function reportOrderIn(search: URLSearchParams) {
  const direction = search.get('direction');
  return {
    part: wordIn(search, 'part'), sort: wordIn(search, 'sort'), direction: direction === 'ASC' || direction === 'DESC' ? direction : null,
    page: numberIn(search, 'page', 1, 100_000), take: numberIn(search, 'take', 25, 100),
  } as const;
}
