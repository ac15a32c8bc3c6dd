import type { PoolClient } from 'pg';
import { academicYearOfWeek, bankHolidaysWithin, calendarFaults, ClosureKind, schoolWeeks, termsWithoutBreaks, type SchoolCalendar, type SchoolClosure } from '@attendance/shared/calendar';
import { addDays, weekStartOf } from '@attendance/shared/kernel';
import { FileRefused, type Merged } from '../../../platform/loading/index.ts';

/** What a row of dates is: a stretch of term, a break in one, or a closure. */
export const DateKind = { TERM: 'TERM', BREAK: 'BREAK', ...ClosureKind } as const;
export type DateKind = (typeof DateKind)[keyof typeof DateKind];

interface StagedDates { readonly line: number; readonly school_id: number | null; readonly kind: DateKind; readonly name: string; readonly first_day: string; readonly last_day: string }

const yearOf = (day: string): number => academicYearOfWeek(weekStartOf(day));
const text = (calendar: SchoolCalendar): string => JSON.stringify([calendar.terms, calendar.closures]);

/** Works out the years of each school that the file speaks of, and writes those that differ, with the weeks that follow from them. */
export async function mergeCalendars(client: PoolClient): Promise<Merged> {
  const { rows } = await client.query<StagedDates>('select line, school_id, kind, name, first_day, last_day from load_stage order by first_day, line');
  const schoolIds = await schoolsMeant(client, rows);
  const held = await heldCalendars(client, schoolIds);
  const touched = new Map<number, Calendars>();
  const withoutTerms = new Set<number>();
  const lines = { added: new Set<number>(), changed: new Set<number>() };
  for (const schoolId of schoolIds) {
    const years = held.get(schoolId) ?? new Calendars();
    const own = rows.filter((row) => row.school_id === schoolId);
    for (const year of new Set(rows.map((row) => yearOf(row.first_day)))) {
      const ofYear = (all: readonly StagedDates[]): StagedDates[] => all.filter((row) => yearOf(row.first_day) === year);
      // A school with terms of its own for a year takes nothing from what is said of all.
      const hasOwnTerms = ofYear(own).some(({ kind }) => kind === DateKind.TERM);
      const said = ofYear(hasOwnTerms ? own : rows.filter((row) => row.school_id === null || row.school_id === schoolId));
      if (said.length === 0) continue;
      const before = years.of(year);
      if (before.terms.length === 0 && said.every(({ kind }) => kind !== DateKind.TERM)) {
        withoutTerms.add(schoolId);
        continue;
      }
      const next = calendarOf(said, before);
      if (text(next) === text(before)) continue;
      years.set(year, next);
      touched.set(schoolId, years);
      for (const { line } of said) (before.terms.length === 0 ? lines.added : lines.changed).add(line);
    }
  }
  for (const [schoolId, years] of touched) refuseFaults(schoolId, years.whole());
  await write(client, touched);
  await client.query('update load_stage set is_new = line = any ($1), is_changed = line = any ($2)', [[...lines.added], [...lines.changed]]);
  const notes = withoutTerms.size === 0 ? [] : [`Schools whose terms of the year are not known, so that nothing was closed there: ${[...withoutTerms].join(', ')}.`];
  return { pupilIds: [], schoolIds: [...touched.keys()], notes };
}

/** The calendars of a school by academic year, terms and closures in order. */
class Calendars {
  private readonly years = new Map<number, SchoolCalendar>();

  of(year: number): SchoolCalendar {
    return this.years.get(year) ?? { terms: [], closures: [] };
  }

  set(year: number, calendar: SchoolCalendar): void {
    this.years.set(year, calendar);
  }

  whole(): SchoolCalendar {
    const all = [...this.years.values()];
    return { terms: all.flatMap(({ terms }) => terms).sort((one, other) => one.startsOn.localeCompare(other.startsOn)), closures: all.flatMap(({ closures }) => closures) };
  }
}

/** A year as the file has it. Rows that name its terms are the whole year; rows without terms are added to what is held. */
function calendarOf(said: readonly StagedDates[], before: SchoolCalendar): SchoolCalendar {
  const named = said.filter(({ kind }) => kind === DateKind.TERM).map(({ name, first_day: startsOn, last_day: endsOn }) => ({ name, startsOn, endsOn }));
  const breaks = said.filter(({ kind }) => kind === DateKind.BREAK).map(({ first_day: startsOn, last_day: endsOn }) => ({ startsOn, endsOn }));
  const terms = termsWithoutBreaks(named.length > 0 ? named : before.terms, breaks);
  const closures = new Map<string, SchoolClosure>();
  for (const closure of [...bankHolidaysWithin(terms), ...(named.length > 0 ? [] : before.closures), ...said.flatMap(closuresOf)]) closures.set(closure.on, closure);
  return { terms, closures: [...closures.values()].sort((one, other) => one.on.localeCompare(other.on)) };
}

