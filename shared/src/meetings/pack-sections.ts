import { attendanceAndAbsencePercent, BARRIER_KIND_WORDS, codeOfMark, COHORT_AXES, cohortLabel, COMPARED_MEASURES, comparedCounts, findCode, ratePercent, roundedRate, type BarrierKind, type ComparedMeasure, type UnroundedRates } from '../attendance/index.ts';
import { addDays } from '../kernel/index.ts';
import { yearGroupLabel, type YearGroup } from '../pupils/index.ts';
import { ACTION_STATUS_WORDS, isActionOpen, type ActionStatus } from './actions.ts';
import { PACK_LISTS, packLimits, type PackAction, type PackBody, type PackCounts, type PackGroup, type PackList, type PackPublished, type PackPupil, type PackSummary } from './pack.ts';
import { englandWords } from './pack-sentences.ts';
import { AFTER_PACK_WORDS, partnerAsOf, partnerWords, type PartnerLine } from './partner-lines.ts';
import { PACK_CHANGE_WORDS, PACK_LIST_TITLES, packCount, packDay, packListRule, packNumber, packPercent, sinceNote } from './pack-words.ts';
import { PLAN_STATUS_WORDS } from './record.ts';
import { SUPPORT_SERVICES } from './services.ts';
import type { SummaryCounts } from './term-summary.ts';
import { PACK_CHANGES } from './what-changed.ts';

/** A cell as it is read, with its number where it is one: for a spreadsheet. */
export interface PackCell { readonly text: string; readonly value: number | null }
/** `group` heads the rows that follow each other under it. `monday` is that of the row's week, or the one its marks begin on. */
export interface PackRow { readonly cells: readonly PackCell[]; readonly group: string | null; readonly pupilId: number | null; readonly marks: string | null; readonly monday: string | null }
export interface PackColumn { readonly heading: string; readonly isNumber: boolean }
export interface PackTable { readonly key: string; readonly caption: string; readonly note: string | null; readonly columns: readonly PackColumn[]; readonly rows: readonly PackRow[] }
/** A part of a pack: the same on screen, in print and in a workbook. */
export interface PackSection { readonly key: string; readonly title: string; readonly notes: readonly string[]; readonly tables: readonly PackTable[] }

export interface NamedPackPupil extends PackPupil { readonly name: string }
/** A pupil a meeting speaks about, named. */
export interface PackTopic { readonly pupilId: number; readonly name: string; readonly ncYear: string; readonly reason: string; readonly origin: string }
export interface PackCohortTopic { readonly label: string; readonly pupils: number; readonly persistent: number; readonly reason: string }

const words = (text: string): PackCell => ({ text, value: null });
const count = (value: number): PackCell => ({ text: packNumber(value), value });
const percent = (value: number | null, none = '–'): PackCell => ({ text: packPercent(value, none), value });
const row = (...cells: PackCell[]): PackRow => ({ cells, group: null, pupilId: null, marks: null, monday: null });
const of = (heading: string): PackColumn => ({ heading, isNumber: false });
const number = (heading: string): PackColumn => ({ heading, isNumber: true });
const table = (key: string, caption: string, columns: PackColumn[], rows: PackRow[], note: string | null = null): PackTable => ({ key, caption, note, columns, rows });

/** "Year 9, 9R". */
const yearOf = ({ ncYear, form }: { ncYear: string; form: string | null }): string => `${yearGroupLabel(ncYear as YearGroup)}${form === null || form === '' ? '' : `, ${form}`}`;
const attendedPercent = ({ absent, possible }: { absent: number; possible: number }): number | null => attendanceAndAbsencePercent(absent, possible)?.attendance ?? null;
const absentOf = ({ authorised, unauthorised }: { authorised: number; unauthorised: number }): number => authorised + unauthorised;

const MEASURES: Readonly<Record<ComparedMeasure, string>> = {
  absence: 'Absence', authorised: 'Authorised absence', unauthorised: 'Unauthorised absence', late: 'Late, before or after the register closed', persistent: 'Persistent absence, pupils who missed 10% or more', severe: 'Severe absence, pupils who missed half or more',
};

