import { LIST_TITLES, listRule, tooEarlyWords, workListLimits } from '@attendance/shared/attendance';
import { plural } from '../../../lib/format.ts';
import { Figure } from '../../../ui/figure.tsx';
import { Link } from '../../../ui/link.tsx';
import { yearWords } from '../rules/sentences.ts';
import { workListHref, type WorkKept } from './work-filter.ts';
import { LastDays } from './pupil-columns.tsx';
import type { WorkCountFragment, WorkRowFragment } from './work-lists.generated.ts';

export interface WorkCountsProps {
  readonly lists: readonly WorkCountFragment[];
  readonly today: string;
  /** What the rows of every count have in common. */
  readonly kept?: WorkKept;
}

/** Lists of work, each with its rule in one line; each count opens as many rows. */
export function WorkCounts({ lists, today, kept = {} }: WorkCountsProps) {
  const limits = workListLimits(today);
  return (
    <ul className="app-rows">
      {lists.map(({ kind, total, tooEarly }) => (
        <li key={kind}>
          <div className="app-rows__main"><strong>{LIST_TITLES[kind]}</strong><span className="app-line">{listRule(kind, limits, today)}</span></div>
          {tooEarly ? <span className="app-muted">{tooEarlyWords(today)}</span> : <Figure value={plural(total, 'pupil')} to={workListHref(kind, kept)} of={`on the list: ${LIST_TITLES[kind]}`} />}
        </li>
      ))}
    </ul>
  );
}

/** Who: the name as a link, year and form. */
export function WorkName({ row, school }: { row: WorkRowFragment; school?: string | undefined }) {
  return (
    <>
      <Link href={`/pupils/${row.pupilId}`}>{row.name}</Link>
      <span className="app-line">{[yearWords(row.ncYear), row.form, school].filter(Boolean).join(', ')}</span>
    </>
  );
}

/** A few rows of a list, each with the sentence that says why. */
export function WorkRows({ rows, today, withSchool }: { rows: readonly WorkRowFragment[]; today: string; withSchool: boolean }) {
  return (
    <ul className="app-rows">
      {rows.map((row) => (
        <li key={row.enrolmentId}>
          <div className="app-rows__main">
            <WorkName row={row} school={withSchool ? row.schoolName : undefined} />
            <p><strong>{row.sentence}.</strong></p>
          </div>
          <LastDays marks={row.lastMarks} today={today} />
        </li>
      ))}
    </ul>
  );
}
