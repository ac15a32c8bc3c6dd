import { useSearchParams } from 'react-router';
import { question } from '../../../graphql/first-answers.ts';
import { searchWith } from '../../../graphql/page-query.ts';
import { late } from '../../../lib/late.tsx';
import { Link } from '../../../ui/link.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { SimilarSchoolsDocument } from './similar-panel.generated.ts';
import type { SimilarProps } from './similar-panel.tsx';

const Opened = late(async () => (await import('./similar-panel.tsx')).SimilarOpened);

/** What the opened panel asks, for a page that comes with its answers; nothing where it is not open. */
export const similarQuestions = (search: URLSearchParams, schoolId: number) => (search.get('compare') === 'similar' ? [question(SimilarSchoolsDocument, { schoolId })] : []);

/** The opened panel, for a page that is drawn with it; nothing where it is not open. */
export const similarParts = (search: URLSearchParams) => (search.get('compare') === 'similar' ? [Opened] : []);

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
