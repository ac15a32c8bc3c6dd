import { numberIn, searchWith } from '../../../graphql/page-query.ts';
import { formatDate, plural } from '../../../lib/format.ts';
import { DataTable, type DataColumn } from '../../../ui/data-table.tsx';
import { Link } from '../../../ui/link.tsx';
import { Page, PageTitle } from '../../../ui/page.tsx';
import { Pager } from '../../../ui/pager.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { useMe } from '../../identity/index.ts';
import { BeforeAfter } from '../parts/before-after.tsx';
import { CAVEATS, CaveatsPanel } from './effect-caveats.tsx';
import type { WidePeopleFieldsFragment as People } from './effect-wide-people-page.generated.ts';

type Row = People['items'][number];

/** Which page of the list an address asks for. */
export const peoplePage = (search: URLSearchParams) => ({ page: numberIn(search, 'page', 1, 1000), take: numberIn(search, 'take', 25, 100) });

const columnsOf = (mayOpen: boolean, hasNotes: boolean): DataColumn<Row>[] => [
  { key: 'pupil', heading: 'Pupil', cell: ({ pupilId, name, schoolName }) => <>{mayOpen ? <Link href={`/pupils/${pupilId}`}>{name}</Link> : name}<span className="app-line">{schoolName}</span></> },
  { key: 'about', heading: 'Counts by', cell: ({ action, about, effect }) => <><Link href={`/meetings/effect/wide/${effect.taskId}`}>{action}<span className="govuk-visually-hidden">, {about}, from {formatDate(effect.anchorOn)}</span></Link><span className="app-line">{about}, from {formatDate(effect.anchorOn)}</span></> },
  { key: 'effect', heading: 'What followed', wide: true, cell: ({ effect }) => <BeforeAfter effect={effect} /> },
  ...(hasNotes ? [{ key: 'note', heading: 'Why', wide: true, cell: ({ note }: Row) => note }] : []),
];

/** The pupils behind one count of actions about groups or schools: as many as the count says. */
export function WidePeople({ people: { label, words, total, items }, search, about, back }: { readonly people: People; readonly search: URLSearchParams; readonly about: string; readonly back: { readonly text: string; readonly href: string } }) {
  const { authority, can } = useMe();
  const { page, take } = peoplePage(search);
  return (
    <Page windowTitle="Pupils and what followed" authority={authority} breadcrumbs={[{ text: 'Home', href: '/' }, { text: 'The effect', href: '/meetings/effect' }, back, { text: 'Pupils' }]}>
      <PageTitle title={label === '' ? 'Pupils and what followed' : `${label}: pupils and what followed`} lede={`${about} The most improved first, those with too few sessions last.`} />
      <Panel title={`${plural(total, 'pupil')} ${words}`} flush lead foot="What came after an action need not have come from it. Counted are the pupils you may see.">
        <DataTable
          caption={`Pupils ${words}`} rows={items} rowKey={(row) => `${row.pupilId}-${items.indexOf(row)}`} columns={columnsOf(can('pupil:read'), items.some(({ note }) => note !== ''))}
          empty={<p>{total > 0 ? <>This page is past the end of the list. <Link href={searchWith(search, { page: null })}>Back to the first page</Link></> : 'No pupil stands here.'}</p>}
        />
        {total > 0 && <Pager page={page} take={take} total={total} hrefFor={(to, size) => searchWith(search, { page: to === 1 ? null : to, take: size === 25 ? null : size })} label="Pages of pupils" />}
      </Panel>
      <CaveatsPanel caveats={CAVEATS} />
    </Page>
  );
}
