import { useState } from 'react';
import { useRevalidator, useSearchParams } from 'react-router';
import { TASK_SIDE_WORDS, TASK_SOURCE_WORDS, TASK_STATUS_WORDS, TASK_STATUSES, TASKS_PATH, WORK_PATH, type TaskSide, type TaskSource } from '@attendance/shared/tasks';
import { asker, chip, may, numberIn, oneOf, pageLoader, searchWith, usePageData } from '../../../graphql/page-query.ts';
import { plural } from '../../../lib/format.ts';
import { Button } from '../../../ui/button.tsx';
import { DataTable, type DataColumn } from '../../../ui/data-table.tsx';
import { Filters } from '../../../ui/filters.tsx';
import { Link } from '../../../ui/link.tsx';
import { Page, PageTitle } from '../../../ui/page.tsx';
import { Pager } from '../../../ui/pager.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Select } from '../../../ui/select.tsx';
import { useMe } from '../../identity/index.ts';
import { BulkPanel, BulkReport } from '../parts/bulk-panel.tsx';
import { DueMark } from '../parts/due-mark.tsx';
import { Pick, useChosen, type Chosen } from '../parts/pick.tsx';
import { SchoolName } from '../parts/school-name.tsx';
import { TaskName } from '../parts/task-rows.tsx';
import { dueWords } from '../rules/due-words.ts';
import { ownerItems } from '../rules/owner-items.ts';
import { TasksPageDocument, type BulkReportFieldsFragment, type TaskRowFragment } from '../tasks.generated.ts';

const MOST = 2_147_483_647;
const SORTS = { DUE: 'First due first', OWNER: 'By owner', SCHOOL: 'By school', STATUS: 'By status' } as const;
const SIDES = Object.keys(TASK_SIDE_WORDS) as TaskSide[];
const SOURCES = Object.keys(TASK_SOURCE_WORDS) as TaskSource[];
const idIn = (search: URLSearchParams, key: string): number | null => numberIn(search, key, 0, MOST) || null;

function askedIn(search: URLSearchParams) {
  const status = search.get('status');
  const isLeft = search.get('owner') === 'LEFT';
  return {
    ownerId: isLeft ? null : idIn(search, 'owner'), ownerHasLeft: isLeft ? true : null, schoolId: idIn(search, 'school'), pupilId: idIn(search, 'pupil'), status: TASK_STATUSES.find((each) => each === status) ?? null,
    open: status === null || status === '' ? true : status === 'CLOSED' ? false : null, overdue: search.get('overdue') === 'yes' ? true : null,
    side: SIDES.find((each) => each === search.get('side')) ?? null, source: SOURCES.find((each) => each === search.get('source')) ?? null,
  };
}
const pageIn = (search: URLSearchParams) => ({ page: numberIn(search, 'page', 1, 1000), take: numberIn(search, 'take', 25, 100) });
const sortIn = (search: URLSearchParams) => oneOf(search, 'sort', Object.keys(SORTS) as (keyof typeof SORTS)[], 'DUE');

export const loader = pageLoader(TasksPageDocument, (_, search) => ({ filter: askedIn(search), sort: sortIn(search), ...pageIn(search), schoolId: idIn(search, 'school'), writes: may('task:write'), schools: may('school:read') && asker().schools.length !== 1 }));

const columnsOf = (today: string, chosen: Chosen): DataColumn<TaskRowFragment>[] => [
  { key: 'task', heading: 'Action', cell: (task) => <span className="app-picked">{task.nextStatuses.length + Number(task.mayReassign) > 0 && <Pick task={task} chosen={chosen} />}<span><TaskName task={task} />{task.pupilName !== null && <span className="app-line"><Link href={`/pupils/${task.pupilId}`}>{task.pupilName}</Link></span>}</span></span> },
  { key: 'due', heading: 'Due', nowrap: true, cell: (task) => <DueMark words={dueWords(task, today)} /> },
  { key: 'owner', heading: 'Owner', cell: ({ owner, ownerHasLeft, side }) => <>{owner === '' ? 'Nobody named' : owner}<span className="app-line">{ownerHasLeft ? <strong>has left</strong> : TASK_SIDE_WORDS[side]}</span></> },
  { key: 'school', heading: 'School', cell: ({ schoolId, schoolName }) => <SchoolName id={schoolId} name={schoolName} /> },
  { key: 'status', heading: 'Status', cell: ({ status, note }) => <>{TASK_STATUS_WORDS[status]}{note !== '' && <span className="app-line app-break">{note}</span>}</> },
];

