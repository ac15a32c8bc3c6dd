import { useMemo, useState } from 'react';
import type { TaskRowFragment } from '../tasks.generated.ts';

/** Tasks ticked for a change of several at once. What is no longer listed is no longer chosen. */
export interface Chosen { readonly rows: readonly TaskRowFragment[]; readonly has: (id: string) => boolean; readonly set: (id: string, isChosen: boolean) => void; readonly clear: () => void }

export function useChosen(listed: readonly TaskRowFragment[]): Chosen {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  return useMemo(() => ({
    rows: listed.filter(({ id }, index) => ids.has(id) && listed.findIndex((other) => other.id === id) === index), has: (id) => ids.has(id), clear: () => setIds(new Set()),
    set: (id, isChosen) => setIds((held) => { const next = new Set(held); if (isChosen) next.add(id); else next.delete(id); return next; }),
  }), [listed, ids]);
}

/** The box of one row. */
export function Pick({ task, chosen }: { task: Pick<TaskRowFragment, 'id' | 'what'>; chosen: Chosen }) {
  return (
    <label className="app-pick">
      <input type="checkbox" checked={chosen.has(task.id)} onChange={(event) => chosen.set(task.id, event.currentTarget.checked)} />
      <span className="govuk-visually-hidden">Choose: {task.what}</span>
    </label>
  );
}
