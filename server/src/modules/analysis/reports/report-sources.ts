import type { WorkListKind } from '@attendance/shared/attendance';
import type { CohortsService } from '../cohorts.service.ts';
import type { EarlyRepository } from '../early.repository.ts';
import type { FiguresRepository } from '../figures.repository.ts';
import type { FiguresService } from '../figures.service.ts';
import type { PatternsService } from '../patterns.service.ts';
import type { PlanListRepository } from '../plan-list.repository.ts';
import type { PublishedService } from '../published.service.ts';
import type { PupilFiguresRepository } from '../pupil-figures.repository.ts';
import type { ReasonsService } from '../reasons.service.ts';
import type { TogetherRepository } from '../together/together.repository.ts';
import type { WorkListRepository } from '../work-list.repository.ts';
import { codeTable, holidayTable, outlierTable, placesTable, schoolCodeTable } from './codes.source.ts';
import { bandMoveTable, bandTable, gapTable, halfDayTable, lateHalfDayTable } from './groups.source.ts';
import type { HalfTermRepository } from './half-term.repository.ts';
import type { HolidayRepository } from './holiday.repository.ts';
import { halfTermTable, holidayRuns } from './holiday.source.ts';
import { marksTable, missingTable, pointsTable, rollListTable, rollTable, silentTable, transitionTable } from './keeping.source.ts';
import { oftenLateTable, pupilTable, workListTable, type MoreOfRows } from './pupils.source.ts';
import type { ReportSource } from './report-source.ts';
import type { ReportsRepository } from './reports.repository.ts';
import type { RollRepository } from './roll.repository.ts';
import { schoolTable } from './schools.source.ts';

/** Where reports take their numbers from: the same places as the pages. */
export interface ReportSources {
  readonly figures: FiguresService;
  readonly schools: FiguresRepository;
  readonly pupils: PupilFiguresRepository;
  readonly lists: WorkListRepository;
  readonly families: TogetherRepository;
  readonly early: EarlyRepository;
  readonly halfTerms: HalfTermRepository;
  readonly holidays: HolidayRepository;
  readonly rolls: RollRepository;
  readonly plans: PlanListRepository;
  readonly patterns: PatternsService;
  readonly cohorts: CohortsService;
  readonly published: PublishedService;
  readonly reasons: ReasonsService;
  readonly reports: ReportsRepository;
}

/** The way to the rows of every part, by number and key. A part without one is an error of the portal's; a test holds the two together. */
export function reportSources({ figures, schools, pupils, lists, families, early, halfTerms, holidays, rolls, plans, patterns, cohorts, published, reasons, reports }: ReportSources): Readonly<Record<string, ReportSource>> {
  const listed = (kind: WorkListKind, more?: MoreOfRows): ReportSource => workListTable(lists, families, kind, more);
  const codes = { reports, patterns };
  return {
    '1.SCHOOLS': schoolTable(schools, published, early, halfTerms),
    '2.PUPILS': pupilTable(figures, pupils, reports, early, plans),
    '3.CODES': codeTable(codes), '3.SCHOOLS': schoolCodeTable(codes), '3.OUTLIERS': outlierTable(codes, reasons),
    '4.HALF_DAYS': halfDayTable(patterns),
    '5.GAP': gapTable(cohorts, reports, early), '5.BANDS': bandTable(cohorts), '5.MOVEMENT': bandMoveTable(reports),
    '6.HALF_DAYS': lateHalfDayTable(patterns), '6.PUPILS': oftenLateTable(halfTerms, families),
    '7.SCHOOLS': holidayTable(codes), '7.PUPILS': listed('HOLIDAY_EDGE', holidayRuns(holidays)), '7.HALF_TERM': halfTermTable(holidays, families),
    '8.SCHOOLS': placesTable(codes),
    '9.PENALTY': listed('PENALTY_WATCH'), '9.PERSISTENT': listed('NEARLY_PERSISTENT'), '9.TEN_DAYS': listed('TEN_DAY'), '9.FIFTEEN_DAYS': listed('FIFTEEN_DAY'),
    '10.SCHOOLS': silentTable(schools), '10.ROLLS': rollTable(rolls), '10.JOINED': rollListTable(rolls, 'JOINED'), '10.LEFT': rollListTable(rolls, 'LEFT'), '10.LEFT_UNEXPLAINED': rollListTable(rolls, 'LEFT_UNEXPLAINED'), '10.POINTS': pointsTable(reports),
    '11.SCHOOLS': missingTable(schools, reports), '11.MARKS': marksTable(reports, reasons),
    '12.TRANSITION': transitionTable(reports, early),
  };
}
