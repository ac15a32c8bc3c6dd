import { parseIsoDay } from '../kernel/index.ts';
import { findPupilBarrier } from './pupil-barriers.ts';
import { EARLY_HELP_OFFER_WORDS, PLAN_STATUS_WORDS, RATING_WORDS, SCHOOL_TREND_WORDS, SECTION_DATA_QUALITY_WORDS } from './record.ts';
import { MeetingSide, MeetingStatus } from './status.ts';

/** Where in the papers of a meeting something is typed. */
export const AnswerPlace = { PREPARATION: 'PREPARATION', PARTNER: 'PARTNER', NOTES: 'NOTES', PRESENT: 'PRESENT', SECTION: 'SECTION', COHORT: 'COHORT', PUPIL: 'PUPIL' } as const;
export type AnswerPlace = (typeof AnswerPlace)[keyof typeof AnswerPlace];
export const ANSWER_PLACES: readonly AnswerPlace[] = Object.values(AnswerPlace);

/** What a box holds: words, a day, yes or nothing, one of a few, or codes of barriers parted by commas. */
export type AnswerKind = { readonly is: 'TEXT'; readonly longest: number } | { readonly is: 'DAY' } | { readonly is: 'YES' } | { readonly is: 'CHOICE'; readonly words: Readonly<Record<string, string>> } | { readonly is: 'BARRIERS' };
export interface AnswerField { readonly label: string; readonly kind: AnswerKind; readonly hint?: string; readonly isNeeded?: boolean }

const LINE = 200;
const LONG = 4000;
const text = (label: string, hint?: string): AnswerField => ({ label, kind: { is: 'TEXT', longest: LONG }, ...(hint === undefined ? {} : { hint }) });
const needed = (label: string, hint?: string): AnswerField => ({ ...text(label, hint), isNeeded: true });
const line = (label: string): AnswerField => ({ label, kind: { is: 'TEXT', longest: LINE } });
const choice = (label: string, words: Readonly<Record<string, string>>): AnswerField => ({ label, kind: { is: 'CHOICE', words } });
const yes = (label: string): AnswerField => ({ label, kind: { is: 'YES' } });
const barriers: AnswerField = { label: 'Barriers', kind: { is: 'BARRIERS' } };

/** The parts people play in a meeting. */
export const MEETING_PART_WORDS = {
  CHAMPION: 'Senior attendance champion', HEAD: 'Headteacher', ATTENDANCE_LEAD: 'Attendance officer of the school', SENCO: 'SENCO', DSL: 'Safeguarding lead', PASTORAL: 'Pastoral or head of year', TRUST: 'Trust',
  OFFICER: 'Attendance officer of the council', EARLY_HELP: 'Early help', VIRTUAL_SCHOOL: 'Virtual School', SEND: 'SEND service', HEALTH: 'School nursing or health', OTHER: 'Somebody else',
} as const;
export type MeetingPart = keyof typeof MEETING_PART_WORDS;

/** Who may add a line beforehand, for the school or for a pupil. Source: services that sit with the attendance team in these meetings, as councils run them. */
export const PARTNER_WORDS = { EARLY_HELP: 'Early help', VIRTUAL_SCHOOL: 'Virtual School', SEND: 'SEND service' } as const;

