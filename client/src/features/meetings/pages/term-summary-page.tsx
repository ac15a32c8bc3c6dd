import { useNavigate } from 'react-router';
import { SUMMARY_COUNT_WORDS, SUMMARY_COUNTS, summaryWords } from '@attendance/shared/meetings';
import { useMutation } from '../../../graphql/hooks.ts';
import { pageLoader, usePageData } from '../../../graphql/page-query.ts';
import { usePortalClient } from '../../../graphql/portal-client.ts';
import { formatDate } from '../../../lib/format.ts';
import { Column, Columns } from '../../../ui/columns.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Link } from '../../../ui/link.tsx';
import { Page, PageTitle } from '../../../ui/page.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { SummaryList } from '../../../ui/summary-list.tsx';
import { useMe } from '../../identity/index.ts';
import { SummaryForm } from '../parts/summary-form.tsx';
import { schoolIn } from './planned-school-page.tsx';
import { EnterTermSummaryDocument, TermSummaryPageDocument, type TermSummaryPageQuery } from './term-summary-page.generated.ts';

export const loader = pageLoader(TermSummaryPageDocument, ({ schoolId }, search) => ({ schoolId: schoolIn(schoolId), term: search.get('term') }));

type Version = TermSummaryPageQuery['termSummary']['versions'][number];

/** The summary of a term of a school that sends no registers: entered by the school, or by its officer for it; read by both. */
export function Component() {
  const { data: { termSummary: summary } } = usePageData(TermSummaryPageDocument);
  const { authority, today, me, can } = useMe();
  const navigate = useNavigate();
  const client = usePortalClient();
  const [enter] = useMutation(EnterTermSummaryDocument);
  const { schoolId, name, term, versions, mayEnter } = summary;
  const back = can('meeting:record') ? `/meetings/schools/${schoolId}?term=${term.key}` : '/meetings';
  const latest = async () => {
    const now = await client.query({ query: TermSummaryPageDocument, variables: { schoolId, term: term.key } }).catch(() => null);
    return now?.data?.termSummary ?? null;
  };
  return (
    <Page windowTitle="Summary of the term" authority={authority} breadcrumbs={[{ text: 'Home', href: '/' }, { text: 'Meetings', href: '/meetings' }, ...(can('meeting:record') ? [{ text: name, href: back }] : []), { text: 'Summary of the term' }]}>
      <PageTitle title="Summary of the term" lede={`${name}, ${term.label.toLowerCase()}. No register comes from this school, so these counts are what its support rests on. ${summaryWords(summary, formatDate)}.`} />
      <Columns>
        {mayEnter && (
          <Column span={8}>
            <SummaryForm
              key={`${schoolId}/${term.key}`} summary={summary} keptAs={`summary:${me.id ?? 0}:${schoolId}:${term.key}`} today={today} back={back} latest={latest}
              save={async (version, input) => { await enter({ variables: { schoolId, version, input, term: term.key } }); await navigate(back); }}
            />
          </Column>
        )}
        <Column span={mayEnter ? 4 : 12}>
          <Panel title="What was entered" aside="Latest first" foot={mayEnter ? undefined : <Link href={back}>Back</Link>}>
            {versions.length === 0 ? <EmptyState>Nothing has been entered for this term yet.</EmptyState> : versions.map((version) => <Entered key={version.version} version={version} />)}
          </Panel>
        </Column>
      </Columns>
    </Page>
  );
}

function Entered({ version: { by, enteredOn, asOfOn, concerns, ...counts } }: { version: Version }) {
  return (
    <SummaryList rows={[
      { key: 'Entered', value: `${formatDate(enteredOn)}${by === null ? '' : ` by ${by}`}` }, { key: 'Counts up to', value: formatDate(asOfOn) },
      ...SUMMARY_COUNTS.map((name) => ({ key: SUMMARY_COUNT_WORDS[name], value: counts[name].toLocaleString('en-GB') })), ...(concerns === '' ? [] : [{ key: 'What the meeting should know', value: <span className="app-lines app-break">{concerns}</span> }]),
    ]} />
  );
}
