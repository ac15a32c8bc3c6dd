export type CareKind = 'CIN' | 'CPP' | 'CLA' | 'PLAC';

/** How a cast pupil's marks of this year are made: ordinary marks first, then the story laid over them (mark-stories.ts). */
export type StoryName =
  | 'nine-of-ten' | 'not-seen' | 'sharp-fall' | 'severe-illness' | 'half-missed' | 'part-time' | 'suspended' | 'plan-working' | 'dual-main'
  | 'dual-other' | 'reception-part-time' | 'no-reason-today' | 'back-today' | 'suspended-today' | 'exactly-ten-percent' | 'three-days-ill'
  | 'sixth-form' | 'over-threshold' | 'continuous-unauthorised' | 'travelling' | 'holiday' | 'mid-year-marks';

export interface CarerPlan {
  readonly fullName: string;
  readonly relationship: string;
  readonly responsibility?: boolean;
  readonly livesWith?: boolean;
  readonly contactAllowed?: boolean;
  readonly safeContact?: string;
}

/** A pupil of the cast: one person, one situation. Days are counted back from today. */
export interface Situation {
  readonly key: string;
  readonly forename: string;
  readonly surname: string;
  readonly preferred?: string;
  readonly sex: 'M' | 'F';
  readonly year: number;
  /** Month and day of birth; the year follows from the year group. */
  readonly born: string;
  /** Null for a child who is on no roll. */
  readonly school: number | null;
  readonly letter?: string;
  readonly ethnicity?: string;
  readonly sen?: 'K' | 'E';
  readonly need?: string;
  readonly fsm?: boolean;
  readonly eal?: boolean;
  readonly youngCarer?: boolean;
  readonly serviceChild?: boolean;
  readonly care?: readonly { readonly kind: CareKind; readonly daysAgo: number; readonly endedDaysAgo?: number }[];
  /** Shared by brothers and sisters. */
  readonly family?: string;
  readonly carers?: readonly CarerPlan[];
  readonly upn?: { readonly establishment: number; readonly serial: string };
  readonly withoutUpn?: boolean;
  readonly restricted?: boolean;
  readonly protectedAddress?: boolean;
  /** Another roll at the same time. */
  readonly second?: { readonly school: number; readonly story: StoryName; readonly daysAgo: number };
  readonly joinedDaysAgo?: number;
  readonly leftDaysAgo?: number;
  readonly leavingReason?: string;
  /** The school attended before joining. */
  readonly previous?: number;
  /** Share of sessions missed this year before the story, and last year. */
  readonly level: number;
  readonly lastLevel?: number;
  readonly story?: StoryName;
  /** One plain line for people who learn the portal. */
  readonly says: string;
}
