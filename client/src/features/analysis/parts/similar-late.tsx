import { useSearchParams } from 'react-router';
import { searchWith } from '../../../graphql/page-query.ts';
import { late } from '../../../lib/late.tsx';
import { Link } from '../../../ui/link.tsx';
import { Panel } from '../../../ui/panel.tsx';
import type { SimilarProps } from './similar-panel.tsx';

const Opened = late(async () => (await import('./similar-panel.tsx')).SimilarOpened);

/** One school beside those most like it: opened by the address, and asked for only then. */
export function SimilarPanel(props: SimilarProps) {
  const [search] = useSearchParams();
  if (search.get('compare') === 'similar') return <Opened {...props} />;
  return (
    <Panel id="similar" title="Similar schools">
      <p><Link className="app-no-print" href={searchWith(search, { compare: 'similar' })} preventScrollReset>Compare with similar schools</Link> by size, free school meals, special educational needs and first language, with the method shown.</p>
    </Panel>
  );
}
