import type { SupportService } from './services.ts';

/** What the authority where the child lives answers for, wherever the child goes to school. Source: Education Act 1996, section 436A, for children missing education; Children Act 1989, section 17, for help to families: each authority for the children within its area. */
const OF_HOME: readonly SupportService[] = ['EARLY_HELP', 'MISSING_EDUCATION', 'HOME_EDUCATION'];
export const belongsToHome = (service: string): boolean => (OF_HOME as readonly string[]).includes(service);

export const HOME_ELSEWHERE_WORDS = 'Family support and children missing education belong to the authority where the child lives. The meeting is held by the authority where the school is.';
/** "Lives in authority 991". */
export const livesIn = (homeLa: number): string => `Lives in authority ${homeLa}`;

/** Whose a service is for a child who lives elsewhere. */
export const whoseService = (service: string, homeLa: number): string =>
  belongsToHome(service) ? `This service belongs to authority ${homeLa}, where the child lives: this council cannot give it.` : `Ask authority ${homeLa}, where the child lives, whether it gives this service or this council does.`;

export interface HomeLetter { readonly homeLa: number; readonly authority: string; readonly school: string; readonly pupil: string; readonly meetingOn: string; readonly services: readonly string[] }
/** The beginning of a letter to the home authority. It tells who and where and asks with whom to speak; what was said about the family is for that talk. */
export function homeAuthorityLetter({ homeLa, authority, school, pupil, meetingOn, services }: HomeLetter): string {
  return [
    `To the attendance team of authority ${homeLa}`,
    `${pupil} lives in your area and goes to ${school}, in ours. The school and ${authority} spoke about ${pupil} in a targeting support meeting on ${meetingOn}, because of absence from school.`,
    services.length > 0 ? `They think that this would help: ${services.join('; ')}.` : 'No service was asked for there.',
    'Family support and children missing education belong to the authority where a child lives. Please tell us whether your family support or your children missing education team knows this child, and whom the school should speak to.',
    'We will share what else is needed, and why, once we know whom to speak to.',
  ].join('\n\n');
}