const rateOf = (measure: ComparedMeasure, counts: PackCounts): number | null => {
  const { part, whole } = comparedCounts(measure, counts);
  return part === null || whole === null ? null : ratePercent(part, whole);
};
const attendanceRow = (name: string, all: readonly (PackCounts | null)[], england: PackPublished | null): PackRow => row(
  words(name), ...all.map((counts) => percent(counts === null ? null : (attendanceAndAbsencePercent(absentOf(counts), counts.possible)?.attendance ?? null))),
  percent(england?.rates.absence === null || england === null ? null : roundedRate(100 - england.rates.absence)));

const summaryRate = (part: number, whole: number): PackCell => percent(ratePercent(part, whole));

/** The headline of a school that sends no registers: its own summary, beside that of the same term last year and England. */
function summaryHeadline(summary: PackSummary | null, england: PackPublished | null, schoolPhase: string): PackSection {
  const none = 'No register comes from this school, so nothing is counted pupil by pupil: there are no lists, groups, codes or weeks of it.';
  if (summary === null) return { key: 'HEADLINE', title: 'Headline measures', notes: [none, 'The school had entered no summary of this school year when this was made.'], tables: [] };
  const all = [summary, summary.last];
  const rated = (name: string, of: (each: Omit<SummaryCounts, 'concern'>) => readonly [number, number], national: number | null): PackRow =>
    row(words(name), ...all.map((each) => (each === null ? words('–') : summaryRate(...of(each)))), percent(national === null ? null : roundedRate(national)));
  const counted = (name: string, of: (each: Omit<SummaryCounts, 'concern'>) => number): PackRow => row(words(name), ...all.map((each) => (each === null ? words('–') : count(of(each)))), words('–'));
  const nationally = (measure: keyof UnroundedRates): number | null => england?.rates[measure] ?? null;
  const absence = nationally('absence');
  return {
    key: 'HEADLINE', title: 'Headline measures, by the school’s own summary',
    notes: [
      `${none} These are the school’s own counts from the first day of its school year to ${packDay(summary.asOfOn)}: its summary of the ${summary.term}, entered ${packDay(summary.enteredOn)}${summary.by === null ? '' : ` by ${summary.by}`}. The portal cannot check them.`,
      summary.last === null ? 'It entered no summary of the same term last year.' : 'Last year is its summary of the same term.',
      `The school is concerned about ${packCount(summary.concern, 'pupil')}.${summary.concerns === '' ? '' : ` In its words: ${summary.concerns.replace(/\s+/gu, ' ')}`}`,
      ...(england === null ? [] : [`England: ${englandWords(schoolPhase)}, ${england.source}, published ${packDay(england.publishedOn)}${england.to === null ? '' : `, to ${packDay(england.to)}`}. Schools that send no registers are not in it.`]),
    ],
    tables: [table('SUMMARY', `The year so far, to ${packDay(summary.asOfOn)}`, [of('Measure'), number('This school'), number('Last year'), number('England')], [
      rated('Attendance', ({ possible, authorised, unauthorised }) => [possible - authorised - unauthorised, possible], absence === null ? null : 100 - absence),
      rated('Absence', ({ possible, authorised, unauthorised }) => [authorised + unauthorised, possible], absence),
      rated('Authorised absence', ({ possible, authorised }) => [authorised, possible], nationally('authorised')),
      rated('Unauthorised absence', ({ possible, unauthorised }) => [unauthorised, possible], nationally('unauthorised')),
      rated('Persistent absence, of pupils on roll', ({ persistent, roll }) => [persistent, roll], nationally('persistent')),
      rated('Severe absence, of pupils on roll', ({ severe, roll }) => [severe, roll], nationally('severe')),
      counted('Possible sessions', ({ possible }) => possible), counted('Pupils on roll', ({ roll }) => roll), counted('of them persistently absent', ({ persistent }) => persistent), counted('of them severely absent', ({ severe }) => severe),
    ])],
  };
}

