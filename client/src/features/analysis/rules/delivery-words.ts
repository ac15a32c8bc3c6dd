import { formatNumber, plural } from '../../../lib/format.ts';

export interface DeliveryCounts { readonly status: string; readonly rowsRead: number; readonly rowsRefused: number; readonly marksNew: number; readonly marksChanged: number }

/** What came of a file, in a few words; bad where somebody has to do something. */
export function deliveryOutcome({ status, rowsRefused, marksNew, marksChanged }: DeliveryCounts): { words: string; isBad: boolean } {
  if (status === 'REFUSED') return { words: 'Nothing kept', isBad: true };
  if (status === 'INTERRUPTED') return { words: 'Stopped, nothing kept', isBad: true };
  if (status === 'UNDONE') return { words: 'Undone', isBad: false };
  if (status === 'WAITING') return { words: 'Waiting its turn', isBad: false };
  if (status !== 'KEPT') return { words: 'Being read', isBad: false };
  if (rowsRefused > 0) return { words: `${plural(rowsRefused, 'row')} refused`, isBad: true };
  return { words: marksNew + marksChanged === 0 ? 'Nothing new' : `${formatNumber(marksNew)} new, ${formatNumber(marksChanged)} changed`, isBad: false };
}
