import { ruleValue } from '../kernel/index.ts';

/** Pupils of a school, by what may keep it out of a group. */
export interface GroupSchool { readonly roll: number; readonly severe: number; readonly persistent: number }
export interface GroupLimits { rollBelow: number; persistentBelow: number }

/** The limits in force on an ISO day. */
export function groupLimits(on: string): GroupLimits {
  return { rollBelow: ruleValue('small-group.roll-below.pupils', on), persistentBelow: ruleValue('small-group.persistent-below.pupils', on) };
}

/** Whether a school may be met together with other small schools, and why. The roll, or few absent pupils, is enough by itself. */
export function mayJoinGroup({ roll, severe, persistent }: GroupSchool, { rollBelow, persistentBelow }: GroupLimits): { readonly may: boolean; readonly reason: string } {
  if (roll < rollBelow) return { may: true, reason: `${roll} on roll, below ${rollBelow}` };
  if (severe === 0 && persistent < persistentBelow) return { may: true, reason: `Nobody severely absent and ${persistent} persistently absent, below ${persistentBelow}` };
  return { may: false, reason: `${roll} on roll, ${severe} severely and ${persistent} persistently absent: a group takes schools below ${rollBelow} on roll, or with nobody severely and fewer than ${persistentBelow} persistently absent` };
}