function headline({ school, year, term, marksTo }: PackBody): PackSection {
  const { own, lastYear, phase, england } = year;
  const columns = [of('Measure'), number('This school'), number('Last year'), number('Same phase here'), number('England')];
  const all = [own, lastYear, phase?.counts ?? null];
  const rows = [
    attendanceRow('Attendance', all, england),
    ...COMPARED_MEASURES.map((measure) => row(words(MEASURES[measure]), ...all.map((counts) => percent(counts === null ? null : rateOf(measure, counts))), percent(england === null ? null : roundedRate(england.rates[measure])))),
    row(words('Possible sessions'), ...all.map((counts) => (counts === null ? words('–') : count(counts.possible))), words('–')),
    row(words('Pupils with a possible session'), ...all.map((counts) => (counts === null ? words('–') : count(counts.enrolments))), words('–')),
    row(words('of them persistently absent'), ...all.map((counts) => (counts === null ? words('–') : count(counts.persistent))), words('–')),
    row(words('of them severely absent'), ...all.map((counts) => (counts === null ? words('–') : count(counts.severe))), words('–')),
  ];
  const notes = [
    'Rates of sessions are of possible sessions; persistent and severe absence are of pupils with a possible session. Last year is the same school weeks, 52 weeks before.',
    phase === null ? 'No other school of the same phase is in the registers here.' : `Same phase here: ${packCount(phase.schools, 'school')} of this area, this one among them.`,
    england === null ? 'No published figure of England is held for this phase.' : `England: ${englandWords(school.phase)}, ${england.source}, published ${packDay(england.publishedOn)}${england.to === null ? '' : `, to ${packDay(england.to)}`}.`,
  ];
  const termTable = term === null ? [] : [table('TERM', `${term.label}, from ${packDay(term.startsOn)}`, [of('Measure'), number('This school'), number('Last year')], [
    attendanceRow('Attendance', [term.own, term.lastYear], null), ...COMPARED_MEASURES.map((measure) => row(words(MEASURES[measure]), percent(rateOf(measure, term.own)), percent(rateOf(measure, term.lastYear)))),
  ].map((each) => ({ ...each, cells: each.cells.slice(0, 3) })))];
  return { key: 'HEADLINE', title: 'Headline measures', notes: term === null ? ['The year began with this term, so the figures of both are one.', ...notes] : notes, tables: [table('YEAR', `The year so far, marks to ${marksTo === null ? 'no day yet' : packDay(marksTo)}`, columns, rows), ...termTable] };
}

function bands({ bands: all, year: { own } }: PackBody): PackSection {
  return {
    key: 'BANDS', title: 'Pupils by how much they missed', notes: [], tables: [table('BANDS', `${packCount(own.enrolments, 'pupil')} with a possible session, by the share of their own sessions missed this year`, [of('Missed'), number('Pupils'), number('Of all')],
      all.map(({ from, to, pupils }) => row(words(to === 100 ? `${from}% or more` : `${from}% to under ${to}%`), count(pupils), percent(ratePercent(pupils, own.enrolments)))))],
  };
}

const groupTable = (key: string, caption: string, groups: readonly PackGroup[]): PackTable => table(key, caption, [of('Group'), number('Pupils'), number('Attendance'), number('Persistently absent'), number('Of group'), number('Severely absent')],
  groups.map(({ axis, value, pupils, possible, absent, persistent, severe }) => ({ ...row(words(cohortLabel(axis, value)), count(pupils), percent(attendedPercent({ absent, possible })), count(persistent), percent(ratePercent(persistent, pupils)), count(severe)), group: COHORT_AXES[axis].label })));

function groups({ groups: all, care }: PackBody, showsCare: boolean): PackSection {
  return {
    key: 'GROUPS', title: 'Groups of pupils', tables: [groupTable('GROUPS', 'By who pupils are today', all), ...(showsCare && care.length > 0 ? [groupTable('CARE', 'By care and caring', care)] : [])],
    notes: ['Nothing is hidden here, however small the group: this is for the school and the authority alone. Percentages of very small groups say little.', ...(showsCare ? [] : ['Care, caring and youth justice are left out: your role does not see them.'])],
  };
}

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