/** Every box of a meeting's papers, place by place. */
export const ANSWER_FIELDS = {
  PREPARATION: {
    PICTURE: needed('How attendance is going', 'What has changed since the last meeting, in your own words'),
    PRIORITIES: needed('Your three priorities this term'),
    WORKED: needed('What worked since we last met, and what did not'),
    PUPILS: text('Pupils you want to talk about', 'Initials and year group are enough. Say what is in place, and what help you want'),
    COHORTS: text('Groups you are worried about'),
    PREVIOUS_ACTIONS: text('Where the actions of the last meeting stand'),
    PART_TIME: text('Part-time timetables', 'How many, since when, and when each is reviewed'),
    SOCIAL_WORKER: text('Children with a social worker'),
    STAFFING: text('Changes of staff, and who the senior attendance champion is'),
    POLICY_ON: { label: 'When governors last approved the attendance policy', kind: { is: 'DAY' } },
    TRAINING: text('Training since we last met'),
    DATA: text('Questions about your registers or figures'),
    QUESTIONS: text('What you want to ask the council'),
    SHARE: text('What works at your school that others should know'),
    ATTENDING: needed('Who will come', 'The senior attendance champion has to be there'),
  },
  PARTNER: { EARLY_HELP: text(PARTNER_WORDS.EARLY_HELP), VIRTUAL_SCHOOL: text(PARTNER_WORDS.VIRTUAL_SCHOOL), SEND: text(PARTNER_WORDS.SEND) },
  NOTES: { OFFICER: text('Notes of the council’s officer', 'The school does not see them') },
  PRESENT: { NAME: line('Name'), PART: choice('Part', MEETING_PART_WORDS), HERE: yes('Is here') },
  SECTION: {
    ABSENT: yes('This school did not take part'),
    FINDINGS: needed('What was found', 'Trend, comparison, registers, punctuality'),
    TREND: choice('Trend', SCHOOL_TREND_WORDS),
    DATA_QUALITY: choice('Registers', SECTION_DATA_QUALITY_WORDS),
    PRACTICE: text('The school’s practice', 'Policy, escalation, self-review, training'),
    PRACTICE_TO_SHARE: text('Practice to share with other schools'),
    AREA_BARRIER: text('Barriers of the area to pass on', 'Transport, housing, an illness: what the school cannot mend alone'),
    SCHOOL_RATING: choice('The school’s rating', RATING_WORDS),
    OFFICER_RATING: choice('The officer’s rating', RATING_WORDS),
    RATING_REASON: text('Why the officer’s rating differs from the one proposed'),
    FEEDBACK: text('The school’s word on the council’s service'),
    NEXT_ON: { label: 'Next meeting', kind: { is: 'DAY' } },
  },
  COHORT: { SAID: text('What was said'), BARRIERS: barriers },
  PUPIL: {
    SAID: text('What was said'),
    PLAN_STATUS: choice('Plan', PLAN_STATUS_WORDS),
    LEAD: line('Lead practitioner'),
    BARRIERS: barriers,
    STRATEGIES: text('What the school has tried'),
    EARLY_HELP: choice('Early help', EARLY_HELP_OFFER_WORDS),
    RATING: choice('Rating', RATING_WORDS),
    RATING_REASON: line('Why the rating differs from the one proposed'),
    SAFEGUARDING: yes('Asked: is this child safe?'),
    DISCUSSED: yes('Discussed'),
    NOT_DISCUSSED: line('Not discussed, because'),
  },
} as const satisfies Record<AnswerPlace, Readonly<Record<string, AnswerField>>>;

/** One box and what is in it. `subject`: a pupil's number, a group, or somebody present; '' for the school. */
export interface Answer { readonly place: AnswerPlace; readonly subject: string; readonly field: string; readonly value: string }

/** The fields of a place, by name. */
export const answerFields = (place: AnswerPlace): Readonly<Record<string, AnswerField>> => ANSWER_FIELDS[place];
export const answerField = (place: AnswerPlace, field: string): AnswerField | undefined => (Object.hasOwn(ANSWER_FIELDS[place], field) ? answerFields(place)[field] : undefined);

/** Codes of barriers as a box keeps them. */
export const barrierCodes = (value: string): string[] => value.split(',').filter((code) => code !== '');

/** What is wrong with a value, in words; null when it may be kept. An empty box may always be kept: what is missing is asked for later. */
export function answerProblem(place: AnswerPlace, field: string, value: string): string | null {
  const known = answerField(place, field);
  if (known === undefined) return 'There is no such box on this form';
  if (value === '') return null;
  const { kind, label } = known;
  switch (kind.is) {
    case 'TEXT': return value.length > kind.longest ? `${label}: write ${kind.longest} characters or fewer` : null;
    case 'DAY': return parseIsoDay(value) === null ? `${label}: enter a real date` : null;
    case 'YES': return value === 'YES' ? null : `${label}: yes or nothing`;
    case 'CHOICE': return Object.hasOwn(kind.words, value) ? null : `${label}: choose one of the list`;
    case 'BARRIERS': return barrierCodes(value).every((code) => findPupilBarrier(code) !== undefined) ? null : `${label}: choose from the list`;
  }
}

