import type { SelectItem } from '../../../ui/select.tsx';

/** People as a field lists them, each with their job. */
export const ownerItems = (owners: readonly { readonly id: number; readonly name: string; readonly jobTitle: string }[]): SelectItem[] => owners.map(({ id, name, jobTitle }) => ({ text: jobTitle === '' ? name : `${name}, ${jobTitle}`, value: String(id) }));