function closuresOf({ kind, name, first_day: first, last_day: last }: StagedDates): SchoolClosure[] {
  if (kind === DateKind.TERM || kind === DateKind.BREAK) return [];
  const days: SchoolClosure[] = [];
  for (let on = first; on <= last; on = addDays(on, 1)) days.push({ on, kind, label: name });
  return days;
}

function refuseFaults(schoolId: number, calendar: SchoolCalendar): void {
  const faults = calendarFaults(calendar);
  if (faults.length > 0) throw new FileRefused(`The terms of school ${schoolId} would overlap: ${faults.join('; ')}.`, 'Correct the dates, and load the file again.');
}

async function schoolsMeant(client: PoolClient, rows: readonly StagedDates[]): Promise<number[]> {
  const named = new Set(rows.flatMap(({ school_id }) => (school_id === null ? [] : [school_id])));
  if (rows.some(({ school_id }) => school_id === null)) {
    const { rows: open } = await client.query<{ id: number }>('select s.id from school s join authority a on a.code = s.la_code where s.status_code in (1, 3)');
    for (const { id } of open) named.add(id);
  }
  return [...named].sort((one, other) => one - other);
}

async function heldCalendars(client: PoolClient, schoolIds: readonly number[]): Promise<Map<number, Calendars>> {
  const { rows: terms } = await client.query<{ school_id: number; name: string; starts_on: string; ends_on: string }>(
    'select school_id, name, starts_on, ends_on from school_term where school_id = any ($1) order by starts_on', [schoolIds]);
  const { rows: closures } = await client.query<{ school_id: number; closed_on: string; kind: ClosureKind; label: string }>(
    'select school_id, closed_on, kind, label from school_closure where school_id = any ($1) order by closed_on', [schoolIds]);
  const held = new Map(schoolIds.map((id) => [id, new Calendars()]));
  const add = (schoolId: number, year: number, more: Partial<SchoolCalendar>): void => {
    const calendars = held.get(schoolId)!;
    const { terms: termsNow, closures: closuresNow } = calendars.of(year);
    calendars.set(year, { terms: [...termsNow, ...(more.terms ?? [])], closures: [...closuresNow, ...(more.closures ?? [])] });
  };
  for (const { school_id, name, starts_on: startsOn, ends_on: endsOn } of terms) add(school_id, yearOf(startsOn), { terms: [{ name, startsOn, endsOn }] });
  for (const { school_id, closed_on: on, kind, label } of closures) add(school_id, yearOf(on), { closures: [{ on, kind, label }] });
  return held;
}

/** All three tables of the schools that changed are written anew: a week's number depends on all the weeks before it. */
async function write(client: PoolClient, touched: ReadonlyMap<number, Calendars>): Promise<void> {
  const ids = [...touched.keys()];
  const calendars = [...touched].map(([schoolId, years]) => ({ schoolId, ...years.whole() }));
  for (const table of ['school_term', 'school_closure', 'school_week']) await client.query(`delete from ${table} where school_id = any ($1)`, [ids]);
  await insert(client, 'school_term', calendars.flatMap(({ schoolId, terms }) => terms.map((term) => ({ school_id: schoolId, academic_year: yearOf(term.startsOn), name: term.name, starts_on: term.startsOn, ends_on: term.endsOn }))));
  await insert(client, 'school_closure', calendars.flatMap(({ schoolId, closures }) => closures.map(({ on, kind, label }) => ({ school_id: schoolId, closed_on: on, kind, label }))));
  await insert(client, 'school_week', calendars.flatMap((calendar) => schoolWeeks(calendar).map((week) => ({ school_id: calendar.schoolId, week_start: week.weekStart, academic_year: week.academicYear, ordinal: week.ordinal, open_days: week.openDays }))));
}

const insert = (client: PoolClient, table: string, rows: readonly object[]): Promise<unknown> =>
  client.query(`insert into ${table} select * from jsonb_populate_recordset(null::${table}, $1)`, [JSON.stringify(rows)]);
