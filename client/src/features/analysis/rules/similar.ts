import { placeAmong, type Share, type SimilarRule } from '@attendance/shared/attendance';
import { phaseSchools } from './phases.ts';

/** The counts a school is placed by. */
export interface SimilarFigures { readonly pupils: number; readonly possible: number; readonly absent: number; readonly persistent: number }

export const absenceShare = ({ absent, possible }: SimilarFigures): Share => ({ part: absent, whole: possible });
export const persistentShare = ({ persistent, pupils }: SimilarFigures): Share => ({ part: persistent, whole: pupils });

/** "Absence here is 3rd lowest of 9, persistent absence lowest of 9": a place, and no judgement. */
export function similarFinding(own: SimilarFigures, schools: readonly SimilarFigures[], persistentShown: boolean): string {
  const absence = placeAmong(absenceShare(own), schools.map(absenceShare));
  if (absence === null) return 'There is no figure to place this school by';
  const persistent = persistentShown ? placeAmong(persistentShare(own), schools.map(persistentShare)) : null;
  return `Absence here is ${absence}${persistent === null ? '' : `, persistent absence ${persistent}`}`;
}

const times = (weight: number): string => (weight === 1 ? 'once' : weight === 2 ? 'twice' : `${weight} times`);

/** How the schools were found, in plain words. */
export function similarMethod(phase: string, { most, fewest, leastPupils, weights }: SimilarRule): readonly string[] {
  return [
    `Of the ${phaseSchools(phase)} you see, with ${leastPupils} pupils or more, these are the nearest to this one, ${most} at most. With fewer than ${fewest} others there is nothing to say.`,
    `How far apart two schools are is a sum: by how many percent the smaller is smaller (counted ${times(weights.size)}), and how many percentage points lie between their shares of pupils eligible for free school meals in the last six years (${times(weights.fsm6)}), with SEN support or a plan (${times(weights.sen)}) and with a first language other than English (${times(weights.eal)}). 0 is alike.`,
    'Pupils are those with a possible session this year, as last recorded. Attendance plays no part in the choice. Alike in these facts is not alike in everything.',
  ];
}

/** Why there is no comparison. */
export function noSimilar(outcome: string, phase: string | null, { fewest, leastPupils }: SimilarRule): string {
  switch (outcome) {
    case 'OWN_SCHOOL_ONLY': return 'This comparison is for people who see several schools. You see the figures of this school alone.';
    case 'TOO_SMALL': return `This school has fewer than ${leastPupils} pupils with a session. Each child would move its shares too far to find schools like it.`;
    case 'TOO_FEW': return `Too few to say: fewer than ${fewest} other ${phase === null ? 'schools' : phaseSchools(phase)} with ${leastPupils} pupils or more are within your reach.`;
    default: return 'There are no figures of this school to compare.';
  }
}
