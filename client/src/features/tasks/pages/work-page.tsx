import { useState } from 'react';
import { useRevalidator } from 'react-router';
import { CLOCKS_PATH, TASKS_PATH, WORK_WHEN_WORDS, WORK_WHENS } from '@attendance/shared/tasks';
import { may, pageLoader, usePageData } from '../../../graphql/page-query.ts';
import { formatLongDay, plural } from '../../../lib/format.ts';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Link } from '../../../ui/link.tsx';
import { Page, PageTitle } from '../../../ui/page.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { useMe } from '../../identity/index.ts';
import { BulkPanel, BulkReport } from '../parts/bulk-panel.tsx';
import { useChosen } from '../parts/pick.tsx';
import { TaskRows } from '../parts/task-rows.tsx';
import { WorkPageDocument, type BulkReportFieldsFragment } from '../tasks.generated.ts';

export const loader = pageLoader(WorkPageDocument, () => ({ take: 100, writes: may('task:write') }));

/** One's own work: what is overdue, due now, this week and later, and what is overdue at one's schools. */
export function Component() {
  const { data: { myWork: { counts, items, atMySchools }, taskOwners } } = usePageData(WorkPageDocument);
  const { me, authority, today, can } = useMe();
  const revalidator = useRevalidator();
  const listed = [...items, ...atMySchools.items];
  const chosen = useChosen(listed);
  const [report, setReport] = useState<BulkReportFieldsFragment | null>(null);
  const total = counts.overdue + counts.today + counts.thisWeek + counts.later;
  const saved = (): void => { setReport(null); void revalidator.revalidate(); };
  const rows = { today, chosen, onSaved: saved };
  const countOf = { OVERDUE: counts.overdue, TODAY: counts.today, THIS_WEEK: counts.thisWeek, LATER: counts.later } as const;
  const title = counts.overdue > 0 ? `${plural(counts.overdue, 'action')} overdue` : counts.today > 0 ? `${plural(counts.today, 'action')} due now` : total > 0 ? 'Nothing is due today' : 'Nothing is yours to do';
  return (
    <Page windowTitle="Work" authority={authority} breadcrumbs={[{ text: 'Home', href: '/' }, { text: 'Work' }]}>
      {report && <BulkReport key={report.rows.map(({ id }) => id).join()} report={report} />}
      <PageTitle
        title={title} lede={<>{formatLongDay(today)} · {plural(total, 'open action')} · <Link href={TASKS_PATH}>All actions within reach</Link> · <Link href={CLOCKS_PATH}>Clocks</Link></>}
        actions={can('task:write') ? <Button href={`${TASKS_PATH}/new`}>Add a task</Button> : undefined}
      />
      <BulkPanel chosen={chosen} owners={taskOwners} onReport={(found) => { setReport(found); void revalidator.revalidate(); }} />
      {total === 0 && <Panel title="Nothing is open"><EmptyState>What you agree at meetings, and what you add yourself, stands here until it is done.</EmptyState></Panel>}
      {WORK_WHENS.filter((when) => countOf[when] > 0).map((when) => (
        <Panel key={when} lead={when === 'OVERDUE'} title={WORK_WHEN_WORDS[when]} count={countOf[when]} countIsLate={when === 'OVERDUE'} flush {...(items.filter((task) => task.when === when).length < countOf[when] ? { foot: <Link href={`${TASKS_PATH}?owner=${me.id ?? 0}`}>The rest in a list</Link> } : {})}>
          <TaskRows tasks={items.filter((task) => task.when === when)} mine {...rows} />
        </Panel>
      ))}
      {atMySchools.total > 0 && (
        <Panel id="at-my-schools" title="Overdue at my schools, with somebody else" count={atMySchools.total} countIsLate flush {...(atMySchools.total > atMySchools.items.length ? { foot: <Link href={`${TASKS_PATH}?overdue=yes`}>All that is overdue</Link> } : {})}>
          <TaskRows tasks={atMySchools.items} mine={false} {...rows} />
        </Panel>
      )}
    </Page>
  );
}
