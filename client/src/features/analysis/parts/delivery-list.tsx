import { formatInstant, plural } from '../../../lib/format.ts';
import { Link } from '../../../ui/link.tsx';
import { deliveryOutcome } from '../rules/delivery-words.ts';
import type { DeliveryRowFragment } from './delivery-list.generated.ts';

export type ListedDelivery = DeliveryRowFragment & { readonly school?: { readonly name: string } | null };

/** Files received, each with what came of it and the way to its receipt. */
export function DeliveryList({ items }: { items: readonly ListedDelivery[] }) {
  return (
    <ul className="app-rows">
      {items.map((item) => {
        const outcome = deliveryOutcome(item);
        return (
          <li key={item.id}>
            <div className="app-rows__main">
              <Link href={`/data/deliveries/${item.id}`} className="app-break">{item.fileName}</Link>
              <span className="app-line">{[item.school?.name, formatInstant(item.receivedAt), plural(item.rowsRead, 'row')].filter(Boolean).join(' · ')}</span>
            </div>
            <span className={outcome.isBad ? 'app-over' : 'app-small'}>{outcome.words}</span>
          </li>
        );
      })}
    </ul>
  );
}
