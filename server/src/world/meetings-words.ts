import type { ActionType, EarlyHelpOffer } from '@attendance/shared/meetings';

/** Why pupils like these miss school, what was said about one, what the school had tried, and what is agreed in such a case. Made up, and about nobody. */
export interface CaseWords { readonly barriers: readonly string[]; readonly said: readonly string[]; readonly tried: readonly string[]; readonly actions: readonly ActionType[]; readonly earlyHelp: EarlyHelpOffer }

export const CASES: readonly CaseWords[] = [
  {
    barriers: ['ANXIETY', 'SLEEP'], earlyHelp: 'YES_ACCEPTED', actions: ['EBSA_ASSESSMENT', 'CHECK_IN_MENTOR', 'MENTAL_HEALTH_REFERRAL', 'SCHOOL_MEET_PARENT'],
    said: ['Comes in on days that begin in the quiet room, and rarely on others. Mornings are the hard part.', 'Leaves home in uniform and turns back at the gate. Says that the corridors are too loud.', 'Was in for whole weeks before the summer; since then worry builds on Sunday evenings.'],
    tried: ['A later start for three weeks, and a pass to leave lessons early.', 'A named adult meets them at reception. Helps when that adult is in.'],
  },
  {
    barriers: ['ROUTINES', 'LATE_WAKING'], earlyHelp: 'YES_DECLINED', actions: ['SCHOOL_MEET_PARENT', 'HOME_VISIT', 'ATTENDANCE_PLAN', 'BREAKFAST_CLUB'],
    said: ['Single days away, mostly Mondays and Fridays. Home says that nobody else is up in the mornings.', 'Games at night and sleeps through the alarm. Present by noon on most days.', 'Absences come in ones and twos, with a text each time and seldom a reason.'],
    tried: ['Calls on the first day, every time. Reached home on about half of them.', 'A letter, and two meetings that nobody came to.'],
  },
  {
    barriers: ['CHRONIC_ILLNESS', 'MEDICAL_APPOINTMENTS'], earlyHelp: 'NOT_NEEDED', actions: ['IHP_REVIEW', 'GP_LETTER_OR_SCHOOL_NURSE', 'ATTENDANCE_PLAN'],
    said: ['A long illness with good weeks and bad ones. The healthcare plan is from last year.', 'Appointments fall in the middle of the day and turn into a whole day away.'],
    tried: ['Work is sent home, and comes back.', 'A quiet place to take medicine; staff of the office know what to do.'],
  },
  {
    barriers: ['UNMET_NEED', 'AWAITING_ASSESSMENT'], earlyHelp: 'NO', actions: ['SEND_REVIEW', 'EHC_NEEDS_REQUEST', 'CURRICULUM_CHANGE', 'SCHOOL_MEET_PARENT'],
    said: ['Walks out when a lesson changes. The family waits for an assessment and has lost heart.', 'Manages two lessons a day well and avoids the others. Support in class is not in place yet.'],
    tried: ['A smaller group for English and mathematics.', 'A card to ask for a break. Used well in some lessons.'],
  },
  {
    barriers: ['TRANSPORT', 'HOUSING'], earlyHelp: 'YES_ACCEPTED', actions: ['TRANSPORT_REQUEST', 'UNIFORM_OR_HARDSHIP', 'EARLY_HELP_REFERRAL', 'SCHOOL_MEET_PARENT'],
    said: ['The family was moved to the other side of the town and has two buses to take.', 'Misses the bus when it is full, and there is no later one before registration.'],
    tried: ['A bus pass for a month.', 'The gate is kept open, and nobody is marked late for the bus.'],
  },
  {
    barriers: ['PARENT_MENTAL_HEALTH', 'YOUNG_CARER'], earlyHelp: 'YES_ACCEPTED', actions: ['EARLY_HELP_REFERRAL', 'TAF_MEETING', 'HOME_VISIT', 'CHECK_IN_MENTOR'],
    said: ['Stays at home when things are bad there, and helps with a younger child.', 'Wants to be in school and says so. Home needs help that the school cannot give.'],
    tried: ['A place at breakfast, and someone to talk to on Fridays.', 'The pastoral lead rings home on Sunday evenings.'],
  },
  {
    barriers: ['FRIENDSHIP', 'BULLYING'], earlyHelp: 'NO', actions: ['BULLYING_RESPONSE', 'PUPIL_VOICE', 'SCHOOL_MEET_PARENT', 'CHECK_IN_MENTOR'],
    said: ['A group fell out over messages at a weekend; absences began on the Monday after.', 'Avoids break and lunch, and on some days the whole of school.'],
    tried: ['Talks with both sides; a change of seats in two lessons.', 'Lunch in the library with a friend.'],
  },
  {
    barriers: ['VALUE_OF_SCHOOL', 'LEARNING_GAPS'], earlyHelp: 'YES_DECLINED', actions: ['CAREERS_COLLEGE_OPTION', 'ATTENDANCE_PLAN', 'HOME_VISIT', 'NOTICE_OR_LEGAL_CONSULT'],
    said: ['Sees no point in the last subjects and is behind in all of them.', 'Works with a relative on some mornings. Home knows, and has been told what the law says.'],
    tried: ['A tutor on two afternoons.', 'A visit to the college, which went well.'],
  },
];