/** Every task within reach, by owner, school, status and side; several may be changed at once. */
export function Component() {
  const { data: { tasks, taskOwners, allSchools } } = usePageData(TasksPageDocument);
  const { authority, today, can, me } = useMe();
  const revalidator = useRevalidator();
  const [search] = useSearchParams();
  const chosen = useChosen(tasks.items);
  const [report, setReport] = useState<BulkReportFieldsFragment | null>(null);
  const [{ ownerId, ownerHasLeft, schoolId, pupilId, status, open, overdue, side, source }, { page, take }, sort] = [askedIn(search), pageIn(search), sortIn(search)];
  const nameOf = (id: number): string => taskOwners?.find((owner) => owner.id === id)?.name ?? tasks.items.find((task) => task.ownerId === id)?.owner ?? (id === me.id ? me.name : 'one person');
  const title = `${tasks.total === 0 ? 'No action' : plural(tasks.total, 'action')}${tasks.overdue > 0 ? `, ${tasks.overdue} overdue` : ''}`;
  const chips = [
    ...(ownerHasLeft ? [chip(search, 'owner', 'Owner has left')] : ownerId === null ? [] : [chip(search, 'owner', `Owner: ${nameOf(ownerId)}`)]),
    ...(schoolId === null ? [] : [chip(search, 'school', allSchools?.find(({ id }) => id === String(schoolId))?.name ?? 'One school')]), ...(pupilId === null ? [] : [chip(search, 'pupil', 'One pupil')]),
    ...(status === null ? (open === true ? [] : [chip(search, 'status', open === false ? 'Closed ones' : 'Closed ones too')]) : [chip(search, 'status', TASK_STATUS_WORDS[status])]),
    ...(overdue ? [chip(search, 'overdue', 'Overdue')] : []), ...(side === null ? [] : [chip(search, 'side', `Owed by: ${TASK_SIDE_WORDS[side].toLowerCase()}`)]), ...(source === null ? [] : [chip(search, 'source', TASK_SOURCE_WORDS[source])]),
  ];
  const known = taskOwners ?? [];
  return (
    <Page windowTitle="Actions" authority={authority} breadcrumbs={[{ text: 'Home', href: '/' }, { text: 'Work', href: WORK_PATH }, { text: 'Actions' }]}>
      {report && <BulkReport key={report.rows.map(({ id }) => id).join()} report={report} />}
      <PageTitle title={title} lede="Everything to be done within your reach, with its owner and its day." actions={can('task:write') ? <Button href={`${TASKS_PATH}/new`}>Add a task</Button> : undefined} />
      <BulkPanel chosen={chosen} owners={taskOwners} onReport={(found) => { setReport(found); void revalidator.revalidate(); }} />
      <Panel title={SORTS[sort]} flush>
        <Filters search={search} chips={chips} kept={['take', 'pupil']} label="Choose which actions" clearHref="?">
          <Select id="owner" name="owner" label="Owner" defaultValue={ownerHasLeft ? 'LEFT' : ownerId === null ? '' : String(ownerId)} items={[{ text: 'Everyone', value: '' }, { text: 'Somebody who has left', value: 'LEFT' }, ...(ownerId === null || known.some(({ id }) => id === ownerId) ? [] : [{ text: nameOf(ownerId), value: String(ownerId) }]), ...ownerItems(known)]} />
          {allSchools && <Select id="school" name="school" label="School" items={[{ text: 'All schools', value: '' }, ...allSchools.map(({ id, name }) => ({ text: name, value: id }))]} defaultValue={schoolId === null ? '' : String(schoolId)} />}
          <Select id="status" name="status" label="Status" items={[{ text: 'Open or in progress', value: '' }, ...TASK_STATUSES.map((value) => ({ text: TASK_STATUS_WORDS[value], value })), { text: 'Closed', value: 'CLOSED' }, { text: 'All', value: 'ALL' }]} defaultValue={status ?? (open === false ? 'CLOSED' : open === null ? 'ALL' : '')} />
          <Select id="overdue" name="overdue" label="When" items={[{ text: 'Any day', value: '' }, { text: 'Overdue', value: 'yes' }]} defaultValue={overdue ? 'yes' : ''} />
          <Select id="side" name="side" label="Owed by" items={[{ text: 'Everyone', value: '' }, ...SIDES.map((value) => ({ text: TASK_SIDE_WORDS[value], value }))]} defaultValue={side ?? ''} />
          <Select id="source" name="source" label="Made" items={[{ text: 'In any way', value: '' }, ...SOURCES.map((value) => ({ text: TASK_SOURCE_WORDS[value], value }))]} defaultValue={source ?? ''} />
          <Select id="sort" name="sort" label="Order" items={Object.entries(SORTS).map(([value, text]) => ({ text, value }))} defaultValue={sort} />
        </Filters>
        <DataTable
          caption={title} rows={tasks.items} rowKey={({ id }) => id} columns={columnsOf(today, chosen)}
          empty={<p>{tasks.total > 0 ? <>This page is past the end of the list. <Link href={searchWith(search, { page: null })}>Back to the first page</Link></> : 'No action here. What is agreed at meetings, and what you add yourself, is listed here.'}</p>}
        />
        {tasks.total > 0 && <Pager page={page} take={take} total={tasks.total} hrefFor={(to, size) => searchWith(search, { page: to === 1 ? null : to, take: size === 25 ? null : size })} label="Pages of actions" />}
      </Panel>
    </Page>
  );
}
