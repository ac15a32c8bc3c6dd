import { openSchoolDays } from '@attendance/shared/calendar';
import { MeetingMode, meetingTerms, MeetingType, type MeetingTerm } from '@attendance/shared/meetings';
import { CAST, OAKMERE, type Urn } from './cast.ts';
import { MeetingStory, type SchoolVoice } from './meetings-story.ts';
import type { World, WorldSchool } from './model.ts';
import { Random, weighted } from './random.ts';

/** How far a school's meeting of a term has come today. */
export type MeetingFate = 'LOCKED' | 'ISSUED' | 'HELD' | 'RECORD_LATE' | 'PREPARED' | 'UNPREPARED' | 'BOOKED' | 'OFFERED' | 'DECLINED' | 'CALLED_OFF' | 'NOBODY_CAME' | 'NEXT_DAY' | 'NONE';

/** What became of the named schools' meetings this term. Schools that journeys plan for are left without one. */
const THIS_TERM: Readonly<Record<Urn, MeetingFate>> = {
  [OAKMERE]: 'NEXT_DAY', 990418: 'LOCKED', 990419: 'LOCKED', 990405: 'ISSUED', 990408: 'NONE', 990403: 'ISSUED', 990404: 'HELD', 990406: 'OFFERED', 990407: 'NONE', 990409: 'LOCKED', 990410: 'UNPREPARED', 990424: 'RECORD_LATE', 990428: 'DECLINED',
  990412: 'BOOKED', 990413: 'LOCKED', 990420: 'PREPARED', 990421: 'CALLED_OFF', 990422: 'NOBODY_CAME', 990430: 'NONE',
};
const LAST_TERM: Readonly<Record<Urn, MeetingFate>> = { 990428: 'DECLINED', 990430: 'NONE', 990422: 'NOBODY_CAME' };
const OTHERS_NOW = weighted<MeetingFate>([['LOCKED', 30], ['ISSUED', 12], ['HELD', 6], ['RECORD_LATE', 3], ['PREPARED', 8], ['UNPREPARED', 2], ['BOOKED', 10], ['OFFERED', 12], ['CALLED_OFF', 2], ['NOBODY_CAME', 2], ['NONE', 13]]);
const OTHERS_THEN = weighted<MeetingFate>([['LOCKED', 88], ['CALLED_OFF', 3], ['NOBODY_CAME', 2], ['NONE', 7]]);

/** Schools that are met together: small ones, and those of a trust. */
interface Together { readonly type: MeetingType; readonly officer: string; readonly schools: readonly Urn[]; readonly fate: MeetingFate }
const TOGETHER_NOW: readonly Together[] = [
  { type: MeetingType.TRUST, officer: 'tom-ellery', schools: [990414, 990411, 990425], fate: 'LOCKED' },
  { type: MeetingType.SMALL_SCHOOLS_GROUP, officer: 'ruth-calder', schools: [990426, 990427], fate: 'ISSUED' },
];
const TOGETHER_THEN: readonly Together[] = [{ type: MeetingType.SMALL_SCHOOLS_GROUP, officer: 'priya-nandra', schools: [990408, 990406], fate: 'LOCKED' }];

const TIMES = ['09:15', '10:30', '13:15', '14:45'] as const;
const MOST_A_DAY = 2;
const NEXT_DAY_TIME = '10:30';

/** What an officer holds already, so that nobody is in two places at once. */
class Diary {
  private readonly taken = new Map<string, string[]>();

  /** The first free time on one of some days, those nearest the wished one first; null where all are full. */
  take(officer: string, days: readonly string[], wished: number): { onDay: string; atTime: string } | null {
    for (const onDay of days.map((day, index) => ({ day, far: Math.abs(index - wished) })).sort((one, other) => one.far - other.far).map(({ day }) => day)) {
      const held = this.taken.get(`${officer} ${onDay}`) ?? [];
      // Each day begins with another time, so that a diary does not look ruled.
      const times = TIMES.map((_, index) => TIMES[(index + wished) % TIMES.length]!);
      const atTime = held.length < MOST_A_DAY ? times.find((time) => !held.includes(time)) : undefined;
      if (atTime !== undefined) return this.hold(officer, onDay, atTime);
    }
    return null;
  }

  hold(officer: string, onDay: string, atTime: string): { onDay: string; atTime: string } {
    const key = `${officer} ${onDay}`;
    this.taken.set(key, [...(this.taken.get(key) ?? []), atTime]);
    return { onDay, atTime };
  }
}

