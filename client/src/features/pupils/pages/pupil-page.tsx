import { useEffect, useRef } from 'react';
import { useLoaderData, useParams, useSearchParams, type LoaderFunctionArgs, type ShouldRevalidateFunctionArgs } from 'react-router';
import { numberIn, pageLoader, PageProblem, searchWith, type PageData } from '../../../graphql/page-query.ts';
import { formatDate } from '../../../lib/format.ts';
import { Column, Columns } from '../../../ui/columns.tsx';
import { Padlock } from '../../../ui/icons.tsx';
import { Link } from '../../../ui/link.tsx';
import { Page } from '../../../ui/page.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { useMe } from '../../identity/index.ts';
import { dayAskedFor } from '../record/as-it-stood.ts';
import { AskReason } from '../record/ask-reason.tsx';
import { AgePanel, CharacteristicsPanel, EnrolmentsPanel } from '../record/facts-panels.tsx';
import { AddressesPanel, FamilyPanel } from '../record/family-panel.tsx';
import { PupilIdentity } from '../record/identity.tsx';
import { LooksPanel } from '../record/looks-panel.tsx';
import { PenaltyPanel } from '../record/penalty-panel.tsx';
import { forgetReason, reasonFor } from '../record/reasons.ts';
import { RegisterPanel } from '../record/register-panel.tsx';
import { TotalsPanel } from '../record/totals-panel.tsx';
import { viewOf, type RecordView } from '../record/view.ts';
import { PupilPageDocument, type PupilPageQuery } from './pupil-page.generated.ts';

const LOOKS_A_PAGE = 10;
const MOST_PAGES = 1000;

const lookedIn = (search: URLSearchParams): number => numberIn(search, 'looked', 1, MOST_PAGES);

const load = pageLoader(PupilPageDocument, (params, search) => ({ id: params.id ?? '', reason: reasonFor(params.id ?? ''), looked: lookedIn(search), take: LOOKS_A_PAGE }));

/** The record, or null where the server first wants a reason: that is a question of this page and no problem of it. */
export const loader = Object.assign(async (args: LoaderFunctionArgs): Promise<PageData<PupilPageQuery> | null> => {
  try {
    return await load(args);
  } catch (problem) {
    if (problem instanceof PageProblem && problem.code === 'REASON_REQUIRED') return null;
    throw problem;
  }
}, { questions: load.questions });

/** Turning the page's views over shows nothing new, so it is not asked for again: the trail would count each turn as another look. */
export function shouldRevalidate({ currentUrl, nextUrl, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs): boolean {
  const isTurn = currentUrl.pathname === nextUrl.pathname && currentUrl.search !== nextUrl.search && lookedIn(currentUrl.searchParams) === lookedIn(nextUrl.searchParams);
  return isTurn ? false : defaultShouldRevalidate;
}

/** One child's record. The name is in the heading alone: tabs, addresses and histories are read by others. */
export function Component() {
  const loaded = useLoaderData<typeof loader>();
  const { id = '' } = useParams();
  const wasAsked = useRef(false);
  useEffect(() => () => forgetReason(id), [id]);
  useEffect(() => {
    // The question is gone, and with it the focused button: go on at the top of what was asked for.
    if (loaded !== null && wasAsked.current) document.getElementById('main')?.focus();
    wasAsked.current = loaded === null;
  }, [loaded]);
  return loaded === null ? <AskReason key={id} pupilId={id} /> : <Record key={id} data={loaded.data} />;
}

function Record({ data }: { data: PupilPageQuery }) {
  const { today, can } = useMe();
  const [search] = useSearchParams();
  const view = viewOf(data.pupil, today, dayAskedFor(search.get('asOf'), today));
  const { pupil, main, registers } = view;
  const school = main?.school;
  return (
    <Page
      windowTitle="Pupil record"
      breadcrumbs={[{ text: 'Home', href: '/' }, ...(school && can('school:read') ? [{ text: school.name, href: `/schools/${school.id}` }] : []), { text: 'Pupils', href: '/pupils' }]}
    >
      {view.isPast && <AsItStood view={view} />}
      <PupilIdentity view={view} authorityCode={data.authority.code} />
      {can('barrier:read') && <p className="app-no-print"><Link href={`/barriers/for?pupilId=${pupil.id}`}>Area barriers</Link></p>}
      {registers ? <RegisterPanel view={view} registers={registers} /> : <Panel lead title="Marks are not part of what your role sees" />}
      <Columns>
        <Column span={8}>
          {registers && registers.window.weeks.length > 0 && <PenaltyPanel view={view} window={registers.window} />}
          {registers && registers.sessions.length > 0 && <TotalsPanel sessions={registers.sessions} />}
          <CharacteristicsPanel view={view} />
          <EnrolmentsPanel view={view} />
        </Column>
        <Column span={4}>
          {pupil.carers && <FamilyPanel view={view} carers={pupil.carers} siblings={pupil.siblings ?? []} />}
          {pupil.addresses && <AddressesPanel addresses={pupil.addresses} mayReadProtected={can('pupil:read-protected-address')} />}
          <AgePanel view={view} />
          {pupil.looks && <LooksPanel looks={pupil.looks} page={lookedIn(search)} take={LOOKS_A_PAGE} />}
        </Column>
      </Columns>
    </Page>
  );
}

/** Above everything else on the page, because every figure below is an old one. */
function AsItStood({ view }: { view: RecordView }) {
  const [search] = useSearchParams();
  return (
    <div className="app-stood" role="status">
      <Padlock />
      <p>
        <strong>You are looking at this record as it stood on {formatDate(view.on)}.</strong> Marks changed later show what they were, and figures, needs and care are as at that day.
        {' '}A gap filled in later stays filled, since only changes keep their old value. School, family and addresses are as they are now.
        {' '}<Link href={searchWith(search, { asOf: null })} preventScrollReset>Back to today</Link>
      </p>
    </div>
  );
}
