import { PUBLISHED_GROUPS } from '@attendance/shared/attendance';
import { ForwardOnly } from './forward-only.ts';
import { literal } from './sql-text.ts';

/** Figures are also published of children with a social worker: a series of its own, whose rows are each of one group. */
export class PublishedGroups1790000000052 extends ForwardOnly {
  readonly statements = [
    `alter table published_figure add column pupil_group text not null default 'ALL', drop constraint published_figure_pkey,
      add primary key (series, academic_year, term, level, area_code, phase, pupil_group),
      drop constraint published_figure_series, add constraint published_figure_series check (series in ('DAILY', 'CENSUS', 'CARE')),
      add constraint published_figure_group check (pupil_group in ('ALL', ${PUBLISHED_GROUPS.map(literal).join(', ')}) and (series = 'CARE') = (pupil_group <> 'ALL'))`,
  ];
}
