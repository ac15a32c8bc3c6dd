import { formatInstant, plural } from '../../lib/format.ts';
import { Link } from '../../ui/link.tsx';
import { Panel } from '../../ui/panel.tsx';
import type { Delivery } from './delivery-page.tsx';
import { needsPerson, statusWords } from './delivery-words.ts';

/** The latest files of the same school, and what became of each. */
export function Latest({ delivery }: { delivery: Delivery }) {
  const { latest, school } = delivery;
  const all = school ? `/data?schoolId=${school.id}` : '/data';
  return (
    <Panel title={school ? 'Latest deliveries of this school' : 'Latest deliveries'} flush foot={<Link href={all}>All deliveries</Link>}>
      <ul className="app-rows">
        {latest.map((each) => (
          <li key={each.id}>
            <div className="app-rows__main">
              {each.id === delivery.id ? <strong>{each.reference}, this one</strong> : <Link href={`/data/deliveries/${each.id}`}>{each.reference}</Link>}
              <span className="app-line app-break">{[school ? each.fileName : (each.school?.name ?? 'The whole authority'), formatInstant(each.receivedAt)].join(' · ')}</span>
            </div>
            <span className={needsPerson(each) ? 'app-over' : 'app-small'}>{statusWords(each)}{each.status === 'KEPT' && each.rowsRefused > 0 && `, ${plural(each.rowsRefused, 'row')} refused`}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
