import { formatDay, plural } from '../../../lib/format.ts';
import { Figure } from '../../../ui/figure.tsx';
import { Link } from '../../../ui/link.tsx';
import { yearWords } from '../rules/sentences.ts';
import type { PupilReasonsFragment, SchoolReasonsFragment } from './reasons.generated.ts';

/** Pupils with sessions still without a reason, each the way to the record. */
export function PupilReasonsList({ items }: { items: PupilReasonsFragment['items'] }) {
  return (
    <ul className="app-rows">
      {items.map((item) => (
        <li key={item.pupilId}>
          <div className="app-rows__main"><Link href={`/pupils/${item.pupilId}`}>{item.name}</Link><span className="app-line">{[yearWords(item.ncYear), item.form].filter(Boolean).join(', ')}</span></div>
          <span className="app-small">{plural(item.sessions, 'session')}, oldest {formatDay(item.oldestOn)}</span>
        </li>
      ))}
    </ul>
  );
}

/** Schools with reasons overdue, oldest first; each figure opens its pupils. */
export function SchoolReasonsList({ items, named }: { items: readonly SchoolReasonsFragment[]; named: boolean }) {
  return (
    <ul className="app-rows">
      {items.map((each) => (
        <li key={each.schoolId}>
          <div className="app-rows__main">
            <Link href={`/schools/${each.schoolId}`}>{each.schoolName}</Link>
            <span className="app-line"><Figure value={`${plural(each.sessions, 'session')} of ${plural(each.pupils, 'pupil')}`} to={named ? `/schools/${each.schoolId}/reasons` : undefined} of={`without a reason at ${each.schoolName}`} /></span>
          </div>
          <span className="app-small">oldest {formatDay(each.oldestOn)}</span>
        </li>
      ))}
    </ul>
  );
}
