import { openSchoolDays } from '@attendance/shared/calendar';
import { overdueFrom } from '@attendance/shared/meetings';
import type { Urn } from './cast.ts';
import type { World } from './model.ts';

/** Something an officer noted for themselves. */
export interface OwnTask { readonly owner: string; readonly what: string; readonly schoolId: Urn | null; readonly madeOn: string; readonly dueOn: string; readonly overdueFrom: string }

const NOTED: readonly (readonly [owner: string, what: string, school: Urn | null, due: number])[] = [
  ['priya-nandra', 'Ring Thornley Cross about the days without registers', 990407, 0],
  ['priya-nandra', 'Ask the transport team about the 8:05 bus', null, 4],
  ['priya-nandra', 'Send the training dates to new champions', null, -2],
  ['tom-ellery', 'Find a new date with Kestrel UTC', 990421, 2],
  ['ruth-calder', 'Read the records of both officers before the board', null, 6],
];

/** What officers noted for themselves, due in school days from today. */
export function ownTasks(world: World): OwnTask[] {
  const days = openSchoolDays((world.schools.find(({ urn }) => urn === 990407) ?? world.schools[0]!).calendar);
  const now = days.findIndex((day) => day >= world.today);
  const day = (from: number): string => days[Math.max(0, Math.min(days.length - 1, (now < 0 ? days.length - 1 : now) + from))] ?? world.today;
  return NOTED.filter(([, , school]) => school === null || world.schools.some(({ urn }) => urn === school)).map(([owner, what, schoolId, due]) => ({ owner, what, schoolId, madeOn: day(-5), dueOn: day(due), overdueFrom: overdueFrom(day(due), days) }));
}
