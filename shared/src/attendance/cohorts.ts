import { findEstablishmentType } from '../organisations/index.ts';
import { ETHNIC_GROUPS, keyStageOf, YEAR_GROUPS, yearGroupLabel } from '../pupils/index.ts';
import { ABSENCE_BANDS } from './measures.ts';

/** What stands for pupils of whom nothing is recorded on an axis. */
export const NOT_RECORDED = 'NOT_RECORDED';

/** One way to tell pupils apart. */
export interface CohortAxisEntry {
  readonly label: string;
  /** Codes with their words, in the order screens list them. */
  readonly values: readonly (readonly [code: string, label: string])[];
  /** What it means that nothing is recorded. */
  readonly none: string;
  /** Told only to people who may read care status. */
  readonly isCare?: boolean;
}

const YES = [['Y', 'Yes']] as const;

/** The ways to split figures by who pupils are. Source of the codes: DfE, Common Basic Data Set. */
export const COHORT_AXES = {
  SEX: { label: 'Sex', values: [['F', 'Female'], ['M', 'Male']], none: 'Not recorded' },
  YEAR_GROUP: { label: 'Year group', values: YEAR_GROUPS.map((year) => [year, yearGroupLabel(year)] as const), none: 'Not recorded' },
  KEY_STAGE: { label: 'Key stage', values: [['EYFS', 'Early years'], ['KS1', 'Key stage 1'], ['KS2', 'Key stage 2'], ['KS3', 'Key stage 3'], ['KS4', 'Key stage 4'], ['KS5', 'Key stage 5']], none: 'No year group' },
  SEN: { label: 'Special educational needs', values: [['E', 'Education, health and care plan'], ['K', 'SEN support'], ['N', 'No special educational needs']], none: 'None recorded' },
  PRIMARY_NEED: {
    label: 'Main need', none: 'None recorded',
    values: [
      ['SPLD', 'Specific learning difficulty'], ['MLD', 'Moderate learning difficulty'], ['SLD', 'Severe learning difficulty'], ['PMLD', 'Profound and multiple learning difficulty'], ['SEMH', 'Social, emotional and mental health'],
      ['SLCN', 'Speech, language and communication'], ['HI', 'Hearing impairment'], ['VI', 'Vision impairment'], ['MSI', 'Multi-sensory impairment'], ['PD', 'Physical disability'], ['ASD', 'Autism'], ['DS', 'Down syndrome'],
      ['OTH', 'Other need'], ['NSA', 'No specialist assessment yet'],
    ],
  },
  FSM: { label: 'Free school meals now', values: YES, none: 'Not recorded as eligible' },
  FSM6: { label: 'Free school meals in the last six years', values: YES, none: 'Not recorded as eligible' },
  EAL: { label: 'First language', values: [['OTH', 'Other than English'], ['OTB', 'Believed other than English'], ['ENG', 'English'], ['ENB', 'Believed English']], none: 'No other than English recorded' },
  ETHNICITY: { label: 'Ethnic group', values: [['ASIAN', 'Asian'], ['BLACK', 'Black'], ['MIXED', 'Mixed'], ['WHITE', 'White'], ['OTHER', 'Any other ethnic group']], none: 'Not recorded, refused or no known code' },
  ETHNICITY_MINOR: { label: 'Ethnic group in detail', values: ETHNIC_GROUPS.map(({ code, label }) => [code, label] as const), none: 'Not recorded, refused or no known code' },
  CARE: { label: 'Care', values: [['CLA', 'Looked after'], ['PLAC', 'Previously looked after'], ['CPP', 'On a child protection plan'], ['CIN', 'Child in need']], none: 'None of these', isCare: true },
  YOUNG_CARER: { label: 'Young carer', values: [['P', 'Identified by a parent'], ['S', 'Identified by the school']], none: 'Not recorded as one', isCare: true },
  YOUTH_JUSTICE: { label: 'Youth justice', values: [['Y', 'Known to youth justice']], none: 'Not recorded as known', isCare: true },
  // Being looked after is one of its grounds, so who has it would tell who is.
  PUPIL_PREMIUM: { label: 'Pupil premium', values: [['CLA', 'As looked after'], ['PLAC', 'As previously looked after'], ['FSM6', 'As eligible for free meals in six years'], ['SERVICE', 'As a service child']], none: 'None recorded', isCare: true },
  SERVICE_CHILD: { label: 'Service child', values: YES, none: 'Not recorded as one' },
  ENROLMENT_STATUS: {
    label: 'Registration', none: 'Not recorded',
    values: [['C', 'Registered here alone'], ['M', 'Dual registered, main'], ['S', 'Dual registered, second'], ['G', 'Guest'], ['F', 'Further education'], ['O', 'Other provider']],
  },
  PART_TIME: { label: 'Part-time timetable', values: [['Y', 'Leave for one in the last four school weeks']], none: 'None recorded' },
  LAST_YEAR: { label: 'Absence last year', values: [['SEVERE', 'Severe'], ['PERSISTENT', 'Persistent, not severe'], ['BELOW', 'Below persistent']], none: 'No register here last year' },
  PHASE: {
    label: 'Phase', none: 'Not recorded',
    values: [
      ['NURSERY', 'Nursery'], ['PRIMARY', 'Primary'], ['ALL_THROUGH', 'All-through'], ['SECONDARY', 'Secondary'], ['SIXTEEN_PLUS', '16 plus'], ['SPECIAL', 'Special'], ['ALTERNATIVE', 'Alternative provision'], ['INDEPENDENT', 'Independent'],
    ],
  },
  TRUST: { label: 'Trust', values: [], none: 'In no trust' },
  LOCALITY: { label: 'Locality of the school', values: [], none: 'Not recorded' },
  SCHOOL_TYPE: { label: 'Type of school', values: [], none: 'Not recorded' },
  HOME: { label: 'Home', values: [['HERE', 'Lives in this area'], ['ELSEWHERE', 'Lives elsewhere']], none: 'Not recorded' },
  ATTENDS: { label: 'Area of the school', values: [['HERE', 'School in this area'], ['ELSEWHERE', 'School in another area']], none: 'Not recorded' },
  NEW_TO_SCHOOL: { label: 'New to the school', values: [['NEW', 'Joined during the year'], ['STARTED', 'Started with the year'], ['BEFORE', 'Joined in an earlier year']], none: 'Not recorded' },
  ABSENCE_BAND: { label: 'Band of absence', values: ABSENCE_BANDS.map((band, index) => [String(index), band.from === 100 ? 'Missed everything' : `${band.from}% to under ${band.to}%`] as const), none: 'No possible session' },
} as const satisfies Readonly<Record<string, CohortAxisEntry>>;
export type CohortAxis = keyof typeof COHORT_AXES;
export const COHORT_AXIS_NAMES = Object.keys(COHORT_AXES) as CohortAxis[];

