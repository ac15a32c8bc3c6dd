import { count, days, part, percent, points, text } from './report-columns.ts';
import { ReportFilterKind, type ReportColumn, type PlainReport, type ReportPart } from './report-parts.ts';
import type { WorkListKind } from './work-list.ts';

const { PHASE, SCHOOL, YEAR, MINE, THRESHOLD } = ReportFilterKind;
const WHOSE = [PHASE, SCHOOL, YEAR, MINE];
const WHO: readonly ReportColumn[] = [text('pupil', 'Pupil'), text('school', 'School'), text('year', 'Year group'), text('form', 'Form', { sortable: false })];
const ATTENDANCE: readonly ReportColumn[] = [percent('absence', 'Absence (%)'), days('days', 'Days missed', { sortable: false })];
const ON_ROLL = 'Pupils on roll, counted up to the last marks of each school; a pupil with two enrolments is listed once for each.';

const named = (key: string, title: string, own: readonly ReportColumn[], list: WorkListKind): ReportPart =>
  part(key, title, [...WHO, ...own, ...ATTENDANCE, text('why', 'Why', { sortable: false })], { filters: WHOSE, needs: 'pupil:read', namesPupils: true, sort: own[0]?.key ?? 'absence', of: ON_ROLL, list });

/** Reports that name pupils. */
export const PUPIL_REPORTS: readonly PlainReport[] = [
  {
    number: 2, title: 'Pupil list', question: 'Which pupils should be talked about, and what is known of their absence?',
    parts: [part('PUPILS', 'Pupils', [
      ...WHO.map((each) => (each.key === 'school' ? { ...each, sortable: false } : each)), percent('absence', 'Absence (%)'), days('days', 'Days missed', { sortable: false }), count('possible', 'Possible sessions', { sortable: false }), count('authorised', 'Authorised', { sortable: false }), count('unauthorised', 'Unauthorised'), count('late', 'Late'),
      text('codes', 'By code (sessions)', { sortable: false }), points('trend', 'Lately (points)', { sortable: false }), text('flags', 'Recorded today', { sortable: false }), text('plan', 'Plan, by the last record of a meeting', { sortable: false }),
    ], {
      filters: [THRESHOLD, ...WHOSE], needs: 'pupil:read', namesPupils: true, persistence: true, sort: 'absence',
      of: 'Enrolments with a possible session this academic year, leavers up to their last day. Days are half the sessions missed; authorised, unauthorised and late are sessions. Lately: attendance of the last school weeks less that of the weeks before, as the lists of work count them.',
    })],
    notHeld: ['Of help being given the portal holds what records of meetings say of a plan. Referrals, visits and legal steps are not held yet.'],
  },
  {
    number: 6, title: 'Lateness', question: 'When are pupils late, and who is late often?',
    parts: [
      part('HALF_DAYS', 'By half day of the week', [
        text('day', 'Day', { sortable: false }), text('session', 'Session', { sortable: false }), count('possible', 'Possible sessions', { opens: 'POSSIBLE' }), count('before', 'L, before the register closed', { opens: 'LATE_BEFORE' }), percent('beforePercent', 'L (%)'), count('after', 'U, after it closed', { opens: 'LATE_AFTER' }), percent('afterPercent', 'U (%)'),
      ], { filters: [PHASE, SCHOOL], sort: 'day', descending: false, of: 'Percentages are of possible sessions of this academic year so far.' }),
      part('PUPILS', 'Pupils often late', [...WHO, count('late', 'Late this half term (sessions)'), ...ATTENDANCE, text('why', 'Why', { sortable: false })], {
        filters: WHOSE, needs: 'pupil:read', namesPupils: true, sort: 'late', of: `Late {lateness.watch-per-half-term} times or more, before or after the register closed, in the half term that the last marks of the school are of, by the school’s own calendar. ${ON_ROLL}`,
      }),
    ],
    notHeld: [],
  },
  {
    number: 7, title: 'Holiday watch', question: 'Where is holiday taken without leave, and who is away beside a school holiday?',
    parts: [
      part('SCHOOLS', 'By school', [text('school', 'School'), text('phase', 'Phase'), count('possible', 'Possible sessions', { opens: 'POSSIBLE' }), count('holiday', 'G (sessions)', { opens: 'CODED', code: 'G' }), percent('share', 'G (%)')], { filters: [PHASE, SCHOOL, MINE], sort: 'share', of: 'Percentages are of possible sessions of this academic year so far. G: holiday without leave.' }),
      named('PUPILS', 'Pupils beside a school holiday', [count('edge', 'G beside a school holiday (sessions)'), days('run', 'Longest run of G around one (days)', { sortable: false })], 'HOLIDAY_EDGE'),
      part('HALF_TERM', 'Pupils away beside half term', [...WHO, count('missed', 'Missed beside half term (sessions)'), ...ATTENDANCE, text('why', 'Why', { sortable: false })], {
        filters: WHOSE, needs: 'pupil:read', namesPupils: true, sort: 'missed', of: `Missed {half-term-edge.sessions} sessions or more, for whatever reason, on the last school day before a half-term holiday of this academic year or the first after it: as a rule a Friday and a Monday. A half-term holiday is a break of {holiday-edge.gap-days} to {half-term.longest-gap-days} days by the school’s own calendar. This is a reason to ask, not a finding. ${ON_ROLL}`,
      }),
    ],
    notHeld: ['Absence by other codes than G beside the holidays between terms is not counted here: only beside half term.'],
  },
  {
    number: 9, title: 'Threshold watch', question: 'Who is about to reach a point where somebody must decide or be told?',
    parts: [
      named('PENALTY', 'Penalty threshold', [count('penalty', 'Unauthorised in the window (sessions)')], 'PENALTY_WATCH'),
      named('PERSISTENT', 'Close to persistent absence', [count('toLine', 'More missed sessions that reach it', { sortable: false })], 'NEARLY_PERSISTENT'),
      named('TEN_DAYS', 'Days without leave', [days('run', 'School days in a row')], 'TEN_DAY'),
      named('FIFTEEN_DAYS', 'Days ill', [days('ill', 'School days ill')], 'FIFTEEN_DAY'),
    ],
    notHeld: ['Earlier penalty notices are not held in the portal yet, so it cannot say which would be a second offence.'],
  },
];
