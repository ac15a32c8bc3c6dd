import { inSentence } from '@attendance/shared/kernel';
import { ACTION_STATUS_WORDS, type ActionStatus } from '@attendance/shared/meetings';
import { formatDate } from '../../../lib/format.ts';
import type { DataColumn } from '../../../ui/data-table.tsx';
import { Link } from '../../../ui/link.tsx';
import { BeforeAfter } from '../parts/before-after.tsx';
import type { PupilActionFieldsFragment as Row } from './effect-rows-page.generated.ts';

/** Actions with what followed. With `pupils`, each row names its pupil first. */
export function actionColumns(pupils: boolean, mayOpen: boolean): DataColumn<Row>[] {
  return [
    ...(pupils ? [{ key: 'pupil', heading: 'Pupil', cell: ({ pupilId, name, schoolName }: Row) => <>{mayOpen ? <Link href={`/pupils/${pupilId}`}>{name}</Link> : name}<span className="app-line">{schoolName}</span></> }] : []),
    { key: 'action', heading: 'Action', cell: ({ action, service, taskId, name, effect }) => <><Link href={`/meetings/effect/actions/${taskId}`}>{action}<span className="govuk-visually-hidden">, {pupils ? name : ''} from {formatDate(effect.anchorOn)}</span></Link>{service !== null && service !== undefined && <span className="app-line">{service}</span>}</> },
    { key: 'from', heading: 'Began', nowrap: true, cell: ({ effect, status }) => <>{formatDate(effect.anchorOn)}<span className="app-line">{ACTION_STATUS_WORDS[status as ActionStatus]}</span></> },
    { key: 'effect', heading: 'What followed', wide: true, cell: ({ effect, whyNotWords }) => <><BeforeAfter effect={effect} />{whyNotWords && <span className="app-line">Why it did not help: {inSentence(whyNotWords)}</span>}</> },
  ];
}
