/** What stands between a pupil and school, in eleven groups. Codes are kept; labels may be reworded. */
export const PUPIL_BARRIERS = {
  CHILD_HEALTH: {
    label: 'Health',
    barriers: {
      CHRONIC_ILLNESS: 'Long-term illness', MINOR_ILLNESS: 'Frequent minor illness', MEDICAL_APPOINTMENTS: 'Medical appointments', DISABILITY: 'Disability', SLEEP: 'Sleep',
      YOUNG_PARENT: 'Pregnancy or young parent', DENTAL: 'Teeth', SUBSTANCE_USE: 'Alcohol or drugs',
    },
  },
  CHILD_MENTAL_HEALTH: {
    label: 'Mental health',
    barriers: {
      ANXIETY: 'Anxiety, or school avoidance because of it', LOW_MOOD: 'Low mood or self-harm', EATING: 'Eating', BEREAVEMENT: 'Bereavement', TRAUMA: 'Trauma', SEPARATION: 'Fear of separation', IDENTITY_DISTRESS: 'Distress about gender or identity',
    },
  },
  SEND: {
    label: 'Special educational needs',
    barriers: {
      UNMET_NEED: 'Needs not met', SUSPECTED_NEURODIVERSITY: 'Autism or ADHD suspected', SPEECH_LANGUAGE: 'Speech and language', SENSORY: 'Sensory needs', UNSUITABLE_PLACEMENT: 'Placement does not suit',
      AWAITING_ASSESSMENT: 'Waiting for an assessment of needs', PLAN_NOT_DELIVERED: 'Education, health and care plan not delivered',
    },
  },
  SCHOOL: {
    label: 'School',
    barriers: {
      BULLYING: 'Bullying', FRIENDSHIP: 'Friendships', STAFF_RELATIONSHIP: 'Relationship with staff', CURRICULUM: 'Access to the curriculum', SANCTIONS: 'Behaviour or sanctions', DISCRIMINATION: 'Racism or discrimination',
      UNIFORM: 'Uniform or equipment', TRANSITION: 'New school or move up', TIMETABLE: 'Timetable, or part-time timetable', SUSPENSION: 'Suspension', PARENT_BREAKDOWN: 'School and parents no longer talk',
      OFF_SITE_QUALITY: 'Quality of provision elsewhere', LEARNING_GAPS: 'Gaps in learning',
    },
  },
  FAMILY: {
    label: 'Family',
    barriers: {
      PARENT_ILLNESS: 'A parent’s illness', PARENT_MENTAL_HEALTH: 'A parent’s mental health', PARENT_SUBSTANCE_USE: 'A parent’s alcohol or drugs', DOMESTIC_ABUSE: 'Domestic abuse', PARENT_CONFLICT: 'Conflict or separation of parents',
      ROUTINES: 'Routines or boundaries', VALUE_OF_SCHOOL: 'Little value put on school', YOUNG_CARER: 'Young carer', SIBLING_NEEDS: 'Needs of brothers or sisters', LARGE_FAMILY: 'Large family',
      FAMILY_BEREAVEMENT: 'Bereavement in the family', PARENT_IN_PRISON: 'A parent in prison', PARENT_LEARNING: 'A parent’s learning difficulty',
    },
  },
  PRACTICAL_POVERTY: {
    label: 'Money and practical matters',
    barriers: { TRANSPORT: 'Transport or distance', HOUSING: 'Housing: none, crowded or temporary', MONEY: 'Money, food or hygiene', NO_INTERNET: 'No internet', SHIFT_WORK: 'A parent’s shift work', CHILD_WORK: 'The child works' },
  },
  COMMUNITY_RISK: {
    label: 'Risk outside the home',
    barriers: {
      CRIMINAL_EXPLOITATION: 'Criminal exploitation', SEXUAL_EXPLOITATION: 'Sexual exploitation', GANG_VIOLENCE: 'Gangs or violence', MISSING_EPISODES: 'Goes missing', ANTISOCIAL: 'Antisocial behaviour', YOUTH_JUSTICE: 'Youth justice',
      RADICALISATION: 'Radicalisation', ONLINE_HARM: 'Harm online', PEER_PRESSURE: 'Pressure of peers',
    },
  },
  CULTURE_MOBILITY: {
    label: 'Culture and moving',
    barriers: {
      NEW_ARRIVAL: 'New to English or to the country', REFUGEE: 'Refugee, or asylum-seeking child alone', TRAVELLING: 'Gypsy, Roma or Traveller family on the move', LEAVE_ABROAD: 'Long leave abroad', TERM_HOLIDAY: 'Holiday in term',
      RELIGIOUS: 'Religious observance', ARMED_FORCES: 'Armed forces family', FREQUENT_MOVES: 'Frequent moves', HONOUR_RISK: 'Risk of honour-based harm or FGM',
    },
  },
  CARE: {
    label: 'Care',
    barriers: { PLACEMENT_MOVE: 'Placement move', PLACEMENT_BREAKDOWN: 'Placement breakdown', FAMILY_TIME: 'Time with family', CARE_PROCESS: 'Social care process', KINSHIP_STRAIN: 'Strain on kinship carers', ADOPTION: 'Moving to adoption' },
  },
  PUNCTUALITY: {
    label: 'Punctuality',
    barriers: { LATE_WAKING: 'Wakes late', SIBLING_DROP_OFF: 'Takes brothers or sisters', TRANSPORT_DELAY: 'Transport runs late', AVOIDS_REGISTRATION: 'Avoids registration', AVOIDS_LESSON: 'Avoids a lesson' },
  },
  SYSTEM: {
    label: 'Services',
    barriers: { NO_PLACE: 'No school place', WAITING_FOR_SERVICE: 'Waiting for a service', DISPUTED_CODE: 'Code in dispute', REGISTER_ERROR: 'Register is wrong', AGENCIES_APART: 'Agencies not joined up' },
  },
} as const satisfies Record<string, { readonly label: string; readonly barriers: Readonly<Record<string, string>> }>;

export type PupilBarrierGroup = keyof typeof PUPIL_BARRIERS;
export const PUPIL_BARRIER_GROUPS: readonly PupilBarrierGroup[] = Object.keys(PUPIL_BARRIERS) as PupilBarrierGroup[];

/** A barrier as a list shows it; its code is one of all groups together. */
export interface PupilBarrier { readonly code: string; readonly group: PupilBarrierGroup; readonly label: string }

/** Every barrier, group by group. */
export const PUPIL_BARRIER_LIST: readonly PupilBarrier[] = PUPIL_BARRIER_GROUPS.flatMap((group) => Object.entries<string>(PUPIL_BARRIERS[group].barriers).map(([code, label]) => ({ code, group, label })));

/** The barrier with this code, or undefined. */
export const findPupilBarrier = (code: string): PupilBarrier | undefined => PUPIL_BARRIER_LIST.find((barrier) => barrier.code === code);

/** In how many groups the barriers of a pupil lie; a code nobody knows lies in none. */
export const barrierGroupsOf = (codes: readonly string[]): PupilBarrierGroup[] => PUPIL_BARRIER_GROUPS.filter((group) => codes.some((code) => findPupilBarrier(code)?.group === group));
