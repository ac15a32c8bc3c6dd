import { plural } from '../../../lib/format.ts';
import type { SelectItem } from '../../../ui/select.tsx';
import type { MeetingOfficerFieldsFragment as Officer } from '../pages/handover.generated.ts';

/** Whom a meeting may be given to, each with what they hold already; not the one who has it. */
export const officerItems = (officers: readonly Officer[], not: number): SelectItem[] => [
  { text: 'Choose somebody', value: '0' },
  ...officers.filter(({ id, mayHold }) => mayHold && id !== not).map(({ id, name, jobTitle, holds }) => ({ value: String(id), text: `${name}${jobTitle === '' ? '' : `, ${jobTitle.toLowerCase()}`} (${holds === 0 ? 'no meeting' : plural(holds, 'meeting')})` })),
];