const entryOf = (axis: CohortAxis): CohortAxisEntry => COHORT_AXES[axis];

/** An axis whose groups are parts of those of another: by which axis they add up, and which group of it a value is in. */
export interface NestedAxis { readonly within: CohortAxis; readonly partOf: (value: string) => string }
export const NESTED_AXES: Readonly<Partial<Record<CohortAxis, NestedAxis>>> = {
  YEAR_GROUP: { within: 'KEY_STAGE', partOf: (value) => { const year = YEAR_GROUPS.find((each) => each === value); return (year && keyStageOf(year)) ?? NOT_RECORDED; } },
  ETHNICITY_MINOR: { within: 'ETHNICITY', partOf: (code) => ETHNIC_GROUPS.find((each) => each.code === code)?.broad ?? NOT_RECORDED },
};

/** The finer axis of two that tell of the same groups, whichever is asked for; null for an axis that stands alone. */
export function finerAxis(axis: CohortAxis): CohortAxis | null {
  return NESTED_AXES[axis] === undefined ? COHORT_AXIS_NAMES.find((each) => NESTED_AXES[each]?.within === axis) ?? null : axis;
}

/** Whether an axis is about care, and so for people who may read care status. */
export function isAboutCare(axis: CohortAxis): boolean {
  return entryOf(axis).isCare === true;
}

/** Whether the groups are of what was missed this year, lately or in the year before it: such a group of last year cannot be told at its same point, so the two are not set side by side. */
export function isOfItsYear(axis: CohortAxis): boolean {
  return ['LAST_YEAR', 'PART_TIME', 'ABSENCE_BAND'].includes(axis);
}

/** Whether a group of last year was other children: of who was of an age then, or had joined by then. */
export function isOfOthersLastYear(axis: CohortAxis): boolean {
  return ['YEAR_GROUP', 'KEY_STAGE', 'NEW_TO_SCHOOL'].includes(axis);
}

/** A value of an axis in words; a code nobody told us of stands for itself. */
export function cohortLabel(axis: CohortAxis, value: string): string {
  if (value === NOT_RECORDED) return entryOf(axis).none;
  if (axis === 'SCHOOL_TYPE') return findEstablishmentType(Number(value))?.label ?? value;
  return entryOf(axis).values.find(([code]) => code === value)?.[1] ?? value;
}

/** Where a value comes on its axis: as listed, then codes nobody told us of, then what is not recorded. */
export function cohortOrder(axis: CohortAxis, value: string): number {
  const { values } = entryOf(axis);
  if (value === NOT_RECORDED) return values.length + 1;
  const place = values.findIndex(([code]) => code === value);
  return place === -1 ? values.length : place;
}
