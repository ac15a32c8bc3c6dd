import type { ActionType } from './actions.ts';

/** What schools and families can be given access to. Codes are kept; labels may be reworded. */
export const SUPPORT_SERVICES = {
  EARLY_HELP: 'Early help and family support',
  ATTENDANCE_CASEWORK: 'Attendance casework',
  EDUCATIONAL_PSYCHOLOGY: 'Educational psychology',
  SEND_ASSESSMENT: 'Assessment of special needs, and outreach',
  BEHAVIOUR_OUTREACH: 'Behaviour outreach',
  SCHOOL_NURSING: 'School nursing (0 to 19)',
  MENTAL_HEALTH: 'Mental health support',
  MEDICAL_TUITION: 'Tuition for pupils too ill for school (section 19)',
  AP_PANEL: 'Alternative provision panel',
  VIRTUAL_SCHOOL: 'Virtual School',
  YOUNG_CARERS: 'Young carers',
  YOUTH_SERVICE: 'Youth service',
  YOUTH_JUSTICE_PREVENTION: 'Youth justice: prevention',
  DOMESTIC_ABUSE: 'Domestic abuse',
  SUBSTANCE_MISUSE: 'Alcohol and drugs',
  HOUSING: 'Housing',
  TRANSPORT: 'School transport',
  WELFARE_BENEFITS: 'Benefits advice',
  INTERPRETING: 'Interpreting',
  TRAVELLER_EDUCATION: 'Gypsy, Roma and Traveller education',
  NEW_ARRIVALS: 'New arrivals and English as an additional language',
  MISSING_EDUCATION: 'Children missing education',
  HOME_EDUCATION: 'Elective home education',
  EXPLOITATION: 'Police and exploitation',
  VOLUNTARY_MENTORING: 'Voluntary mentoring',
} as const;
export type SupportService = keyof typeof SUPPORT_SERVICES;
export const SUPPORT_SERVICE_NAMES: readonly SupportService[] = Object.keys(SUPPORT_SERVICES) as SupportService[];

/** The service a kind of action asks for, where it asks for one. */
const ASKED_BY: Readonly<Partial<Record<ActionType, SupportService>>> = {
  EARLY_HELP_REFERRAL: 'EARLY_HELP', MENTAL_HEALTH_REFERRAL: 'MENTAL_HEALTH', EBSA_ASSESSMENT: 'EDUCATIONAL_PSYCHOLOGY', TRANSPORT_REQUEST: 'TRANSPORT', AP_PLACEMENT: 'AP_PANEL', SECTION_19_REFERRAL: 'MEDICAL_TUITION',
  YJS_LIAISON: 'YOUTH_JUSTICE_PREVENTION', VIRTUAL_SCHOOL_CONSULT: 'VIRTUAL_SCHOOL', GP_LETTER_OR_SCHOOL_NURSE: 'SCHOOL_NURSING', EHC_NEEDS_REQUEST: 'SEND_ASSESSMENT', CME_REFERRAL: 'MISSING_EDUCATION',
};
export const serviceAskedBy = (type: ActionType | null): SupportService | null => (type === null ? null : (ASKED_BY[type] ?? null));
/** The kind of action by which a service is asked for, where one kind stands for it. */
export const actionAskingFor = (service: SupportService): ActionType | null => (Object.entries(ASKED_BY).find(([, asked]) => asked === service)?.[0] as ActionType | undefined) ?? null;
