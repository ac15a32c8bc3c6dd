import { useState } from 'react';
import { plural } from '../../../lib/format.ts';
import { late } from '../../../lib/late.tsx';
import { Button } from '../../../ui/button.tsx';
import { useMe } from '../../identity/index.ts';
import type { DownloadPanelProps } from '../reports/download-panel.tsx';

const Shown = late<DownloadPanelProps>(async () => (await import('../reports/download-panel.tsx')).DownloadPanel);

export interface SaveRowsProps {
  /** The list and filter of the page, as the portal takes them for a file. */
  readonly order: object;
  readonly total: number;
  /** What a row is of. */
  readonly one?: string;
  readonly many?: string;
  readonly namesPupils?: boolean;
}

/** Every row of a list as a file or on paper, for whoever may disclose names: the questions of it come when they are wanted. */
export function SaveRows({ order, total, one = 'pupil', many, namesPupils = true }: SaveRowsProps) {
  const { can } = useMe();
  const [isOpen, setOpen] = useState(false);
  if (total === 0 || !can('report:read')) return null;
  const title = `Save or print all ${plural(total, one, many)}`;
  return isOpen ? <Shown order={order} title={title} rows={total} namesPupils={namesPupils} takesFocus /> : <p className="app-no-print"><Button variant="secondary" onClick={() => setOpen(true)}>{title}</Button></p>;
}
