import { ABSENCE_BANDS, markOfCode, WEEK_LENGTH } from '@attendance/shared/attendance';
import { academicYearOfWeek } from '@attendance/shared/calendar';
import { parseIsoDay, weekStartOf } from '@attendance/shared/kernel';
import { Refusal, RefusalCode } from '../../platform/errors/refusal.ts';
import type { Operation } from '../../platform/graphql/operation.ts';
import { PupilMeasure, type PupilFilter, type PupilSort, type SortDirection } from './figures.inputs.ts';
import { mayAsk } from './cohorts.service.ts';
import type { FiguresService } from './figures.service.ts';
import type { PupilFiguresPageType, PupilFiguresType } from './figures.type.ts';
import { isOfSessions, type Listing, type PupilFiguresRepository } from './pupil-figures.repository.ts';

/** The first and the last Monday anybody may ask for: a list of some weeks has no open end in the database. */
const FIRST_WEEK = '2000-01-03';
const LAST_WEEK = '2099-12-28';

/** The lists behind figures: which year or weeks they are of, and who was shown. */
export class PupilFiguresService {
  constructor(private readonly figures: FiguresService, private readonly pupils: PupilFiguresRepository) {}

  /** How long a list that may be asked for is. */
  async size(operation: Operation, filter: PupilFilter): Promise<Pick<PupilFiguresPageType, 'total' | 'sessions'>> {
    return this.pupils.size(operation, this.listing(operation, filter));
  }

  /** Some of its rows; the trail is whoever calls's. */
  async rows(operation: Operation, filter: PupilFilter, sort: PupilSort, direction: SortDirection, offset: number, take: number): Promise<PupilFiguresType[]> {
    return this.pupils.items(operation, this.listing(operation, filter), sort, direction, offset, take);
  }

  async list(operation: Operation, filter: PupilFilter, sort: PupilSort, direction: SortDirection, offset: number, take: number): Promise<PupilFiguresPageType> {
    const page = await this.pupils.list(operation, this.listing(operation, filter), sort, direction, offset, take);
    const marks = await this.pupils.lastMarks(operation, page.items.map((item) => item.enrolmentId), weekStartOf(operation.today));
    operation.audit.viewed(page.items.map((item) => item.pupilId));
    Object.assign(operation.audit.details, { filter: { ...filter }, offset, total: page.total });
    return { ...page, items: page.items.map((item) => ({ ...item, lastMarks: marks.get(item.enrolmentId) ?? '' })) };
  }

  /** What a filter lists. Refuses what may not be asked, and what makes no list. */
  listing(operation: Operation, filter: PupilFilter): Listing {
    if (filter.axis) mayAsk(operation, filter.axis);
    if (filter.across) mayAsk(operation, filter.across);
    mayListCode(filter);
    mayListMoved(filter);
    const { academicYear, thresholds } = this.figures.span(operation);
    const weeks = weeksOf(filter);
    const said = filter.toWeek ?? filter.fromWeek;
    const ofYear = filter.academicYear ?? (said ? academicYearOfWeek(said) : academicYear);
    return { filter, thresholds, weeks, academicYear: ofYear, isFollowed: ofYear < academicYear };
  }
}

/** A list of one code is of the whole year, and says which. */
function mayListCode({ code, measure, fromWeek, toWeek, slot, span }: PupilFilter): void {
  if ((measure === PupilMeasure.CODED) !== (typeof code === 'string')) throw notAsked('Sessions with a code are listed by that code. Say which one.');
  if (typeof code !== 'string') return;
  if (markOfCode(code) === null) throw notAsked(`${code} is not a national attendance code.`);
  if (fromWeek || toWeek || span || typeof slot === 'number') throw notAsked('Sessions with a code are listed for the whole year. Leave out the weeks and the half day.');
}

/** Bands are numbered, and moves between them are of this year. */
function mayListMoved({ moved, movedFrom, movedTo, academicYear }: PupilFilter): void {
  const bands = [movedFrom, movedTo].filter((band) => typeof band === 'number');
  if (bands.some((band) => ABSENCE_BANDS[band] === undefined)) throw notAsked(`A band of absence is a number from 0, under 5%, to ${ABSENCE_BANDS.length - 1}, everything.`);
  if (academicYear && (moved || bands.length > 0)) throw notAsked('Moves between bands are of this academic year. Leave out the year.');
}

/** The weeks a list is narrowed to; null for a whole year. */
function weeksOf({ fromWeek, toWeek, measure, slot, span }: PupilFilter): Listing['weeks'] {
  const isOfSlot = typeof slot === 'number';
  if (isOfSlot && (slot < 0 || slot >= WEEK_LENGTH)) throw notAsked('A half day of the week is a number from 0, Monday morning, to 13, Sunday afternoon.');
  if (span && (fromWeek || toWeek || isOfSlot)) throw notAsked('The last weeks of marks are a stretch of their own. Leave out the other weeks and the half day.');
  if (toWeek && (measure === PupilMeasure.REGISTERED || measure === PupilMeasure.NO_SESSIONS)) throw notAsked('Who has a register, or no session in it, is a question of a whole year.');
  if ((fromWeek || isOfSlot || span) && measure !== PupilMeasure.COUNTED && !isOfSessions(measure)) throw notAsked('Who is persistently or severely absent is a question of a year from its first week. Some weeks or half days can be listed by their sessions.');
  if (!fromWeek && !toWeek) return null;
  for (const week of [fromWeek, toWeek]) {
    if (week && (parseIsoDay(week) === null || weekStartOf(week) !== week || week < FIRST_WEEK || week > LAST_WEEK)) throw notAsked('A week is named by its Monday, such as 2026-11-16.');
  }
  return { from: fromWeek ?? FIRST_WEEK, to: toWeek ?? LAST_WEEK };
}

const notAsked = (why: string): Refusal => new Refusal(RefusalCode.INVALID, `${why} Nothing was changed.`);