function reasons({ codes, slots, weeks, year: { own }, overdueReasons, marksTo }: PackBody): PackSection {
  const days = [...new Set(slots.map(({ slot }) => Math.floor(slot / 2)))];
  const slotOf = (slot: number): PackCell => {
    const found = slots.find((each) => each.slot === slot);
    return percent(found === undefined ? null : ratePercent(found.absent, found.possible));
  };
  return {
    key: 'REASONS', title: 'Reasons, days and weeks',
    notes: [`${packCount(own.missing, 'session')} without a mark this year. ${packCount(overdueReasons.sessions, 'session')} of ${packCount(overdueReasons.pupils, 'pupil')} still N (no reason yet) after the five school days the law allows${marksTo === null ? '' : `, marks to ${packDay(marksTo)}`}.`],
    tables: [
      table('CODES', 'Sessions by code, most often first', [of('Code'), of('Meaning'), number('Sessions')], codes.map(({ code, sessions }) => row(words(code), words(code === '-' ? 'No mark' : (findCode(code)?.label ?? 'Not a national code')), count(sessions)))),
      table('SLOTS', 'Absence by half day, % of possible sessions', [of('Day'), number('Morning'), number('Afternoon')], days.map((day) => row(words(DAYS[day] ?? ''), slotOf(day * 2), slotOf(day * 2 + 1)))),
      table('WEEKS', 'By week, % of possible sessions', [of('Week of'), number('Absence'), number('Authorised'), number('Unauthorised'), number('Absence in the same week last year')], weeks.map((week) => ({ ...row(
        words(packDay(week.weekStart)), percent(ratePercent(absentOf(week), week.possible)), percent(ratePercent(week.authorised, week.possible)), percent(ratePercent(week.unauthorised, week.possible)),
        percent(week.lastYearPossible === null || week.lastYearAbsent === null ? null : ratePercent(week.lastYearAbsent, week.lastYearPossible))), monday: week.weekStart }))),
    ],
  };
}

const PUPIL_COLUMNS = [of('Pupil'), of('Year'), number('Attended'), of('Why'), of('Plan'), of('Last five days')];
const planWords = ({ plan }: PackPupil): string => (plan === null ? 'Not known' : PLAN_STATUS_WORDS[plan]);
const pupilRow = (pupil: NamedPackPupil, why: string): PackRow => ({
  cells: [words(pupil.name), words(yearOf(pupil)), percent(attendedPercent(pupil)), words(why), words(planWords(pupil)), words(lastFive(pupil))], group: null, pupilId: pupil.pupilId, marks: pupil.marks, monday: pupil.marksFrom,
});

/** The last five days with a mark, of two weeks of marks from a Monday: oldest first. */
export function packLastDays(marks: string, marksFrom: string | null): { date: string; marks: string }[] {
  if (marksFrom === null) return [];
  const days = Array.from({ length: marks.length / 2 }, (_, index) => ({ date: addDays(marksFrom, index), marks: marks.slice(index * 2, index * 2 + 2) }));
  return days.filter(({ marks: pair }) => pair.replaceAll('#', '').trim() !== '').slice(-5);
}
const lastFive = ({ marks, marksFrom }: PackPupil): string => packLastDays(marks, marksFrom).map(({ marks: pair }) => [...pair].map((mark) => codeOfMark(mark) ?? '·').join('')).join(' ');

const ON_ROLL_NOTE = 'Lists are of pupils on roll on the day of freezing, but for the list of leavers; figures also count those who left, up to the day they left. A pupil may stand on several lists.';

function lists(body: PackBody, pupils: readonly NamedPackPupil[]): PackSection {
  const limits = packLimits(body.frozenOn);
  const listed = (list: PackList): number => body.lists[list] ?? 0;
  const filled = PACK_LISTS.filter((list) => listed(list) > 0);
  const empty = PACK_LISTS.filter((list) => body.lists[list] === 0);
  const rowsOf = (list: PackList): PackRow[] => pupils.flatMap((pupil) => pupil.lists.filter((each) => each.list === list).map(({ sentence }) => pupilRow(pupil, sentence)));
  return {
    key: 'LISTS', title: 'Pupils by list', notes: [ON_ROLL_NOTE, ...(empty.length === 0 ? [] : [`Nobody stands on: ${empty.map((list) => PACK_LIST_TITLES[list].toLowerCase()).join(', ')}.`])],
    tables: filled.map((list) => table(list, `${PACK_LIST_TITLES[list]}: ${packNumber(listed(list))}`, PUPIL_COLUMNS, rowsOf(list), packListRule(list, limits, body.since))),
  };
}

/** More pupils than these are told of on their lists. */
const MOST_CHANGED = 30;

