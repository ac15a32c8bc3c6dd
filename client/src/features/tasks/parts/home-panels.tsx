import { CLOCKS_PATH, TASKS_PATH, WORK_PATH } from '@attendance/shared/tasks';
import { plural } from '../../../lib/format.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Link } from '../../../ui/link.tsx';
import { Panel } from '../../../ui/panel.tsx';
import type { TaskRowFragment } from '../tasks.generated.ts';
import { TaskRows } from './task-rows.tsx';

/** The next tasks of whoever is here, with how many are overdue. */
export function WorkPanel({ work, today }: { work: { readonly counts: { readonly overdue: number; readonly today: number; readonly thisWeek: number; readonly later: number }; readonly items: readonly TaskRowFragment[]; readonly atMySchools: { readonly total: number } }; today: string }) {
  const { overdue, today: now, thisWeek, later } = work.counts;
  const total = overdue + now + thisWeek + later;
  const others = work.atMySchools.total;
  return (
    <Panel
      title="Your actions" {...(overdue > 0 ? { count: overdue, countIsLate: true } : {})} aside={overdue > 0 ? `${overdue} overdue` : total > 0 ? 'None is overdue' : undefined} flush={total > 0}
      foot={<><Link href={WORK_PATH}>{total > work.items.length ? `All ${plural(total, 'action')}` : 'Your work'}</Link>{others > 0 && <> · <Link href={`${WORK_PATH}#at-my-schools`}>{plural(others, 'action')} of others overdue at your schools</Link></>} · <Link href={CLOCKS_PATH}>Clocks</Link></>}
    >
      {total === 0 ? <EmptyState>Nothing is yours to do. What you agree at meetings, and what you add yourself, stands here.</EmptyState> : <TaskRows tasks={work.items} today={today} mine />}
    </Panel>
  );
}

/** What a school owes, with owners and days. */
export function SchoolActionsPanel({ actions, today, authority }: { actions: { readonly total: number; readonly overdue: number; readonly items: readonly TaskRowFragment[] }; today: string; authority: string }) {
  const { total, overdue, items } = actions;
  return (
    <Panel
      title="Your actions" {...(overdue > 0 ? { count: overdue, countIsLate: true } : {})} aside="Each has an owner and a day" flush={total > 0}
      foot={<><Link href={`${TASKS_PATH}?side=SCHOOL`}>{total > items.length ? `All ${plural(total, 'action')} of the school` : 'The school’s actions in a list'}</Link> · <Link href={WORK_PATH}>Your own work</Link></>}
    >
      {total === 0 ? <EmptyState>Nothing is open. What you and {authority} agree at meetings stands here until it is done.</EmptyState> : <TaskRows tasks={items} today={today} mine={false} />}
    </Panel>
  );
}
