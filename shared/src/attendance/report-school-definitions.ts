import { count, date, part, percent, points, text } from './report-columns.ts';
import { ReportFilterKind, type PlainReport, type ReportColumn, type ReportPart } from './report-parts.ts';

const { PHASE, SCHOOL, YEAR, MINE } = ReportFilterKind;
const WHOSE = [PHASE, SCHOOL, MINE];
const SCHOOL_NAME = text('school', 'School');
const PHASE_NAME = text('phase', 'Phase');
const OF_ROLL = { unopened: 'Counted from the roll beside the register, of which no list is kept.' };
const OF_TWO_YEARS = { unopened: 'Two years of each pupil side by side; the list “Fell after Year 6” holds those whose attendance fell most.' };
const NAMED_IN_9 = { unopened: 'Report 9 names them, and who is near the point.' };
const POSSIBLE = 'Percentages are of possible sessions of this academic year so far.';

const LEAVING = [text('reason', 'Reason on the roll')];
/** The enrolments that a count of the rolls counts, by name. */
const moved = (key: string, title: string, day: string, of: string, more: readonly ReportColumn[] = []): ReportPart =>
  part(key, title, [text('pupil', 'Pupil'), SCHOOL_NAME, text('year', 'Year group'), text('form', 'Form', { sortable: false }), date('on', day), ...more], { filters: [PHASE, SCHOOL, YEAR, MINE], needs: 'pupil:read', namesPupils: true, sort: 'on', of });

