import type { CohortsService } from '../cohorts.service.ts';
import type { FiguresRepository } from '../figures.repository.ts';
import type { FiguresService } from '../figures.service.ts';
import type { PatternsService } from '../patterns.service.ts';
import type { PublishedService } from '../published.service.ts';
import type { PupilFiguresRepository } from '../pupil-figures.repository.ts';
import type { ReasonsService } from '../reasons.service.ts';
import type { WorkListRepository } from '../work-list.repository.ts';
import { codeTable, holidayTable, outlierTable, placesTable, schoolCodeTable } from './codes.source.ts';
import { bandMoveTable, bandTable, gapTable, halfDayTable, lateHalfDayTable } from './groups.source.ts';
import { marksTable, missingTable, rollTable, silentTable, transitionTable } from './keeping.source.ts';
import { pupilTable, workListTable } from './pupils.source.ts';
import type { ReportSource } from './report-source.ts';
import type { ReportsRepository } from './reports.repository.ts';
import { schoolTable } from './schools.source.ts';

/** Where reports take their numbers from: the same places as the pages. */
export interface ReportSources {
  readonly figures: FiguresService;
  readonly schools: FiguresRepository;
  readonly pupils: PupilFiguresRepository;
  readonly lists: WorkListRepository;
  readonly patterns: PatternsService;
  readonly cohorts: CohortsService;
  readonly published: PublishedService;
  readonly reasons: ReasonsService;
  readonly reports: ReportsRepository;
}

/** The way to the rows of every part, by number and key. A part without one is an error of the portal's; a test holds the two together. */
export function reportSources({ figures, schools, pupils, lists, patterns, cohorts, published, reasons, reports }: ReportSources): Readonly<Record<string, ReportSource>> {
  return {
    '1.SCHOOLS': schoolTable(schools, published),
    '2.PUPILS': pupilTable(figures, pupils, reports),
    '3.CODES': codeTable({ reports, patterns }), '3.SCHOOLS': schoolCodeTable({ reports, patterns }), '3.OUTLIERS': outlierTable({ reports, patterns }),
    '4.HALF_DAYS': halfDayTable(patterns),
    '5.GAP': gapTable(cohorts, reports), '5.BANDS': bandTable(cohorts), '5.MOVEMENT': bandMoveTable(reports),
    '6.HALF_DAYS': lateHalfDayTable(patterns), '6.PUPILS': workListTable(lists, 'LATENESS'),
    '7.SCHOOLS': holidayTable({ reports, patterns }), '7.PUPILS': workListTable(lists, 'HOLIDAY_EDGE'),
    '8.SCHOOLS': placesTable({ reports, patterns }),
    '9.PENALTY': workListTable(lists, 'PENALTY_WATCH'), '9.PERSISTENT': workListTable(lists, 'NEARLY_PERSISTENT'), '9.TEN_DAYS': workListTable(lists, 'TEN_DAY'), '9.FIFTEEN_DAYS': workListTable(lists, 'FIFTEEN_DAY'),
    '10.SCHOOLS': silentTable(schools), '10.ROLLS': rollTable(reports),
    '11.SCHOOLS': missingTable(schools, reports), '11.MARKS': marksTable(reports, reasons),
    '12.TRANSITION': transitionTable(reports),
  };
}
