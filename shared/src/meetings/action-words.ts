import { foldName } from '../kernel/index.ts';
import { ACTION_TYPE_NAMES, actionTypeLabel, type ActionType } from './actions.ts';

/** Words by which a kind of action is known in a typed line, folded as names are; its label is one of them without being written here. */
const PHRASES: Readonly<Record<ActionType, readonly string[]>> = {
  SCHOOL_MEET_PARENT: ['meet parent', 'meet parents', 'meet mum', 'meet dad', 'meet carer', 'parent meeting', 'meet the parents'],
  HOME_VISIT: ['visit home', 'visit at home', 'visit the home', 'home visits'],
  PUPIL_VOICE: ['pupil voice', 'ask the pupil', 'talk to the pupil', 'wishes and feelings'],
  ATTENDANCE_PLAN: ['attendance plan', 'write a plan', 'plan for attendance'],
  PSP_IEP: ['psp', 'iep', 'pastoral support programme', 'individual education plan'],
  REINTEGRATION_PLAN: ['reintegration', 'return plan', 'phased return'],
  CHECK_IN_MENTOR: ['mentor', 'mentoring', 'daily check in', 'meet and greet'],
  CURRICULUM_CHANGE: ['curriculum change', 'change of set', 'change curriculum', 'drop a subject'],
  BULLYING_RESPONSE: ['bullying', 'bullied'],
  SEND_REVIEW: ['sen review', 'send review', 'senco review', 'review sen support'],
  EHCP_EARLY_REVIEW: ['ehcp review', 'early review', 'emergency review'],
  EHC_NEEDS_REQUEST: ['ehc needs', 'needs assessment', 'request ehcp', 'ehcna'],
  IHP_REVIEW: ['ihp', 'healthcare plan', 'health care plan'],
  GP_LETTER_OR_SCHOOL_NURSE: ['gp letter', 'letter to gp', 'write to gp', 'school nurse'],
  MENTAL_HEALTH_REFERRAL: ['camhs', 'mhst', 'mental health'],
  EBSA_ASSESSMENT: ['ebsa', 'school avoidance'],
  TRANSPORT_REQUEST: ['transport', 'bus pass', 'taxi'],
  UNIFORM_OR_HARDSHIP: ['uniform', 'hardship', 'hardship fund'],
  BREAKFAST_CLUB: ['breakfast'],
  PART_TIME_TIMETABLE_REVIEW: ['part time timetable', 'reduced timetable', 'review timetable', 'ptt'],
  SECTION_19_REFERRAL: ['section 19', 's19', 'medical tuition', 'home tuition'],
  AP_PLACEMENT: ['ap placement', 'ap place', 'alternative provision placement'],
  CAREERS_COLLEGE_OPTION: ['careers', 'college', 'work experience'],
  EARLY_HELP_REFERRAL: ['early help', 'refer to early help', 'eha'],
  TAF_MEETING: ['taf', 'team around the family'],
  SOCIAL_CARE_CONSULT: ['social care', 'social worker', 'consult social care'],
  MASH_REFERRAL: ['mash', 'mash referral'],
  VIRTUAL_SCHOOL_CONSULT: ['virtual school', 'vsh'],
  YJS_LIAISON: ['yjs', 'youth justice', 'yot'],
  CME_REFERRAL: ['cme', 'missing education'],
  SIBLING_SCHOOL_LIAISON: ['sibling school', 'brother s school', 'brothers school', 'sisters school', 'siblings school'],
  COMPLEX_PANEL_REFERRAL: ['complex panel', 'complex cases panel', 'refer to panel'],
  NOTICE_OR_LEGAL_CONSULT: ['penalty notice', 'notice to improve', 'legal advice', 'legal panel'],
  REGISTER_OR_CODING_FIX: ['coding', 'fix codes', 'correct the register', 'register error', 'fix register'],
  POLICY_CHANGE: ['policy'],
  STAFF_TRAINING: ['training', 'inset'],
  PUNCTUALITY_ROUTINE: ['punctuality', 'late gate'],
  PARENT_COMMUNICATION: ['letter to parents', 'newsletter', 'message parents', 'text parents'],
  SHARE_PRACTICE: ['share practice', 'share what works', 'case study'],
};

const KNOWN: readonly { readonly type: ActionType; readonly phrase: string }[] = ACTION_TYPE_NAMES.flatMap((type) => [foldName(actionTypeLabel(type)), ...PHRASES[type]].map((phrase) => ({ type, phrase })));
const holds = (text: string, phrase: string): boolean => ` ${text} `.includes(` ${phrase} `);

/** The kinds of action a text speaks of. A phrase that is part of a longer one that is there too does not count: "mental health referral" is no "referral". */
export function actionTypesIn(text: string): ActionType[] {
  const folded = foldName(text);
  const found = KNOWN.filter(({ phrase }) => holds(folded, phrase));
  const whole = found.filter(({ phrase }) => !found.some((other) => other.phrase !== phrase && holds(other.phrase, phrase)));
  return ACTION_TYPE_NAMES.filter((type) => whole.some((each) => each.type === type));
}

/** The kind of action whose label or code a text is, or undefined. */
export function actionTypeNamed(text: string): ActionType | undefined {
  const folded = foldName(text);
  return ACTION_TYPE_NAMES.find((type) => folded === foldName(actionTypeLabel(type)) || folded === foldName(type));
}
