import type { Field } from './types.ts';

/** What a heading is called, in its normalised form: `clear` names win over `loose` ones, which often mean something else. */
interface Names {
  readonly field: Field;
  readonly clear: string;
  readonly loose?: string;
}

const NAMES: readonly Names[] = [
  { field: 'upn', clear: 'upn uniquepupilnumber uniquepupilnumberupn pupilupn studentupn upnnumber' },
  {
    field: 'localId',
    clear: 'personid studentid nativeid misid admissionnumber admissionno admno adno pupilid externalid',
    loose: 'schoolid upi',
  },
  { field: 'school', clear: 'laestab schoollaestab urn schoolurn', loose: 'estab establishmentnumber dfenumber dfeno schoolname school establishment' },
  { field: 'date', clear: 'date attendancedate sessiondate markdate registerdate', loose: 'eventdate day' },
  { field: 'session', clear: 'session sessionname ampm registrationsession', loose: 'period' },
  { field: 'mark', clear: 'mark attendancemark rawmark registermark', loose: 'attendancecode code markcode attcode' },
  { field: 'am', clear: 'am ammark amcode sessionam', loose: 'morning morningmark' },
  { field: 'pm', clear: 'pm pmmark pmcode sessionpm', loose: 'afternoon afternoonmark' },
  { field: 'minutesLate', clear: 'minslate minuteslate lateminutes minslateam minslatepm', loose: 'late' },
  { field: 'forename', clear: 'forename firstname pupilforename givenname legalforename legalfirstname preferredforename' },
  { field: 'surname', clear: 'surname lastname pupilsurname familyname legalsurname legallastname' },
  { field: 'fullName', clear: 'name pupilname studentname student pupil' },
  { field: 'dob', clear: 'dob dateofbirth personbirthdate birthdate' },
  { field: 'sex', clear: 'sex gender gendercurrent' },
  { field: 'year', clear: 'yeargroup year ncyearactual ncyear yr yeartaughtin nationalcurriculumyear' },
  { field: 'form', clear: 'reg registrationform form reggroup registrationgroup tutorgroup class registration' },
  { field: 'comment', clear: 'comments comment note notes reason' },
  {
    field: 'possible',
    clear: 'possiblesessions sessionspossible termlysessionspossible sesspossible possible possiblemarks totalpossible',
  },
  { field: 'attended', clear: 'sessionsattended attendedsessions presentsessions present attendances presents totalattended' },
  {
    field: 'authorised',
    clear:
      'sessionsauthorised authorisedabsentsessions authorisedabsencesessions termlysessionsauthorised authabs authorised authorisedabsences auth',
  },
  {
    field: 'unauthorised',
    clear:
      'sessionsunauthorised unauthorisedabsentsessions unauthorisedabsencesessions termlysessionsunauthorised unauthabs unauthorised unauth',
  },
  { field: 'late', clear: 'latesessions lates totallate latebeforereg lateafterreg' },
  { field: 'percent', clear: 'percentageattendance attendance att attendancepercent' },
];

/** A heading's meaning and whether the name leaves no doubt. */
export interface Meaning {
  readonly field: Field;
  readonly clear: boolean;
}

const MEANINGS = new Map<string, Meaning>();
for (const { field, clear, loose } of NAMES) {
  for (const name of clear.split(' ')) MEANINGS.set(name, { field, clear: true });
  for (const name of loose?.split(' ') ?? []) MEANINGS.set(name, { field, clear: false });
}

/** A heading reduced to what identifies it: lower-case letters and digits, accents folded away. */
export function plainHeading(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}

/** What a heading means, or undefined when nobody has met it. */
export function meaningOf(text: string): Meaning | undefined {
  return MEANINGS.get(plainHeading(text));
}

/** Whether a heading is itself a date, as in a register with one column for each day. */
export function isDateLike(text: string): boolean {
  return /^\s*(?:\d{4}-\d{2}-\d{2}|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4})\b/.test(text);
}
