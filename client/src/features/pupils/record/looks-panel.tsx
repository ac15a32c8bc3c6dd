import { useSearchParams } from 'react-router';
import { searchWith } from '../../../graphql/page-query.ts';
import { formatInstant, plural } from '../../../lib/format.ts';
import { Pager } from '../../../ui/pager.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { lookWordsFor, opensOneRecord } from '../look-words.ts';
import type { PupilRecord } from './record.ts';

type Props = { looks: NonNullable<PupilRecord['looks']>; page: number; take: number };

/** Who opened, changed or was sent this record in the last thirty days. */
export function LooksPanel({ looks, page, take }: Props) {
  const [search] = useSearchParams();
  return (
    <Panel id="looked" title="Who looked" flush aside={`30 days: ${plural(looks.total, 'time')}, ${looks.people === 1 ? '1 person' : `${looks.people} people`}`}>
      {looks.items.length === 0 && <p className="app-people__none">Nobody has opened this record in the last 30 days.</p>}
      <ul className="app-people">
        {looks.items.map((look) => (
          <li key={look.id}>
            <p className="app-row app-row--apart"><strong>{look.who}</strong> <span className="app-small">{formatInstant(look.at)}</span></p>
            <p className="app-line">{[look.jobTitle, `${lookWordsFor(look)}${look.pupils > 1 && !opensOneRecord(look.operation) ? ` with ${plural(look.pupils - 1, 'other')}` : ''}`].filter(Boolean).join(' · ')}</p>
            {look.reason !== null && <p className="app-small">Reason given: “{look.reason}”</p>}
          </li>
        ))}
      </ul>
      {looks.total > take && <Pager label="Pages of who looked" page={page} take={take} total={looks.total} sizes={[take]} hrefFor={(to) => `${searchWith(search, { looked: to === 1 ? null : to })}#looked`} />}
    </Panel>
  );
}