/** Reports about schools. They name nobody, but for the lists that counts of the rolls open. */
export const SCHOOL_REPORTS: readonly PlainReport[] = [
  {
    number: 1, title: 'School table', question: 'How does each school stand, beside the others, the authority and England, and has it changed on last year?',
    parts: [part('SCHOOLS', 'Schools', [
      SCHOOL_NAME, PHASE_NAME, count('rank', 'Rank by absence', { unopened: 'A place in the order of schools; it counts nothing.' }), count('pupils', 'Pupils', { opens: 'COUNTED' }), count('possible', 'Possible sessions', { opens: 'POSSIBLE' }),
      percent('absence', 'Absence (%)', { opens: 'ABSENT' }), percent('authorised', 'Authorised (%)', { opens: 'AUTHORISED' }), percent('unauthorised', 'Unauthorised (%)', { opens: 'UNAUTHORISED' }),
      count('persistent', 'Persistent (pupils)', { opens: 'PERSISTENT' }), percent('persistentPercent', 'Persistent (%)'),
      count('severe', 'Severe (pupils)', { opens: 'SEVERE' }), percent('severePercent', 'Severe (%)'),
      percent('late', 'Late (%)', { opens: 'LATE' }), count('missing', 'No mark (sessions)', { opens: 'MISSING' }),
      points('change', 'On last year (points)'), points('halfTerm', 'On last half term (points)'), points('england', 'On England (points)'), date('marksTo', 'Marks to'),
    ], {
      filters: WHOSE, sort: 'absence', persistence: true,
      of: 'Absence and lateness are of possible sessions of this academic year so far, leavers up to their last day; persistent and severe absence are of enrolments with a possible session. Rank 1 has the most absence. The differences are of absence, in percentage points: on the same school weeks of last year, of this half term so far on the whole of the one before, and on England’s latest figure for the phase. Published rows below the line are of their own period.',
    })],
    notHeld: [],
  },
  {
    number: 3, title: 'Code analysis', question: 'Which codes explain absence, and where is a code used unlike elsewhere?',
    parts: [
      part('CODES', 'By code', [text('code', 'Code'), text('meaning', 'Meaning'), count('sessions', 'Sessions', { opens: 'CODED' }), percent('share', 'Share of possible sessions (%)')], { filters: WHOSE, sort: 'sessions', of: POSSIBLE }),
      part('SCHOOLS', 'By school and code', [SCHOOL_NAME, PHASE_NAME, text('code', 'Code'), text('meaning', 'Meaning'), count('sessions', 'Sessions', { opens: 'CODED' }), percent('share', 'Share of possible sessions (%)'), percent('everywhere', 'All schools (%)')], {
        filters: WHOSE, sort: 'share', of: `${POSSIBLE} Presence in the morning and afternoon is left out. All schools are those you may see.`,
      }),
      part('OUTLIERS', 'What stands out', [SCHOOL_NAME, PHASE_NAME, text('code', 'Code'), text('why', 'Why it stands out'), count('sessions', 'Sessions', { opens: 'CODED' }), percent('share', 'Share of possible sessions (%)'), percent('everywhere', 'Phase (%)')], {
        filters: WHOSE, sort: 'share', of: `${POSSIBLE} A school is set beside all schools of its phase that you may see, itself included; where that is one school, no share can stand out. N stands out wherever a reason is still missing after the school days it may take, in the last six weeks, and is told to people who may read registers. This is a reason to ask, not a finding.`,
      }),
    ],
    notHeld: [],
  },
  {
    number: 4, title: 'Weekday and session', question: 'On which half days is absence highest?',
    parts: [part('HALF_DAYS', 'By half day of the week', [
      text('day', 'Day', { sortable: false }), text('session', 'Session', { sortable: false }), count('possible', 'Possible sessions', { opens: 'POSSIBLE' }), count('absent', 'Absent sessions', { opens: 'ABSENT' }), percent('absence', 'Absence (%)'), points('beside', 'Beside the whole week (points)'),
      percent('authorised', 'Authorised (%)'), percent('unauthorised', 'Unauthorised (%)'), percent('late', 'Late (%)'),
    ], { filters: [PHASE, SCHOOL], sort: 'day', descending: false, of: POSSIBLE })],
    notHeld: [],
  },
  {
    number: 5, title: 'Cohort gap and bands', question: 'How far apart are groups of pupils, and how are pupils spread over bands of absence?',
    parts: [
      part('GAP', 'Gaps within a phase', [
        PHASE_NAME, text('axis', 'Split by'), text('group', 'Group'), count('pupils', 'Pupils', { opens: 'COUNTED' }), percent('absence', 'Absence (%)'), points('gap', 'Beside all others of the phase (points)'), count('persistent', 'Persistently absent (pupils)', { opens: 'PERSISTENT' }), percent('persistentPercent', 'Persistently absent (%)'),
      ], { filters: [SCHOOL], persistence: true, sort: 'phase', descending: false, of: 'Enrolments with a possible session, by what is recorded of the pupil today. Absence is of possible sessions.' }),
      part('BANDS', 'Bands of five points', [text('band', 'Absence (%)', { sortable: false }), count('pupils', 'Pupils', { opens: 'COUNTED' }), percent('share', 'Share of pupils (%)')], {
        filters: [PHASE, SCHOOL], sort: 'band', descending: false, of: 'Enrolments with a possible session, by the share of their own sessions missed this year.',
      }),
      part('MOVEMENT', 'Movement between bands', [text('from', 'Band before the last school weeks', { sortable: false }), text('to', 'Band now', { sortable: false }), count('pupils', 'Pupils', { opens: 'COUNTED' })], {
        filters: [PHASE, SCHOOL, MINE], needs: 'pupil:read', sort: 'from', descending: false, of: 'Pupils on roll with a possible session before the last school weeks: the year up to then, beside the year so far.',
      }),
    ],
    notHeld: [],
  },
  {
    number: 8, title: 'Exclusions and off-site', question: 'Where are pupils recorded as suspended or excluded, or taught elsewhere?',
    parts: [part('SCHOOLS', 'By school', [
      SCHOOL_NAME, PHASE_NAME, count('possible', 'Possible sessions', { opens: 'POSSIBLE' }), ...['E', 'B', 'K', 'V'].flatMap((code) => [count(code, `${code} (sessions)`, { opens: 'CODED', code }), percent(`${code}Percent`, `${code} (%)`)]), count('D', 'D (sessions)', { opens: 'CODED', code: 'D' }), count('offSite', 'B, K and V together (sessions)', { unopened: 'Three lists together: each code opens its own.' }),
      count('beyond', 'E from the sixth school day in a row on (sessions)', { unopened: 'Counted along each pupil’s own run of E, of which no list is kept.' }),
    ], { filters: WHOSE, sort: 'E', of: `${POSSIBLE} E: suspended or excluded; B: other approved education off site; K: education arranged by the council; V: visit or trip; D: at the pupil’s other school, which is not a possible session. The sixth day is counted over the pupil’s own possible sessions, ten of E in a row before it, weekends and holidays between; it is told to people who may read registers.` })],
    notHeld: [
      'Why no education was provided from the sixth day of an exclusion is not held: the portal has marks, not exclusion notices or placements. Code E says that none was made for that session.',
      'E does not tell a suspension from a permanent exclusion.',
    ],
  },
  {
    number: 10, title: 'Returns compliance', question: 'What should schools have sent that has not come in?',
    parts: [
      part('SCHOOLS', 'Registers', [SCHOOL_NAME, PHASE_NAME, text('state', 'Registers'), date('marksTo', 'Marks to'), date('expectedTo', 'Last school day'), count('pupils', 'Pupils', { opens: 'COUNTED' })], { filters: WHOSE, sort: 'state', descending: true, of: 'Schools with a register this academic year or last. A school is silent where its marks stop before its last school day.' }),
      part('ROLLS', 'Joiners and leavers', [SCHOOL_NAME, PHASE_NAME, count('joined', 'Joined after the first week', { opens: '10.JOINED' }), count('left', 'Left this academic year', { opens: '10.LEFT' }), count('leftUnexplained', 'Left, without a recorded reason', { opens: '10.LEFT_UNEXPLAINED' })], {
        filters: WHOSE, needs: 'pupil:read', sort: 'leftUnexplained', of: 'Enrolments that began after the school’s first week of this academic year, or ended in it, as rolls tell. Joining is not the same as a return having been sent or missed.',
      }),
      moved('JOINED', 'Who joined', 'Joined on', 'Enrolments that began after the school’s first week of this academic year, as rolls tell.'),
      moved('LEFT', 'Who left', 'Left on', 'Enrolments that ended in this academic year, as rolls tell.', LEAVING),
      moved('LEFT_UNEXPLAINED', 'Who left without a reason', 'Left on', 'Enrolments that ended in this academic year, of which the roll gives no reason.'),
      part('POINTS', 'Due by the register', [SCHOOL_NAME, PHASE_NAME, count('tenDays', 'Pupils at the point of days without leave', NAMED_IN_9), count('fifteenDays', 'Pupils at the point of days ill', NAMED_IN_9)], {
        filters: WHOSE, needs: 'pupil:read', sort: 'tenDays', of: 'Pupils on roll whose marks say that the school must tell the council: {continuous-absence.return-school-days} school days in a row without leave, or {sickness-return.school-days} school days ill this year. Whether it did is not held.',
      }),
    ],
    notHeld: ['New pupil and deletion returns, attendance returns, sickness returns and part-time timetable returns are not collected in the portal yet, so it cannot say which of them are missing.', 'Where a leaver went to is held only as far as the roll gives a reason.'],
  },
  {
    number: 11, title: 'Data quality', question: 'Where can the marks not be right or complete?',
    parts: [
      part('SCHOOLS', 'By school', [
        SCHOOL_NAME, PHASE_NAME, count('missing', 'Sessions without a mark', { opens: 'MISSING' }), percent('missingPercent', 'Without a mark, of sessions that should count (%)'), count('weekend', 'Possible sessions at a weekend', { unopened: 'Counted over four half days together; lists are of one half day.' }),
      ], { filters: WHOSE, sort: 'missing', of: 'Sessions of this academic year so far.' }),
      part('MARKS', 'Marks against the roll and reasons', [
        SCHOOL_NAME, PHASE_NAME, count('early', 'Marks before joining', OF_ROLL), count('afterwards', 'Marks after leaving', OF_ROLL), count('clashing', 'Sessions marked possible by two schools', { unopened: 'Two registers side by side, of which no list is kept.' }), count('overdue', 'N past its school days', { opens: 'REASONS' }), date('oldestOn', 'Oldest such N'),
      ], { filters: WHOSE, needs: 'register:read', sort: 'clashing', of: 'Sessions of this academic year so far. Two schools clash where both marked a session of the same pupil as possible and neither as D; each of them counts it, and only where you may see both. N is counted over the last six weeks.' }),
    ],
    notHeld: ['Codes that are not national are refused when a file comes in and stand in its receipt, so no held mark has one.', 'Absence cannot exceed possible sessions here: both are counted from the same marks.'],
  },
  {
    number: 12, title: 'Movement and impact', question: 'Does persistent absence follow pupils into Year 7, and did help change anything?',
    parts: [part('TRANSITION', 'Year 6 to Year 7', [
      SCHOOL_NAME, count('pupils', 'Year 7 pupils with both years', OF_TWO_YEARS), count('before', 'Persistently absent last year', OF_TWO_YEARS), count('now', 'Persistently absent now', OF_TWO_YEARS), count('both', 'In both years', OF_TWO_YEARS), count('began', 'Only now', OF_TWO_YEARS), count('ended', 'Only last year', OF_TWO_YEARS),
    ], { filters: [SCHOOL, MINE], needs: 'pupil:read', persistence: true, sort: 'now', of: 'Pupils in Year 7 on roll today with a possible session this year and last, whose last year you may see: the whole of last year, all their schools together, beside this year so far.' })],
    notHeld: ['Last year is one percentage of a whole year and this year of the weeks so far, so the two are not of equal length.'],
    elsewhere: [{ words: 'Attendance before and after what was agreed in meetings, beside similar pupils: what followed', path: '/meetings/effect', needs: 'meeting:read' }],
  },
];
