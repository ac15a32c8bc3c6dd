import type { PortalClient } from '../../graphql/portal-client.ts';
import { formatShortDate } from '../../lib/format.ts';
import type { OnSearch } from '../../ui/use-find.ts';
import { FindPupilsDocument } from './find-pupils.generated.ts';

const SEARCHED: Readonly<Record<string, string>> = { NAME: 'names, however they are spelled', UPN: 'UPNs', BORN_ON: 'dates of birth' };

/** Asks the server for pupils as a person types; what was typed never enters an address. */
export function searchPupils(client: PortalClient): OnSearch {
  return async (text, signal) => {
    const { data } = await client.query({ query: FindPupilsDocument, variables: { text }, fetchPolicy: 'network-only', context: { fetchOptions: { signal } } });
    if (!data) throw new Error('The search did not answer.');
    const { items, searchedBy } = data.findPupils;
    const shown = (alike: boolean) => items.filter((item) => item.soundsLike === alike).map((item) => ({
      id: item.id, href: `/pupils/${item.id}`, title: item.name,
      context: [item.ncYear ? yearWords(item.ncYear) : null, item.schoolName].filter(Boolean).join(', '),
      detail: `Born ${formatShortDate(item.bornOn)}${alike ? ' · sounds like it' : ''}`,
    }));
    return {
      total: items.length,
      searched: SEARCHED[searchedBy] ?? 'names',
      groups: [{ label: 'Pupils', items: shown(false) }, { label: 'Spelled differently', items: shown(true) }].filter((group) => group.items.length > 0),
    };
  };
}

/** "Year 9", "Reception", "Nursery": how a recorded year group is said. */
export function yearWords(ncYear: string): string {
  if (ncYear === 'R') return 'Reception';
  if (ncYear.startsWith('N')) return 'Nursery';
  return ncYear === 'X' ? 'Mixed years' : `Year ${ncYear}`;
}