/** A meeting of the practice authority, and whether it is of the term that runs. */
export interface PlannedMeeting { readonly story: MeetingStory; readonly isThisTerm: boolean }

const OFFICERS = CAST.filter(({ role }) => role === 'ATTENDANCE_OFFICER');
const officerOf = (school: WorldSchool): string => (OFFICERS.find(({ patch }) => patch?.includes(school.urn)) ?? OFFICERS[school.urn % OFFICERS.length]!).subject;
/** Who books and prepares for a school. */
export const championOf: SchoolVoice = ({ urn }) => CAST.find(({ role, schools }) => role === 'ATTENDANCE_CHAMPION' && schools?.includes(urn))?.subject ?? null;

/** The meetings of the last term and of this one, up to today, as an authority that meets most of its schools would have them. Nothing reads the clock: the same world gives the same meetings. */
export function planMeetings(world: World): PlannedMeeting[] {
  const diary = new Diary();
  const planned: PlannedMeeting[] = [];
  const schools = world.schools.filter((school) => school.laCode === world.authority.code && school.statusCode === 1 && school.phase !== 'NURSERY' && school.phase !== 'SIXTEEN_PLUS');
  const byUrn = new Map(schools.map((school) => [school.urn, school]));
  const plan = (named: readonly WorldSchool[], officer: string, fate: MeetingFate, type: MeetingType, isThisTerm: boolean): void => {
    const story = storyOf(world, diary, named, officer, fate, type, isThisTerm);
    if (story !== null) planned.push({ story, isThisTerm });
  };
  const oakmere = byUrn.get(OAKMERE);
  const next = oakmere && openSchoolDays(oakmere.calendar).find((day) => day >= world.today);
  if (oakmere && next) diary.hold(officerOf(oakmere), next, NEXT_DAY_TIME);
  for (const isThisTerm of [false, true]) {
    const together = (isThisTerm ? TOGETHER_NOW : TOGETHER_THEN).map((each) => ({ ...each, schools: each.schools.flatMap((urn) => byUrn.get(urn) ?? []) })).filter((each) => each.schools.length > 1);
    for (const each of together) plan(each.schools, each.officer, each.fate, each.type, isThisTerm);
    const met = new Set(together.flatMap((each) => each.schools));
    for (const school of schools.filter((each) => !met.has(each))) {
      const random = new Random(world.seed, school.urn, isThisTerm ? 91 : 90);
      const fate = isThisTerm ? (THIS_TERM[school.urn] ?? OTHERS_NOW(random)) : (LAST_TERM[school.urn] ?? (school.urn < 990431 ? 'LOCKED' : OTHERS_THEN(random)));
      plan([school], officerOf(school), fate, MeetingType.SINGLE_SCHOOL, isThisTerm);
    }
  }
  checkIn(world, diary, byUrn.get(990418), planned);
  return planned;
}

/** A short call some weeks after a meeting, which covers nobody. */
function checkIn(world: World, diary: Diary, school: WorldSchool | undefined, planned: PlannedMeeting[]): void {
  if (school === undefined) return;
  const days = openSchoolDays(school.calendar);
  const when = diary.take(officerOf(school), days.filter((day) => day >= world.today).slice(11, 16), 2);
  if (when === null) return;
  const story = new MeetingStory({ type: MeetingType.CHECK_IN, mode: MeetingMode.REMOTE, minutes: 30, place: '', officer: officerOf(school), schools: [school], ...when }, days, championOf);
  story.book(earlier(days, world.today, 6));
  planned.push({ story, isThisTerm: true });
}

/** The term that runs or ran last on a day, and the one before it. */
function termsOf(school: WorldSchool, today: string): readonly [MeetingTerm | undefined, MeetingTerm | undefined] {
  const begun = meetingTerms(school.calendar).filter(({ startsOn }) => startsOn <= today);
  return [begun.at(-2), begun.at(-1)];
}