function changes(body: PackBody, pupils: readonly NamedPackPupil[]): PackSection {
  const { since, year: { own }, overdueActions } = body;
  const was = since.figures;
  const rows = PACK_CHANGES.flatMap((change) => pupils.filter((pupil) => pupil.changes.includes(change)).map((pupil): PackRow => ({
    cells: [words(pupil.name), words(yearOf(pupil)), percent(attendedPercent(pupil)), words(`Missed ${packNumber(pupil.absent)} of ${packCount(pupil.possible, 'session')}`)], group: PACK_CHANGE_WORDS[change], pupilId: pupil.pupilId, marks: null, monday: null,
  })));
  const total = PACK_CHANGES.map((change) => `${PACK_CHANGE_WORDS[change].toLowerCase()} ${packNumber(body.changes[change])}`).join(', ');
  return {
    key: 'CHANGES', title: since.kind === 'MEETING' ? 'What changed since we last met' : 'What changed since we last met: this is the first pack',
    notes: [sinceNote(since), `Pupils: ${total}.`, overdueActions === 0 ? 'No action of an earlier meeting is overdue.' : `${packCount(overdueActions, 'action')} of earlier meetings ${overdueActions === 1 ? 'is' : 'are'} overdue.`],
    tables: [
      ...(was === null ? [] : [table('FIGURES', 'Figures then and now', [of('Measure'), number('Then'), number('Now')], [
        row(words('Attendance, year to date'), percent(attendanceAndAbsencePercent(was.possible - was.attended, was.possible)?.attendance ?? null), percent(attendanceAndAbsencePercent(absentOf(own), own.possible)?.attendance ?? null)),
        row(words('Persistently absent pupils'), count(was.persistent), count(own.persistent)), row(words('Severely absent pupils'), count(was.severe), count(own.severe)), row(words('Pupils with a possible session'), count(was.enrolments), count(own.enrolments)),
      ])]),
      ...(rows.length === 0 ? [] : [table('CHANGED', 'Pupils whose standing changed', [of('Pupil'), of('Year'), number('Attended'), of('This year')], rows.slice(0, MOST_CHANGED), rows.length > MOST_CHANGED ? `The first ${MOST_CHANGED} of ${packNumber(rows.length)}, the most absent of each change. All stand on the lists below.` : null)]),
    ],
  };
}

const actionRow = (frozenOn: string, about: string, pupilId: number | null, { what, owner, dueOn, status, overdueFrom, note }: PackAction): PackRow => ({
  cells: [words(what), words(about), words(owner), words(packDay(dueOn)), words(`${ACTION_STATUS_WORDS[status as ActionStatus]}${isActionOpen(status as ActionStatus) && frozenOn >= overdueFrom ? ', overdue' : ''}`), words(note)], group: null, pupilId, marks: null, monday: null,
});

function agreed(body: PackBody, pupils: readonly NamedPackPupil[]): PackSection {
  const { frozenOn, actions, drafts, barriers, school } = body;
  const rows = [...actions.map((action) => actionRow(frozenOn, school.name, null, action)), ...pupils.flatMap((pupil) => pupil.actions.map((action) => actionRow(frozenOn, pupil.name, pupil.pupilId, action)))];
  const service = (code: string): string => (SUPPORT_SERVICES as Readonly<Record<string, string>>)[code] ?? code;
  const asked = [...drafts.map(({ service: code, reason }) => row(words(service(code)), words(school.name), words(reason))), ...pupils.flatMap((pupil) => pupil.drafts.map(({ service: code, reason }): PackRow => ({ ...row(words(service(code)), words(pupil.name), words(reason)), pupilId: pupil.pupilId })))];
  const none = [...(rows.length === 0 ? ['actions of earlier meetings'] : []), ...(asked.length === 0 ? ['requests for services in draft'] : []), ...(barriers.length === 0 ? ['area barriers open for this school'] : [])];
  return {
    key: 'AGREED', title: 'What was agreed, and what stands in the way', notes: none.length === 0 ? [] : [`There are no ${none.join(', and no ')}.`],
    tables: [
      ...(rows.length === 0 ? [] : [table('ACTIONS', 'Actions of earlier meetings', [of('Action'), of('About'), of('Owner'), of('Due'), of('Status'), of('What came of it')], rows)]),
      ...(asked.length === 0 ? [] : [table('DRAFTS', 'Requests for services, in draft', [of('Service'), of('About'), of('Why')], asked)]),
      ...(barriers.length === 0 ? [] : [table('BARRIERS', 'Area barriers open for this school', [of('Barrier'), of('Kind'), of('Since')], barriers.map(({ title, kind, sinceOn }) => row(words(title), words(BARRIER_KIND_WORDS[kind as BarrierKind] ?? kind), words(packDay(sinceOn)))))]),
    ],
  };
}

