import { inSentence } from '@attendance/shared/kernel';
import { isTemporaryUpn } from '@attendance/shared/pupils';
import { formatDate, plural, type IsoDate } from '../../../lib/format.ts';
import type { FlagInfo } from '../../../ui/flag.tsx';
import { currentEnrolments, holdsOn, mainEnrolment, type PupilRecord } from './record.ts';
import { CARE_WORDS, leavingWords, valueWords } from './words.ts';


/** What to know before doing anything about this child, on a day. The bar puts risk first. */
export function flagsOf(pupil: PupilRecord, on: IsoDate): FlagInfo[] {
  return [...contactFlags(pupil), ...careFlags(pupil, on), ...needFlags(pupil, on), ...rollFlags(pupil, on)];
}

/** How each adult may be reached comes before any number or address. */
function contactFlags({ carers, addresses }: PupilRecord): FlagInfo[] {
  const flags = (carers ?? []).flatMap((carer): FlagInfo[] => {
    if (!carer.contactAllowed) return [{ kind: 'risk', title: 'No information to', text: `${inSentence(carer.relationship)}, ${carer.fullName}` }];
    return carer.safeContact === null ? [] : [{ kind: 'risk', title: 'Safe contact only.', text: `${carer.relationship}: ${inSentence(carer.safeContact)}` }];
  });
  const isProtected = (addresses ?? []).some((address) => address.protected && address.validTo === null);
  return isProtected ? [...flags, { kind: 'risk', title: 'Protected address.', text: 'Tell nobody where this child lives' }] : flags;
}

function careFlags({ careStatuses, restricted }: PupilRecord, on: IsoDate): FlagInfo[] {
  const flags = (careStatuses ?? []).filter((status) => holdsOn(status, on)).map((status): FlagInfo =>
    ({ kind: 'care', title: CARE_WORDS[status.kind] ?? status.kind, text: `since ${formatDate(status.validFrom)}` }));
  return restricted ? [{ kind: 'care', title: 'Restricted record.', text: 'Few people may know that it exists' }, ...flags] : flags;
}

function needFlags({ characteristics }: PupilRecord, on: IsoDate): FlagInfo[] {
  const now = characteristics.filter((each) => holdsOn(each, on));
  const of = (kind: string) => now.find((each) => each.kind === kind);
  const flags: FlagInfo[] = [];
  const sen = of('SEN');
  const need = of('PRIMARY_NEED');
  if (sen && sen.value !== 'N') flags.push({ kind: 'need', text: [valueWords(sen), need ? inSentence(valueWords(need)) : null].filter(Boolean).join(': ') });
  if (of('FSM')?.value === 'Y') flags.push({ kind: 'need', text: 'Free school meals' });
  if (of('YOUNG_CARER')) flags.push({ kind: 'need', text: 'Young carer' });
  if (of('SERVICE_CHILD')?.value === 'Y') flags.push({ kind: 'need', text: 'Service child' });
  return flags;
}

function rollFlags(pupil: PupilRecord, on: IsoDate): FlagInfo[] {
  const flags: FlagInfo[] = [];
  const current = currentEnrolments(pupil.enrolments, on);
  const main = mainEnrolment(pupil.enrolments, on);
  if (current.length > 1) flags.push({ kind: 'info', title: 'On two rolls:', text: current.map(({ school }) => school?.name ?? 'another school').join(' and ') });
  if (main === undefined) flags.push({ kind: 'info', text: 'On no school’s roll' });
  else if (main.endsOn !== null && main.endsOn < on) flags.push({ kind: 'info', title: `Left on ${formatDate(main.endsOn)}.`, ...(main.leavingReason === null ? {} : { text: leavingWords(main.leavingReason) }) });
  if (pupil.upn !== null && isTemporaryUpn(pupil.upn)) flags.push({ kind: 'info', text: 'Temporary pupil number' });
  const siblings = pupil.siblings ?? [];
  const schools = new Set(siblings.flatMap((sibling) => sibling.enrolments.filter(({ endsOn }) => endsOn === null).map(({ school }) => school?.id ?? '')));
  if (siblings.length > 0) flags.push({ kind: 'info', text: `${plural(siblings.length, 'sibling')}, ${plural(schools.size, 'school')}` });
  return flags;
}