function storyOf(world: World, diary: Diary, schools: readonly WorldSchool[], officer: string, fate: MeetingFate, type: MeetingType, isThisTerm: boolean): MeetingStory | null {
  const school = schools[0]!;
  const random = new Random(world.seed, school.urn, isThisTerm ? 93 : 92);
  const openDays = openSchoolDays(school.calendar);
  const term = termsOf(school, world.today)[isThisTerm ? 1 : 0];
  if (term === undefined || fate === 'NONE') return null;
  const inTerm = openDays.filter((day) => term.startsOn <= day && day <= term.endsOn);
  const past = inTerm.filter((day) => day < world.today);
  const ahead = openDays.filter((day) => day >= world.today);
  const { days, wished, becomes } = windowOf(fate, isThisTerm, past, ahead, random);
  const isNext = becomes === 'NEXT_DAY';
  const when = isNext && ahead[0] !== undefined ? { onDay: ahead[0], atTime: NEXT_DAY_TIME } : diary.take(officer, days, wished);
  if (when === null) return null;
  const isRemote = !isNext && random.chance(0.35);
  const where = { type, officer, schools, mode: isRemote ? MeetingMode.REMOTE : MeetingMode.FACE_TO_FACE, minutes: schools.length > 1 ? 120 : school.roll > 500 ? 90 : 60, place: isRemote ? '' : isNext ? 'Conference room, main building' : random.pick(['Head’s office', 'Meeting room', 'Library', 'Staff room']) };
  return lived(new MeetingStory({ ...where, ...when }, openDays, championOf), becomes, world.today, random);
}

interface Window { readonly days: readonly string[]; readonly wished: number; readonly becomes: MeetingFate }

/** The days a fate can have happened on. What needs more of a term than has passed becomes a booked meeting. */
function windowOf(fate: MeetingFate, isThisTerm: boolean, past: readonly string[], ahead: readonly string[], random: Random): Window {
  const coming = (from: number, to: number, becomes: MeetingFate): Window => ({ days: ahead.slice(from, to), wished: random.whole(Math.max(1, to - from)), becomes });
  const gone = (from: number, to: number, becomes: MeetingFate): Window => {
    const days = past.slice(Math.max(0, past.length - from), Math.max(0, past.length - to));
    return days.length === 0 ? coming(12, 18, 'BOOKED') : { days, wished: random.whole(days.length), becomes };
  };
  if (!isThisTerm && fate !== 'NONE') return { days: past.slice(6, Math.max(34, past.length - 16)), wished: random.whole(28), becomes: fate };
  switch (fate) {
    case 'LOCKED': return gone(Math.max(16, past.length - 12), 15, fate);
    case 'ISSUED': return gone(8, 5, fate);
    case 'HELD': return gone(4, 1, fate);
    case 'RECORD_LATE': return gone(11, 8, fate);
    case 'NOBODY_CAME': return gone(14, 9, fate);
    case 'PREPARED': return coming(3, 8, fate);
    case 'UNPREPARED': return coming(6, 9, fate);
    case 'BOOKED': return coming(12, 16, fate);
    case 'CALLED_OFF': return coming(6, 10, fate);
    case 'DECLINED': return coming(4, 9, fate);
    case 'OFFERED': return coming(10, 18, fate);
    default: return coming(0, 1, fate);
  }
}

/** The commands that lead a meeting to where it stands today. */
function lived(story: MeetingStory, fate: MeetingFate, today: string, random: Random): MeetingStory {
  // Nobody offers after today: what lies far ahead was offered in the days that are gone.
  const by = (days: number, latest: number): string => [story.before(days), earlier(story.openDays, today, latest)].sort()[0]!;
  story.offer(by(28 + random.whole(5), 8));
  if (fate === 'OFFERED') return story;
  if (fate === 'DECLINED') return story.decline(by(24, 6), 'The governors hold that the school answers for its own attendance.').offer(by(20, 4)).decline(by(16, 2), 'We look after this ourselves and thank you for asking.');
  story.book(by(23, 6));
  if (fate === 'CALLED_OFF') return story.cancel(by(9, 3), 'The head is away for an inspection; a new date is to be found.');
  if (fate === 'BOOKED' || fate === 'UNPREPARED') return story;
  if (random.chance(0.15) && fate === 'LOCKED') story.move(by(18, 5), story.onDay, 'Another room, as the hall is used for examinations.');
  if (fate === 'NOBODY_CAME') return story.nobodyCame('Nobody joined the call, and the school could not be reached.');
  story.prepare(by(10 + random.whole(4), 1));
  if (fate === 'PREPARED' || fate === 'NEXT_DAY') return story;
  story.hold();
  if (fate === 'HELD' || fate === 'RECORD_LATE') return story;
  story.issue(story.after(story.onDay, random.chance(0.12) && fate === 'LOCKED' ? 7 : random.between(2, 4)));
  return fate === 'LOCKED' ? story.lock() : story;
}

/** The school day so many before a day. */
function earlier(openDays: readonly string[], day: string, count: number): string {
  return openDays.filter((each) => each < day).at(-count) ?? openDays[0] ?? day;
}