/** What is agreed, by kind of action. */
export const WHAT: Readonly<Partial<Record<ActionType, readonly string[]>>> = {
  EBSA_ASSESSMENT: ['Ask the educational psychologist for an assessment of avoidance', 'Fill in the avoidance checklist and send it to the psychologist'],
  CHECK_IN_MENTOR: ['A named adult meets the pupil at the gate every morning for four weeks', 'Ten minutes with a mentor before registration, daily'],
  MENTAL_HEALTH_REFERRAL: ['Refer to the mental health support team', 'Send the referral to the mental health team with the family’s agreement'],
  SCHOOL_MEET_PARENT: ['Meet parents and agree what happens on a bad morning', 'Invite parents in, at a time that suits their shifts', 'Meet the family with the head of year'],
  HOME_VISIT: ['Visit the home and speak to the pupil', 'Visit on the first morning of the next absence', 'Two visits before the end of the month'],
  ATTENDANCE_PLAN: ['Write an attendance plan with a target for six weeks', 'Renew the attendance plan, with one change that the pupil chose', 'Agree a plan with the family and set a day to look at it'],
  BREAKFAST_CLUB: ['A place at the breakfast club from Monday'],
  IHP_REVIEW: ['Review the individual healthcare plan with the nurse'],
  GP_LETTER_OR_SCHOOL_NURSE: ['Ask the school nurse to see the pupil', 'Write to the GP, with the family’s agreement'],
  SEND_REVIEW: ['Review the support in class with the SENCO and the family', 'Bring the review of the support plan forward'],
  EHC_NEEDS_REQUEST: ['Ask for an assessment of education, health and care needs'],
  CURRICULUM_CHANGE: ['Change the timetable so that the day begins with a lesson that works'],
  TRANSPORT_REQUEST: ['Ask the transport team for a seat on the early bus', 'Ask for help with travel until the family is settled'],
  UNIFORM_OR_HARDSHIP: ['Give a full uniform and shoes from the hardship fund'],
  EARLY_HELP_REFERRAL: ['Refer the family to early help', 'Ask early help for a family worker, with the parent present'],
  TAF_MEETING: ['Hold a meeting of the team around the family'],
  BULLYING_RESPONSE: ['Bring both sides together and check every Friday'],
  PUPIL_VOICE: ['Ask the pupil what would help, with an adult of their choice'],
  CAREERS_COLLEGE_OPTION: ['Arrange a taster day at the college'],
  NOTICE_OR_LEGAL_CONSULT: ['Give advice on whether a notice to improve is the right step'],
  REGISTER_OR_CODING_FIX: ['Put N codes of the last two weeks right', 'Look through code I of more than ten days and ask for what supports it'],
  PUNCTUALITY_ROUTINE: ['Senior staff at the gate until ten past nine, and a call home the same day'],
  PARENT_COMMUNICATION: ['Write to all parents before the end of term about what single days cost'],
  STAFF_TRAINING: ['Train form tutors in the talk after an absence'],
  POLICY_CHANGE: ['Bring the attendance policy to governors with the new steps'],
  SHARE_PRACTICE: ['Write up the breakfast offer for the network of champions'],
};

/** What came of an action, by how it ended. */
export const OUTCOMES = {
  DONE: ['Done as agreed. The family was glad of it.', 'Done; attendance is up since.', 'Done. To be looked at again in four weeks.', 'Done, with the pupil’s own ideas in it.'],
  PARTLY: ['Begun; the second half waits for the family.', 'One of the two done, the other has a date.', 'Started and then stopped when staff changed.'],
  NOT_DONE: ['Not done: nobody answered the door or the telephone.', 'Not done, as the service has a waiting list.', 'Overtaken by the end of term.'],
  NO_LONGER_NEEDED: ['The pupil moved to another school.', 'Back in school every day, so not needed.'],
  IN_PROGRESS: ['First date made.', 'Form sent, answer awaited.', 'Spoke to the family; they are thinking about it.'],
} as const;

