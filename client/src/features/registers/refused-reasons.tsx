import { formatNumber, plural } from '../../lib/format.ts';
import { Link } from '../../ui/link.tsx';
import { Panel } from '../../ui/panel.tsx';
import type { Delivery } from './delivery-page.tsx';
import { isByDay, reasonHeading } from './delivery-words.ts';

type Reason = Delivery['refusedReasons'][number];

/** A date or a UPN is not broken over lines; what is longer may be. */
const SHORT = 16;

/** What stood in the file: the value, and the column it stood in. */
export function WhatWeRead({ value, field }: { value: string; field: string }) {
  return (
    <>
      {value === '' ? <span className="app-muted">Empty</span> : <code className={value.length <= SHORT ? 'app-nowrap' : undefined}>{value}</code>}
      {field !== '' && <span className="app-line">in column {field}</span>}
    </>
  );
}

/** Refused rows by reason, commonest first, each with its first rows and a way to all of them. */
export function RefusedReasons({ delivery }: { delivery: Delivery }) {
  const { refusedReasons: reasons, rowsRefused, status } = delivery;
  if (reasons.length === 0) {
    if (status !== 'KEPT') return null;
    return <Panel title="No row was refused"><p>Every row of the file was understood. Nothing is left to do.</p></Panel>;
  }
  const byDay = isByDay(delivery);
  const listed = reasons.reduce((sum, reason) => sum + reason.count, 0);
  return (
    <Panel
      id="refused" title={`Refused: ${plural(rowsRefused, 'row')}, ${plural(reasons.length, 'reason')}`} aside={status === 'KEPT' ? 'The other rows of the same pupils were kept' : undefined} flush
      foot={<>{listed < rowsRefused && `${formatNumber(listed)} are listed; the rest have the same reasons. `}<Link href={`/data/deliveries/${delivery.id}?code=all`}>See all {byDay ? 'that was' : 'rows'} refused, in one list</Link></>}
    >
      <table className="app-table app-table--cards">
        <caption className="govuk-visually-hidden">Refused rows by reason</caption>
        <thead><tr><th scope="col" className="is-number">Line</th><th scope="col">What we read</th><th scope="col">Why it was refused</th><th scope="col">What to do</th></tr></thead>
        {reasons.map((reason) => <Group key={reason.code} reason={reason} byDay={byDay} deliveryId={delivery.id} />)}
      </table>
    </Panel>
  );
}

function Group({ reason, byDay, deliveryId }: { reason: Reason; byDay: boolean; deliveryId: string }) {
  const more = reason.count - reason.rows.length;
  return (
    <tbody>
      <tr className="is-group"><th scope="rowgroup" colSpan={4}>{reasonHeading(reason.why, reason.count, byDay)}</th></tr>
      {reason.rows.map((row, index) => (
        <tr key={`${row.line} ${row.field} ${index}`}>
          <th scope="row" className="is-number"><span className="app-cards-only">Line </span>{formatNumber(row.line)}</th>
          <td data-label="What we read"><WhatWeRead value={row.value} field={row.field} /></td>
          {/* Said once for the eye; a screen reader that lands on any row hears it there. */}
          <td data-label="Why it was refused" className={index === 0 ? 'is-wide' : 'is-off-cards'}>{index === 0 ? reason.why : <><span className="govuk-visually-hidden">{reason.why}</span><span aria-hidden="true">As above</span></>}</td>
          <td data-label="What to do" className={index === 0 ? 'is-wide' : 'is-off-cards'}>{index === 0 ? reason.todo : <><span className="govuk-visually-hidden">{reason.todo}</span><span aria-hidden="true">As above</span></>}</td>
        </tr>
      ))}
      {more > 0 && (
        <tr><td colSpan={4} className="is-wide"><Link href={`/data/deliveries/${deliveryId}?code=${reason.code}`}>{plural(more, `more ${byDay ? 'mark' : 'row'}`)} with this reason</Link></td></tr>
      )}
    </tbody>
  );
}