function rolls({ roll }: PackBody): PackSection {
  return {
    key: 'ROLLS', title: 'Coming and going', tables: [],
    notes: [
      `${packCount(roll.joined, 'pupil')} joined and ${packCount(roll.left, 'pupil')} left since the academic year began. Who joined and has a mark here, who left lately and who was suspended stand on the lists above.`,
      'The portal does not hold yet: attendance but for illness, part-time timetables with their reviews, alternative provision, enquiries for children missing education, home education, open cases, and areas by postcode. None of them is in this pack.',
    ],
  };
}

const ORIGINS: Readonly<Record<string, string>> = { PROPOSED: 'The portal', SCHOOL: 'The school', OFFICER: 'The officer' };

function topics(body: PackBody, pupils: readonly NamedPackPupil[], spoken: readonly PackTopic[], cohorts: readonly PackCohortTopic[]): PackSection {
  const byId = new Map(pupils.map((pupil) => [pupil.pupilId, pupil]));
  const rows = spoken.map(({ pupilId, name, ncYear, reason, origin }): PackRow => {
    const pupil = byId.get(pupilId);
    return {
      cells: [words(name), words(pupil === undefined ? yearGroupLabel(ncYear as YearGroup) : yearOf(pupil)), percent(pupil === undefined ? null : attendedPercent(pupil)), words(reason), words(ORIGINS[origin] ?? origin), words(pupil === undefined ? '' : lastFive(pupil))],
      group: null, pupilId, marks: pupil?.marks ?? null, monday: pupil?.marksFrom ?? null,
    };
  });
  return {
    key: 'TOPICS', title: `Pupils to talk about: ${packNumber(spoken.length)}`,
    notes: body.beyond === 0 ? (rows.length + cohorts.length === 0 ? ['Nobody is proposed by the priority rules, and nobody was added.'] : []) : [`The priority rules also name ${packCount(body.beyond, 'pupil')} beyond the most a meeting takes. They stand on the lists below; add whom you want to talk about.`],
    tables: [
      ...(rows.length === 0 ? [] : [table('TOPICS', 'Most pressing first', [of('Pupil'), of('Year'), number('Attended'), of('Why'), of('Put forward by'), of('Last five days')], rows)]),
      ...(cohorts.length === 0 ? [] : [table('COHORTS', 'Groups to talk about', [of('Group'), number('Pupils'), number('Persistently absent'), of('Why')], cohorts.map(({ label, pupils: size, persistent, reason }) => row(words(label), count(size), count(persistent), words(reason))))]),
    ],
  };
}

/** Lines of partners, where there are any: written until the record is issued, so they stand beside what was frozen. */
function partners(lines: readonly PartnerLine[]): PackSection[] {
  if (lines.length === 0) return [];
  const late = lines.filter(({ isAfterPack }) => isAfterPack).length;
  return [{
    key: 'PARTNERS', title: 'What partners wrote',
    notes: [`Early help, the Virtual School and the SEND service write about pupils on the list until the record is issued. Their lines stand here as they were last written; they are no part of what was frozen, nor of its hash.${late === 0 ? '' : ` ${packCount(late, 'line')} ${late === 1 ? 'was' : 'were'} written after the pack was made, and ${late === 1 ? 'says' : 'say'} so.`}`],
    tables: [table('PARTNERS', 'Lines about pupils to talk about', [of('Pupil'), of('From'), of('What they wrote'), of('Who and when'), of('Beside the pack')], lines.map((line) => ({
      ...row(words(line.name), words(partnerWords(line.field)), words(line.value), words(partnerAsOf(line)), words(line.isAfterPack ? AFTER_PACK_WORDS : 'Written before')), pupilId: line.pupilId })))],
  }];
}

/** A whole pack, in the order it is read: what changed first. `spoken`, `cohorts` and `lines` are those of the meeting as it stands; everything else is as frozen. */
export function packSections(body: PackBody, pupils: readonly NamedPackPupil[], { showsCare, spoken, cohorts, lines }: { readonly showsCare: boolean; readonly spoken: readonly PackTopic[]; readonly cohorts: readonly PackCohortTopic[]; readonly lines: readonly PartnerLine[] }): PackSection[] {
  // Without registers everything that is counted from marks would stand there empty.
  if (body.summary !== undefined) return [summaryHeadline(body.summary, body.year.england, body.school.phase), topics(body, pupils, spoken, cohorts), ...partners(lines), agreed(body, pupils)];
  return [changes(body, pupils), topics(body, pupils, spoken, cohorts), ...partners(lines), headline(body), bands(body), groups(body, showsCare), reasons(body), lists(body, pupils), agreed(body, pupils), rolls(body)];
}
