import { ageOn, asSentence } from '@attendance/shared/kernel';
import { ETHNIC_GROUPS } from '@attendance/shared/pupils';
import { formatDate, type IsoDate } from '../../../lib/format.ts';
import type { PupilRecord } from './record.ts';

type CharacteristicOfPupil = PupilRecord['characteristics'][number];

const KINDS: Readonly<Record<string, string>> = {
  SEN: 'Special educational needs', PRIMARY_NEED: 'Main need', FSM: 'Free school meals', FSM6: 'Free school meals in the last six years', EAL: 'First language',
  ETHNICITY: 'Ethnicity', SERVICE_CHILD: 'Service child', YOUNG_CARER: 'Young carer',
};

const VALUES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  SEN: { K: 'SEN support', E: 'Education, health and care plan', N: 'None' },
  PRIMARY_NEED: {
    SLCN: 'Speech, language and communication', SEMH: 'Social, emotional and mental health', SPLD: 'Specific learning difficulty', MLD: 'Moderate learning difficulty',
    SLD: 'Severe learning difficulty', PMLD: 'Profound and multiple learning difficulty', ASD: 'Autism', PD: 'Physical disability', HI: 'Hearing impairment',
    VI: 'Vision impairment', MSI: 'Multi-sensory impairment', DS: 'Down syndrome', OTH: 'Other need', NSA: 'No specialist assessment yet',
  },
  EAL: { ENG: 'English', OTH: 'Other than English' },
  ETHNICITY: {
    ...Object.fromEntries(ETHNIC_GROUPS.map(({ code, label }) => [code, label])), REFU: 'Preferred not to say', NOBT: 'Not yet obtained',
  },
  YOUNG_CARER: { P: 'Yes, told by a parent', S: 'Yes, found by the school' },
};

export const CARE_WORDS: Readonly<Record<string, string>> = {
  CIN: 'Child in need', CPP: 'On a child protection plan', CLA: 'Looked after', PLAC: 'Previously looked after', YJ: 'Known to youth justice',
};

const ROLLS: Readonly<Record<string, string>> = { C: 'Only roll', M: 'Main roll', S: 'Second roll', G: 'Guest', F: 'Further education', O: 'Other' };

const LEFT: Readonly<Record<string, string>> = {
  MOVED_AWAY: 'Moved away', ANOTHER_SCHOOL: 'Moved to another school', HOME_EDUCATION: 'Educated at home', MOVED_ABROAD: 'Moved abroad', PERMANENT_EXCLUSION: 'Permanently excluded',
};

/** A recorded word nobody has translated yet, at least readable: "OTHER_REASON" as "Other reason". */
function plainly(code: string): string {
  const words = code.replace(/_/g, ' ').toLowerCase();
  return asSentence(words);
}

export const kindWords = (kind: string): string => KINDS[kind] ?? plainly(kind);
export const rollWords = (status: string): string => ROLLS[status] ?? plainly(status);
export const leavingWords = (reason: string): string => LEFT[reason] ?? plainly(reason);

/** "SEN support", "Yes", "Autism": the value of a characteristic in words. */
export function valueWords({ kind, value }: Pick<CharacteristicOfPupil, 'kind' | 'value'>): string {
  return VALUES[kind]?.[value] ?? (value === 'Y' ? 'Yes' : value === 'N' ? 'No' : value);
}

/** "14 March 2013 (13)" */
export function bornWords(bornOn: IsoDate, on: IsoDate): string {
  return `${formatDate(bornOn)} (${ageOn(bornOn, on)})`;
}
