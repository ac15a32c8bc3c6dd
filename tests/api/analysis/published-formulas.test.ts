import fs from 'node:fs';
import path from 'node:path';
import { publishedFaults, ratePercent } from '@attendance/shared/attendance';

/** Real rows of the daily series, 8 September 2025 to 10 July 2026, with the rates their publisher worked out. */
const [head = [], ...ROWS] = fs.readFileSync(path.join(__dirname, '../../fixtures/published-daily.csv'), 'utf8').trim().split('\n').map((line) => line.split(','));
const at = (row: readonly string[], heading: string): string => row[head.indexOf(heading)] ?? '';
const count = (row: readonly string[], heading: string): number => Number(at(row, heading));
const counted = ROWS.filter((row) => at(row, 'possible_sessions') !== 'c');
const nameOf = (row: readonly string[]): string => [at(row, 'la_name') || at(row, 'region_name') || at(row, 'country_name'), at(row, 'education_phase')].join(', ');

const RATES: readonly (readonly [part: string, rate: string])[] = [
  ['overall_attendance', 'attendance_perc'], ['overall_absence', 'overall_absence_perc'], ['authorised_absence', 'authorised_absence_perc'], ['unauthorised_absence', 'unauthorised_absence_perc'],
  ['reason_i_authorised_illness', 'illness_perc'], ['reason_m_authorised_medical_dental', 'appointments_perc'], ['reason_g_unauthorised_holiday', 'unauth_hol_perc'], ['reason_o_other_unauthorised', 'unauth_oth_perc'],
  ['reason_u_unauthorised_late_after_registers_closed', 'unauth_late_registers_closed_perc'], ['reason_n_no_reason_yet', 'unauth_not_yet_perc'], ['reason_e_authorised_excluded', 'auth_excluded_perc'],
  ['reason_c2_authorised_temp_reduced_timetable', 'auth_part_time_perc'], ['reason_c_authorised_other', 'auth_other_perc'],
];

test('there are rows of every level and phase', () => {
  expect(counted).toHaveLength(12);
  expect(new Set(counted.map((row) => `${at(row, 'geographic_level')} ${at(row, 'education_phase')}`))).toEqual(new Set(['National Primary', 'National Secondary', 'National Special', 'National Total', 'Regional Total', 'Local authority Primary', 'Local authority Total']));
});

describe.each(counted.map((row) => [nameOf(row), row] as const))('%s', (_name, row) => {
  test('every published rate is ours, to four places', () => {
    for (const [part, rate] of RATES) {
      expect([rate, ratePercent(count(row, part), count(row, 'possible_sessions'), 4)]).toEqual([rate, ratePercent(Math.round(Number(at(row, rate)) * 1e9), 1e11, 4)]);
    }
  });

  test('every sum comes out', () => {
    const reasons = Object.fromEntries(head.flatMap((heading) => {
      const code = /^reason_([a-z]\d?)_/.exec(heading)?.[1]?.toUpperCase();
      return code === undefined || heading.startsWith('reason_present') ? [] : [[code, count(row, heading)]];
    }));
    expect(publishedFaults({
      possible: count(row, 'possible_sessions'), attended: count(row, 'overall_attendance'), absent: count(row, 'overall_absence'), authorised: count(row, 'authorised_absence'), unauthorised: count(row, 'unauthorised_absence'),
      late: count(row, 'late_sessions'), enrolments: null, persistent: null, severe: null,
    }, { ...reasons, '/': count(row, 'reason_present') })).toEqual([]);
  });
});

test('the reasons of authorised absence fall short of it by the one that is not shown', () => {
  const england = counted.find((row) => nameOf(row) === 'England, Total')!;
  const listed = head.filter((heading) => /^reason_.*_authorised_/.test(heading)).reduce((sum, heading) => sum + count(england, heading), 0);
  expect(count(england, 'authorised_absence') - listed).toBe(106);
});
