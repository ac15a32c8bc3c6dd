import type { Columns } from '../../../platform/loading/index.ts';

/** What a school's roll may say of a pupil, and the headings schools' systems give it. */
export const ROLL_COLUMNS = {
  school: { title: 'School URN', names: 'urn schoolurn laestab schoollaestab dfenumber dfeno' },
  upn: { title: 'UPN', names: 'upn uniquepupilnumber uniquepupilnumberupn pupilupn studentupn upnnumber', needed: true },
  formerUpn: { title: 'Former UPN', names: 'formerupn previousupn oldupn' },
  localId: { title: 'Admission number', names: 'admissionnumber admissionno admno adno localid misid personid studentid pupilid' },
  surname: { title: 'Surname', names: 'legalsurname legallastname surname lastname pupilsurname familyname', needed: true },
  forename: { title: 'Forename', names: 'legalforename legalforenames legalfirstname forename forenames firstname pupilforename givenname', needed: true },
  preferred: { title: 'Preferred forename', names: 'preferredforename preferredfirstname preferredname chosenname knownas' },
  bornOn: { title: 'Date of birth', names: 'dateofbirth dob birthdate personbirthdate', needed: true },
  sex: { title: 'Sex', names: 'sex gender gendercurrent' },
  year: { title: 'Year group', names: 'yeargroup ncyearactual ncyear nationalcurriculumyear yeartaughtin year yr', needed: true },
  form: { title: 'Form', names: 'form registrationform reggroup registrationgroup tutorgroup registration class reg' },
  startsOn: { title: 'Date of joining', names: 'dateofjoining entrydate dateofentry admissiondate dateofadmission startdate joineddate start' },
  endsOn: { title: 'Date of leaving', names: 'dateofleaving leavingdate enddate leftdate' },
  leavingReason: { title: 'Reason for leaving', names: 'reasonforleaving leavingreason' },
  status: { title: 'Enrolment status', names: 'enrolmentstatus enrolstatus enrolment' },
  sen: { title: 'SEN', names: 'senprovision senstatus sen' },
  need: { title: 'Primary need', names: 'primaryneed senprimaryneed sentype primarysentype senneed' },
  fsm: { title: 'FSM', names: 'fsm fsmeligible freeschoolmeals freeschoolmeal eligibleforfsm' },
  fsm6: { title: 'FSM6', names: 'fsm6 everfsm6 fsmever6' },
  eal: { title: 'EAL', names: 'eal firstlanguage language englishasadditionallanguage' },
  ethnicity: { title: 'Ethnicity', names: 'ethnicity ethniccode ethnicitycode ethnicgroup' },
  serviceChild: { title: 'Service child', names: 'servicechild serviceindicator servicechildren' },
  youngCarer: { title: 'Young carer', names: 'youngcarer youngcarerindicator' },
  address: { title: 'Address', names: 'address homeaddress fulladdress addresslines' },
  postcode: { title: 'Postcode', names: 'postcode homepostcode' },
  contact1: { title: 'Contact 1 name', names: 'contact1name contact1 parent1name parent1 priority1contact' },
  relationship1: { title: 'Contact 1 relationship', names: 'contact1relationship parent1relationship' },
  responsibility1: { title: 'Contact 1 parental responsibility', names: 'contact1parentalresponsibility contact1pr parent1parentalresponsibility' },
  livesWith1: { title: 'Contact 1 lives with pupil', names: 'contact1liveswithpupil contact1liveswith parent1liveswith' },
  telephone1: { title: 'Contact 1 telephone', names: 'contact1telephone contact1phone contact1mobile parent1phone parent1telephone' },
  email1: { title: 'Contact 1 email', names: 'contact1email contact1emailaddress parent1email' },
  contact2: { title: 'Contact 2 name', names: 'contact2name contact2 parent2name parent2 priority2contact' },
  relationship2: { title: 'Contact 2 relationship', names: 'contact2relationship parent2relationship' },
  responsibility2: { title: 'Contact 2 parental responsibility', names: 'contact2parentalresponsibility contact2pr parent2parentalresponsibility' },
  livesWith2: { title: 'Contact 2 lives with pupil', names: 'contact2liveswithpupil contact2liveswith parent2liveswith' },
  telephone2: { title: 'Contact 2 telephone', names: 'contact2telephone contact2phone contact2mobile parent2phone parent2telephone' },
  email2: { title: 'Contact 2 email', names: 'contact2email contact2emailaddress parent2email' },
} as const satisfies Columns<string>;
export type RollField = keyof typeof ROLL_COLUMNS;

/** The stage of a roll: what the database works out comes first. */
export const ROLL_STAGE = {
  pupil_id: 'integer', enrolment_id: 'integer',
  upn: 'text', former_upn: 'text', legal_surname: 'text', legal_forename: 'text', preferred_forename: 'text', says_preferred: 'boolean', search_name: 'text', born_on: 'date', sex: 'text',
  status: 'text', nc_year: 'text', form: 'text', local_id: 'text', starts_on: 'date', ends_on: 'date', says_end: 'boolean', leaving_reason: 'text',
  sen: 'text', primary_need: 'text', fsm: 'text', fsm6: 'text', eal: 'text', ethnicity: 'text', service_child: 'text', young_carer: 'text',
  address: 'text', postcode: 'text',
  name1: 'text', relationship1: 'text', responsibility1: 'boolean', lives_with1: 'boolean', telephone1: 'text', email1: 'text',
  name2: 'text', relationship2: 'text', responsibility2: 'boolean', lives_with2: 'boolean', telephone2: 'text', email2: 'text',
} as const;
export type RollStaged = keyof typeof ROLL_STAGE;

/** What a cell of a dated fact says; a blank one says nothing, and NONE that it does not hold. */
export const NONE = '';
const YES_NO = { Y: 'Y', Yes: 'Y', True: 'Y', T: 'Y', 1: 'Y', N: NONE, No: NONE, False: NONE, F: NONE, 0: NONE } as const;

export const FACTS = {
  sen: { N: NONE, No: NONE, None: NONE, 'No SEN': NONE, K: 'K', 'SEN Support': 'K', E: 'E', EHCP: 'E', 'EHC plan': 'E' },
  yesNo: YES_NO,
  youngCarer: { ...YES_NO, Y: 'S', Yes: 'S', True: 'S', T: 'S', 1: 'S', S: 'S', P: 'P' },
  /** Codes of languages other than English all mean the same here. */
  eal: { ...YES_NO, Y: 'OTH', Yes: 'OTH', True: 'OTH', T: 'OTH', 1: 'OTH', ENG: NONE, ENB: NONE, English: NONE },
} as const;