const { LA, SCHOOL } = MeetingSide;
const BEFORE: readonly MeetingStatus[] = [MeetingStatus.OFFERED, MeetingStatus.BOOKED, MeetingStatus.PREPARED];
const UNTIL_ISSUED: readonly MeetingStatus[] = [MeetingStatus.BOOKED, MeetingStatus.PREPARED, MeetingStatus.HELD];

/** Who writes where, and while a meeting is how far. Partners write their own lines alone, which is asked apart. */
const WRITERS: Readonly<Record<AnswerPlace, { readonly by: readonly MeetingSide[]; readonly while: readonly MeetingStatus[] }>> = {
  PREPARATION: { by: [SCHOOL], while: [MeetingStatus.OFFERED, MeetingStatus.BOOKED] },
  PARTNER: { by: [LA], while: [...BEFORE, MeetingStatus.HELD] },
  NOTES: { by: [LA], while: [...BEFORE, MeetingStatus.HELD, MeetingStatus.RECORD_ISSUED] },
  PRESENT: { by: [LA], while: UNTIL_ISSUED },
  SECTION: { by: [LA], while: [MeetingStatus.HELD] },
  COHORT: { by: [LA], while: [MeetingStatus.HELD] },
  PUPIL: { by: [LA], while: [MeetingStatus.HELD] },
};
export const mayAnswer = (place: AnswerPlace, side: MeetingSide, status: MeetingStatus): boolean => WRITERS[place].by.includes(side) && WRITERS[place].while.includes(status);

const SAYS_WHEN: Readonly<Record<AnswerPlace, string>> = {
  PREPARATION: 'The preparation is the school’s, and open until it is submitted', PARTNER: 'Lines of partners are added until the record is issued', NOTES: 'Notes are the council’s, until the record locks',
  PRESENT: 'Who is there is written down from the booking until the record is issued', SECTION: 'The record is written while the meeting is held', COHORT: 'The record is written while the meeting is held', PUPIL: 'The record is written while the meeting is held',
};
/** Why somebody may not write in a place now, in words. */
export const refuseAnswer = (place: AnswerPlace): string => SAYS_WHEN[place];

/** The value of a box, '' when nothing was typed. */
export function valueOf(answers: readonly Answer[], place: AnswerPlace, subject: string, field: string): string {
  return answers.find((answer) => answer.place === place && answer.subject === subject && answer.field === field)?.value ?? '';
}

/** How far a preparation has come, and what it still needs before it can be submitted. */
export function preparationProgress(answers: readonly Answer[]): { readonly filled: number; readonly of: number; readonly missing: readonly string[] } {
  const fields = Object.entries(answerFields('PREPARATION'));
  const isFilled = (field: string): boolean => valueOf(answers, 'PREPARATION', '', field).trim() !== '';
  return { filled: fields.filter(([field]) => isFilled(field)).length, of: fields.length, missing: fields.filter(([field, { isNeeded }]) => isNeeded === true && !isFilled(field)).map(([, { label }]) => label) };
}

/** Somebody on the list of those present. */
export interface PresentPerson { readonly subject: string; readonly name: string; readonly part: MeetingPart | null; readonly isHere: boolean }

/** The list of those present, in the order of their keys; a line without a name is nobody. */
export function presentPeople(answers: readonly Answer[]): PresentPerson[] {
  const subjects = [...new Set(answers.filter(({ place }) => place === 'PRESENT').map(({ subject }) => subject))].sort();
  return subjects.map((subject) => {
    const part = valueOf(answers, 'PRESENT', subject, 'PART');
    return { subject, name: valueOf(answers, 'PRESENT', subject, 'NAME').trim(), part: part in MEETING_PART_WORDS ? (part as MeetingPart) : null, isHere: valueOf(answers, 'PRESENT', subject, 'HERE') === 'YES' };
  }).filter(({ name }) => name !== '');
}
