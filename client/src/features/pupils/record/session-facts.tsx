import { MARKS_COUNTING_FOR } from '@attendance/shared/attendance';
import type { IsoDate } from '../../../lib/format.ts';
import { Link } from '../../../ui/link.tsx';
import { useMe } from '../../identity/index.ts';
import { changesOf, countsToward, reasonDue } from './history.ts';
import type { RegisterYear } from './record.ts';
import type { RegisterView } from './view.ts';

type Props = { year: RegisterYear; weekStart: IsoDate; slot: number };

/** What the mark of a session was before, with the delivery that changed it. */
export function SessionHistory({ year, weekStart, slot }: Props) {
  const { can } = useMe();
  return changesOf(year, weekStart, slot).map(({ id, words, deliveryId }) => (
    <span key={id}>{words}, {can('delivery:read') ? <Link href={`/data/deliveries/${deliveryId}`}>delivery {deliveryId}</Link> : `delivery ${deliveryId}`}. </span>
  ));
}

/** More about one session for the reading line: its history, what it counts towards, whether a reason is due. */
export function SessionFacts({ year, weekStart, slot, registers }: Props & { registers: RegisterView }) {
  const mark = year.weeks.find((week) => week.weekStart === weekStart)?.marks.charAt(slot) ?? '';
  const counts = countsToward(year, weekStart, slot, registers.window);
  const due = MARKS_COUNTING_FOR.temporary.includes(mark) && mark !== '' ? reasonDue(registers.reasons, weekStart, slot) : null;
  return (
    <>
      <SessionHistory year={year} weekStart={weekStart} slot={slot} />
      {due && <span>{due}.</span>}
      {counts && <span>{counts}.</span>}
    </>
  );
}
