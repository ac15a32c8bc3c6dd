import type { PoolClient } from 'pg';
import { ClosureKind } from '@attendance/shared/calendar';
import { daysBetween } from '@attendance/shared/kernel';
import type { Columns, Kind } from '../../../platform/loading/index.ts';
import { DateKind, mergeCalendars } from './calendar-merge.ts';

const COLUMNS = {
  school: { title: 'School', names: 'school urn schoolurn', needed: true },
  kind: { title: 'Kind', names: 'kind type', needed: true },
  name: { title: 'Name', names: 'name description label' },
  firstDay: { title: 'First day', names: 'firstday startdate start datefrom from date', needed: true },
  lastDay: { title: 'Last day', names: 'lastday enddate end dateto to' },
} as const satisfies Columns<string>;

const STAGE = { school_id: 'integer', kind: 'text', name: 'text', first_day: 'date', last_day: 'date' } as const;

/** "Half term" alone is missing on purpose: people mean the weeks of school by it as well as the holiday between them. */
const KINDS = {
  Term: DateKind.TERM, Holiday: DateKind.BREAK, 'Half-term holiday': DateKind.BREAK, 'Half term holiday': DateKind.BREAK, Break: DateKind.BREAK,
  INSET: ClosureKind.INSET, 'INSET day': ClosureKind.INSET, 'Bank holiday': ClosureKind.BANK_HOLIDAY, Closure: ClosureKind.OCCASIONAL, Occasional: ClosureKind.OCCASIONAL,
} as const;
const NAMES: Readonly<Record<DateKind, string>> = { TERM: 'Term', BREAK: 'Holiday', INSET: 'Staff training day', BANK_HOLIDAY: 'Bank holiday', OCCASIONAL: 'Closed' };
const LONGEST_TERM = 200;
const LONGEST_CLOSURE = 31;

/** Terms, holidays, training days and closures of one school (its URN) or of all the authority's open schools (`all`). */
export async function calendarKind(client: PoolClient): Promise<Kind<keyof typeof COLUMNS, keyof typeof STAGE>> {
  const schools = new Set((await client.query<{ id: number }>('select id from school')).rows.map(({ id }) => id));
  return {
    operation: 'loadCalendar', columns: COLUMNS, stage: STAGE,
    read: (cells) => {
      const isAll = cells.needed('school').toLowerCase() === 'all';
      const school = isAll ? null : cells.urn('school');
      if (school !== null && !schools.has(school)) cells.refuse('school', 'There is no school with this URN here. Write the URN of one, or “all”.');
      const kind = cells.oneOf('kind', KINDS) ?? cells.refuse('kind', 'This is blank, and must not be.');
      const first = cells.neededDay('firstDay');
      const last = cells.day('lastDay') ?? (kind === DateKind.TERM ? cells.refuse('lastDay', 'A term needs its last day.') : first);
      if (last < first) cells.refuse('lastDay', 'This is before the first day.');
      if (daysBetween(first, last) > (kind === DateKind.TERM ? LONGEST_TERM : kind === DateKind.BREAK ? LONGEST_TERM / 2 : LONGEST_CLOSURE)) cells.refuse('lastDay', 'This is longer than such a thing can be. Check both days.');
      return { school_id: school, kind, name: cells.text('name') ?? NAMES[kind], first_day: first, last_day: last };
    },
    judgements: [{
      column: 'First day', reason: 'This term overlaps another one of the file for the same school.',
      rows: `select s.line, s.first_day::text as value from load_stage s join load_stage o on o.line <> s.line and o.school_id is not distinct from s.school_id and o.kind = 'TERM'
        where s.kind = 'TERM' and daterange(o.first_day, o.last_day, '[]') && daterange(s.first_day, s.last_day, '[]')`,
    }],
    merge: mergeCalendars,
  };
}
