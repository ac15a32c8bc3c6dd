import { useMutation } from '../../../graphql/hooks.ts';
import { useState, type SubmitEvent } from 'react';
import { TASK_STATUS_WORDS, TASK_STATUSES, taskPath, type TaskStatus } from '@attendance/shared/tasks';
import { problemOf, typedIn, type SaveProblem } from '../../../graphql/save.ts';
import { plural } from '../../../lib/format.ts';
import { Button } from '../../../ui/button.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { ErrorSummary } from '../../../ui/error-summary.tsx';
import { Input } from '../../../ui/input.tsx';
import { Link } from '../../../ui/link.tsx';
import { NotificationBanner } from '../../../ui/notification-banner.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { QuietButton } from '../../../ui/quiet-button.tsx';
import { Select } from '../../../ui/select.tsx';
import { Tag, type TagColour } from '../../../ui/tag.tsx';
import { ChangeTasksDocument, ReassignTasksDocument, type BulkReportFieldsFragment as Report, type TaskOwnerFieldsFragment as Owner } from '../tasks.generated.ts';
import { ownerItems } from '../rules/owner-items.ts';
import type { Chosen } from './pick.tsx';

const RESULTS: Readonly<Record<Report['rows'][number]['result'], readonly [string, TagColour]>> = { DONE: ['Done', 'green'], SKIPPED: ['Skipped', 'grey'], FAILED: ['Failed', 'red'] };

interface BulkPanelProps { readonly chosen: Chosen; readonly owners: readonly Owner[] | undefined; readonly onReport: (report: Report) => void }

/** Changing all that were ticked: one status and note for all, or one new owner. */
export function BulkPanel({ chosen, owners, onReport }: BulkPanelProps) {
  const [change, changing] = useMutation(ChangeTasksDocument);
  const [reassign, reassigning] = useMutation(ReassignTasksDocument);
  const [problem, setProblem] = useState<SaveProblem | null>(null);
  if (chosen.rows.length === 0) return null;
  const rows = chosen.rows.map(({ id, version }) => ({ id, version }));
  const run = (event: SubmitEvent<HTMLFormElement>, send: (form: HTMLFormElement) => Promise<Report | undefined>): void => {
    event.preventDefault();
    send(event.currentTarget).then((report) => { setProblem(null); chosen.clear(); if (report) onReport(report); }, (error: unknown) => setProblem(problemOf(error)));
  };
  const wrong = (field: string) => (problem?.fields[field] ? { error: problem.fields[field] } : {});
  const isBusy = changing.loading || reassigning.loading;
  const answers = chosen.rows.some(({ nextStatuses }) => nextStatuses.length > 0);
  const reassigns = owners !== undefined && owners.length > 0 && chosen.rows.some(({ mayReassign }) => mayReassign);
  const named = Object.entries(problem?.fields ?? {}).map(([field, text]) => ({ text, href: `#bulk-${field}` }));
  return (
    <Panel lead className="app-bulk app-no-print" title={<span role="status">{plural(chosen.rows.length, 'task')} chosen</span>} aside={<QuietButton small onClick={chosen.clear}>Choose none</QuietButton>}>
      {problem && <ErrorSummary title={named.length > 0 ? 'There is a problem' : 'Nothing was changed'} errors={named.length > 0 ? named : [{ text: problem.text }]} />}
      {answers && (
        <form className="app-filters--form app-bulk__form" noValidate onSubmit={(event) => run(event, async (form) => (await change({ variables: { rows, status: typedIn(form, 'status') as TaskStatus, note: typedIn(form, 'note') } })).data?.changeTasks)}>
          <Select id="bulk-status" name="status" label="Make them" items={TASK_STATUSES.filter((status) => status !== 'OPEN').map((value) => ({ value, text: TASK_STATUS_WORDS[value] }))} defaultValue="IN_PROGRESS" {...wrong('status')} />
          <Input id="bulk-note" name="note" label="Note for all (needed where they are closed)" {...wrong('note')} />
          <Button type="submit" small disabled={isBusy} preventDoubleClick>{changing.loading ? 'Saving' : 'Save for all chosen'}</Button>
        </form>
      )}
      {reassigns && (
        <form className="app-filters--form app-bulk__form" noValidate onSubmit={(event) => run(event, async (form) => (await reassign({ variables: { rows, toOwnerId: Number(typedIn(form, 'toOwnerId')), reason: typedIn(form, 'reason') } })).data?.reassignTasks)}>
          <Select id="bulk-toOwnerId" name="toOwnerId" label="Give them to" items={[{ text: 'Choose somebody', value: '0' }, ...ownerItems(owners)]} defaultValue="0" {...wrong('toOwnerId')} />
          <Input id="bulk-reason" name="reason" label="Why" {...wrong('reason')} />
          <Button type="submit" small variant="secondary" disabled={isBusy} preventDoubleClick>{reassigning.loading ? 'Saving' : 'Give to them'}</Button>
        </form>
      )}
    </Panel>
  );
}

/** What came of each row. */
export function BulkReport({ report }: { report: Report }) {
  return (
    <NotificationBanner kind="success" title="What came of it" role="alert">
      <p className="govuk-notification-banner__heading">{report.done} done, {report.skipped} skipped, {report.failed} failed</p>
      <DataTable
        caption="Each task, and what came of it" rows={report.rows} rowKey={({ id }) => id} inset
        columns={[
          { key: 'what', heading: 'Task', cell: ({ id, what }) => (what === null ? `Task ${id}` : <Link href={taskPath(id)} className="app-break">{what}</Link>) },
          { key: 'result', heading: 'Result', cell: ({ result }) => <Tag colour={RESULTS[result][1]}>{RESULTS[result][0]}</Tag> },
          { key: 'reason', heading: 'Why', wide: true, cell: ({ reason }) => reason },
        ]}
      />
    </NotificationBanner>
  );
}
