import { pipeline } from 'node:stream/promises';
import { PassThrough } from 'node:stream';
import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { dayOfIso, isoOfDay } from '@attendance/shared/kernel';
import type { CodeChange, DeliveryCounts, Moved, SchoolFigures } from '../delivery-receipt.ts';
import type { RosterEntry, SchoolCalendar } from '../readers/types.ts';
import * as merge from './merge.sql.ts';
import type { YearRules } from './year-rules.ts';

/** What a merge wrote: marks by what became of them, and the weeks they stand in. */
export type Written = Pick<DeliveryCounts, 'marksNew' | 'marksChanged' | 'marksSame' | 'weeksNew' | 'weeksChanged'>;

/** SQL of one import, on the one connection that holds its transaction. */
export class ImportRepository {
  constructor(private readonly client: PoolClient) {}

  /** One delivery of a school at a time; an authority-wide delivery waits for all and holds all. */
  async lockSchool(schoolId: number | null): Promise<void> {
    await this.client.query('select lock_registers($1)', [schoolId]);
  }

  async roster(schoolId: number | null): Promise<RosterEntry[]> {
    const { rows } = await this.client.query<{ id: number; pupil_id: number; school_id: number; upn: string | null; local_id: string | null; starts_on: string; ends_on: string | null }>(
      `select e.id, e.pupil_id, e.school_id, p.upn, e.local_id, e.starts_on, e.ends_on
       from enrolment e join pupil p on p.id = e.pupil_id where $1::int is null or e.school_id = $1`, [schoolId]);
    return rows.map((row) => ({
      enrolmentId: row.id, pupilId: row.pupil_id, schoolId: row.school_id, upn: row.upn ?? '', localId: row.local_id,
      startsOn: dayOfIso(row.starts_on), endsOn: row.ends_on === null ? null : dayOfIso(row.ends_on),
    }));
  }

  async calendars(schoolId: number | null): Promise<SchoolCalendar[]> {
    const { rows } = await this.client.query<{ id: number; laestab: string; name: string; weeks: string[]; masks: number[] }>(
      `select s.id, s.la_code || lpad(s.establishment_number::text, 4, '0') as laestab, s.name,
              array_agg(w.week_start::text order by w.week_start) as weeks, array_agg(w.open_days::int order by w.week_start) as masks
       from school s join school_week w on w.school_id = s.id where $1::int is null or s.id = $1 group by s.id`, [schoolId]);
    return rows.map((row) => {
      const openDays: number[] = [];
      row.weeks.forEach((week, index) => {
        const monday = dayOfIso(week);
        for (let day = 0; day < 7; day += 1) if (((row.masks[index] ?? 0) >> day) & 1) openDays.push(monday + day);
      });
      return { schoolId: row.id, laestab: row.laestab, urn: String(row.id), name: row.name, openDays };
    });
  }

  /** Opens the stage and returns where to write its rows (COPY text) and how to end. */
  async openStage(): Promise<{ write(chunk: Buffer): Promise<void>; end(): Promise<void> }> {
    await this.client.query(merge.CREATE_STAGE);
    const input = new PassThrough({ highWaterMark: 4 * 1024 * 1024 });
    const done = pipeline(input, this.client.query(copyFrom(merge.COPY_STAGE)));
    done.catch(() => undefined); // told again by end()
    return {
      write: (chunk) => (input.write(chunk) ? Promise.resolve() : Promise.race([new Promise<void>((resolve) => { input.once('drain', resolve); }), done])),
      end: async () => { input.end(); await done; },
    };
  }

  /** Lays partial weeks over each other; returns sessions that the file marked twice, differently. */
  async collapseStage(): Promise<{ line: number; pupil_id: number }[]> {
    for (const statement of merge.COLLAPSE_STAGE) await this.client.query(statement);
    return (await this.client.query<{ line: number; pupil_id: number }>(merge.COLLAPSE_CONFLICTS)).rows;
  }

  /** Compares the stage with what is held between two days and writes only what differs. */
  async mergeStage(deliveryId: number, first: string, last: string): Promise<Written> {
    const span = [isoOfDay(dayOfIso(first) - 7), last];
    const { rows: held } = await this.client.query<{ held: boolean }>(merge.ANYTHING_HELD, span);
    if (held[0]?.held !== true) {
      const weeks = await this.client.query(merge.INSERT_ALL, [deliveryId]);
      for (const statement of merge.TOUCHED_ALL) await this.client.query(statement);
      const { rows } = await this.client.query<{ marks: number }>(merge.COUNT_STAGED);
      return { marksNew: rows[0]?.marks ?? 0, marksChanged: 0, marksSame: 0, weeksNew: weeks.rowCount ?? 0, weeksChanged: 0 };
    }
    await this.client.query(merge.COMPARE, span);
    const begun = await this.client.query(merge.INSERT_NEW, [deliveryId]);
    const history = await this.client.query(merge.KEEP_HISTORY, [deliveryId]);
    const writtenOver = await this.client.query(merge.KEEP_BEFORE, [deliveryId]);
    await this.client.query(merge.UPDATE_CHANGED, [deliveryId, ...span]);
    for (const statement of merge.TOUCHED_COMPARED) await this.client.query(statement);
    const { rows } = await this.client.query<{ in_question: number; same_weeks: number; same_in_changed: number }>(merge.COUNT_COMPARED);
    const counts = rows[0] ?? { in_question: 0, same_weeks: 0, same_in_changed: 0 };
    const marksChanged = history.rowCount ?? 0;
    return {
      marksNew: counts.in_question - marksChanged - counts.same_in_changed, marksChanged, marksSame: counts.same_weeks + counts.same_in_changed,
      weeksNew: begun.rowCount ?? 0, weeksChanged: writtenOver.rowCount ?? 0,
    };
  }

  /**
   * Works out the summaries again for what was touched, and says what that did to the figures of the last of the years.
   * Percentages are those in force for each year's figures.
   */
  async refreshSummaries(deliveryId: number, years: readonly YearRules[], today: string): Promise<{ pupils: number[]; schools: number[]; moved: Moved | null }> {
    const { rows } = await this.client.query<{ pupils: number[] | null; schools: number[] | null }>(merge.TOUCHED_SUBJECTS);
    const subjects = { pupils: rows[0]?.pupils ?? [], schools: rows[0]?.schools ?? [] };
    const academicYear = years.at(-1)?.year;
    if (subjects.pupils.length === 0 || academicYear === undefined) return { ...subjects, moved: null };
    const before = await this.figures(academicYear);
    for (const { year, persistentPercent, severePercent } of years) await this.client.query(merge.REFRESH_YEAR, [year, persistentPercent, severePercent]);
    await this.client.query(merge.REFRESH_COVERAGE, [deliveryId, today]);
    return { ...subjects, moved: { academicYear, before, after: await this.figures(academicYear) } };
  }

  private async figures(academicYear: number): Promise<SchoolFigures> {
    const { rows } = await this.client.query<SchoolFigures>(merge.FIGURES, [academicYear]);
    return rows[0] ?? { enrolments: 0, persistent: 0, attended: 0, possible: 0, missing: 0 };
  }

  async changesByCode(deliveryId: number): Promise<CodeChange[]> {
    const { rows } = await this.client.query<{ old_mark: string; new_mark: string; marks: number; pupils: number; first_day: string; last_day: string }>(merge.CHANGES_BY_CODE, [deliveryId]);
    return rows.map((row) => ({ from: row.old_mark, to: row.new_mark, marks: row.marks, pupils: row.pupils, firstDay: row.first_day, lastDay: row.last_day }));
  }
}