export const FINDINGS: readonly string[] = [
  'Attendance is a little below the average of its phase, and persistent absence has hardly moved since last year. Mondays stand out.',
  'A small number of pupils make most of the absence. The school knows each of them, and has a plan for about half.',
  'Registers come in on time and are complete. Code N is put right within the week.',
  'Absence for illness is higher than in schools nearby. The school will ask sooner what supports it.',
  'Lateness has grown since the bus changed. Marks after registration closes are used as they should be.',
];
export const PRACTICE: readonly string[] = ['The policy was agreed by governors last year. Steps are known to tutors.', 'Tutors talk to each pupil on the first day back. The head reads the list each Friday.', 'A panel meets every two weeks and looks at ten pupils.'];
export const TO_SHARE: readonly string[] = ['Breakfast for whoever comes before eight, with homework help.', 'A welcome-back talk after every absence, five minutes long, by the tutor.', 'Postcards home for a whole week in school.', 'A walking bus from the estate, led by two teaching assistants.'];
export const OF_THE_AREA: readonly string[] = ['The 8:05 bus is full by the second stop.', 'Families in temporary housing are moved at a week’s notice.', 'Long waits for an assessment of autism.', 'There is no dentist within reach who takes children.'];
/** What the SEND service wants a meeting to know of a pupil with a plan or with support. */
export const SEND_LINES: readonly string[] = [
  'The annual review is due this term. The family asked for a smaller setting and has visited one.', 'The plan names a quiet place at the start of the day. Please say whether it is still used.',
  'Speech and language therapy begins again after the holiday. Mornings without it are the hard ones.', 'Transport was changed last month; the escort is new. We ask the company about late runs.',
  'An educational psychologist saw the child last month. The report goes to the school next week.',
];
/** Whom the school put on the list of its next meeting itself, and what the SEND service wrote at once. */
export const LISTED_BY_SCHOOL = { pupil: 'rhys-calloway', reason: 'Suspended three times since September. His support needs another look.', send: 'On SEN support for two years, without a review since the spring. We can come to one before the holiday, and ask for an assessment if the family agrees.' } as const;
export const FEEDBACK: readonly string[] = ['Names, not only numbers: that helped.', 'We would like the pack two days earlier.', 'Useful. An hour was enough.', 'Please bring early help along next time.'];
export const NOT_DISCUSSED: readonly string[] = ['Already with social care, who lead', 'Left the school last week', 'No time; the school sends a note'];

/** What a school writes before its meeting, box by box; the first four are those it must fill in. */
export const PREPARATION: Readonly<Record<'PICTURE' | 'PRIORITIES' | 'WORKED' | 'ATTENDING' | 'PUPILS' | 'PREVIOUS_ACTIONS' | 'PART_TIME' | 'QUESTIONS' | 'SHARE', readonly string[]>> = {
  PICTURE: ['Steady overall. The oldest year is better than last year, the one below worse.', 'A good start to the term, then illness in the third week from which we have not quite come back.', 'Fewer single days away. The same dozen families as before.'],
  PRIORITIES: ['1. The pupils who miss half of their sessions\n2. Mondays\n3. Talks after an absence', '1. Anxiety\n2. Lateness after the bus\n3. Families new to the area'],
  WORKED: ['Calls on the first day work. Letters do not.', 'The breakfast club worked. The reward scheme did not and has ended.'],
  ATTENDING: ['The attendance champion and the SENCO', 'The head, the champion and the pastoral lead'],
  PUPILS: ['Those on the list, and two who joined in September.', 'The ones we do not see at all.'],
  PREVIOUS_ACTIONS: ['Most are done; two wait for a service.', 'All but one done.'],
  PART_TIME: ['Two, both since the start of term, reviewed every fortnight.', 'None.'],
  QUESTIONS: ['When does the family hub open?', 'Who do we ask about children in temporary housing?'],
  SHARE: ['Five-minute talks by tutors.', 'Our walking bus.'],
};

/** What Oakmere Academy's champion wrote before the meeting that is next in the officer's diary. */
export const OAKMERE_PREPARATION: Readonly<Record<string, string>> = {
  PICTURE: 'Attendance is where it was last autumn. Year 9 is our worry: more pupils have become persistently absent there since September than in any other year. Year 7 has settled better than last year’s did.',
  PRIORITIES: '1. Year 9, before it becomes Year 10\n2. Pupils we have not seen for two weeks or more\n3. Fridays, when one pupil in nine is away',
  WORKED: 'Visits on the first day of an absence brought several pupils back within the week. The text messages made no difference that we can see, and we have stopped them.',
  PUPILS: 'The severely absent ones on your list, please. We have plans for most; for three we have run out of ideas and want help.',
  COHORTS: 'Girls in Year 9 who are eligible for free meals.',
  PREVIOUS_ACTIONS: 'Training of tutors has a date. The policy goes to governors this month. Two actions about pupils wait for a service.',
  PART_TIME: 'Four part-time timetables, all begun this term. Each is reviewed every two weeks; one is past its review.',
  SOCIAL_WORKER: 'Their attendance is followed weekly by the safeguarding lead.',
  STAFFING: 'A new pastoral lead for Years 9 and 10 since October. I remain the senior attendance champion.',
  TRAINING: 'Office staff on the codes, in September.',
  DATA: 'Are our Friday afternoon marks later than other schools’?',
  QUESTIONS: 'Can early help come to a meeting at school rather than in the town?',
  SHARE: 'A short talk with every pupil on the first day back, by the tutor and not by the office.',
  ATTENDING: 'Daniel Hargreave, the pastoral lead for Years 9 and 10, and the SENCO.',
};
