import { compulsorySchoolAge } from '@attendance/shared/pupils';
import { dayOfIso, isoOfDay } from '@attendance/shared/kernel';
import { MARKS_COUNTING_FOR } from '@attendance/shared/attendance';
import type { World, WorldEnrolment } from './model.ts';
import { PageOfMarks } from './page-of-marks.ts';
import type { SchoolDays } from './school-days.ts';
import type { Situation, StoryName } from './situation-types.ts';
import type { YearMarks } from './year-marks.ts';

type Story = (page: PageOfMarks, situation: Situation) => void;

/** Lays a cast pupil's story over the ordinary marks of a school year. */
export function tellStory(world: World, situation: Situation, enrolment: WorldEnrolment, maker: YearMarks, year: SchoolDays): void {
  const isSecond = situation.second?.school === enrolment.school.urn;
  if (!isSecond && enrolment.school.urn !== situation.school) return;
  const name = isSecond ? situation.second?.story : situation.story;
  if (!name) return;
  const page = new PageOfMarks(maker, year, dayOfIso(world.today));
  if (year.which === 1) STORIES[name](page, situation);
  // A penalty window may reach back over the summer: the story's count must not meet an old absence there.
  else if (name === 'nine-of-ten' || name === 'over-threshold') page.clear(MARKS_COUNTING_FOR.penalty, page.length - 60, page.length);
}

const STORIES: Readonly<Record<StoryName, Story>> = {
  'nine-of-ten': (page) => {
    page.clear(MARKS_COUNTING_FOR.penalty, 0, page.length);
    page.clear('I', page.last - 45, page.length);
    const mondays = page.recent((weekday) => weekday === 0, 45);
    const [first, ill, ...earlier] = mondays;
    const truant = [first, ...earlier, ...page.recent((weekday) => weekday === 2, 45)].filter((day): day is number => day !== undefined).slice(0, 4);
    if (ill !== undefined) page.both(ill, 'I').both(ill + 1, 'I').put(ill + 3, 'M', '\\');
    for (const friday of page.recent((weekday) => weekday === 4, 45).slice(3, 5)) page.both(friday, 'I');
    const others = page.recent(() => true, 45).filter((day) => !truant.includes(day) && (ill === undefined || day < ill || day > ill + 3));
    const late = others.find((day) => page.weekdayOf(day) === 1 && day < page.last - 6) ?? others[0];
    for (const day of others.filter((each) => page.weekdayOf(each) === 1 && each !== late).slice(0, 2)) page.put(day, 'L', '\\');
    // Last, so that nothing above takes one of the nine away.
    if (late !== undefined) page.put(late, 'U', '\\');
    for (const day of truant) page.both(day, 'O');
  },
  'over-threshold': (page) => {
    page.clear(MARKS_COUNTING_FOR.penalty, 0, page.length);
    for (const back of [2, 7, 12, 17, 22, 27]) page.put(Math.max(page.first, page.last - back), 'O', 'O');
  },
  'not-seen': (page) => page.run(page.last - 10, page.last + 1, 'I'),
  'sharp-fall': (page) => {
    // Which days follows from the date alone, so that brother and sister are away together at their two schools.
    for (let day = page.last - 19; day <= page.last; day++) {
      const date = page.dateOf(day);
      if (date !== undefined && (date * 7) % 20 < 8) page.both(day, day > page.last - 9 ? 'O' : 'I');
    }
  },
  'severe-illness': (page) => page.exactly(Math.ceil(page.sessions * 0.52), (day) => (day % 5 === 0 ? 'O' : 'I'), 6, 3),
  'half-missed': (page) => page.exactly(Math.ceil(page.sessions / 2), () => 'I', 10, 5),
  'exactly-ten-percent': (page) => page.exactly(Math.ceil(page.sessions / 10), (day) => (day % 2 ? 'I' : 'O'), 11, 1),
  'part-time': (page) => {
    page.clear(MARKS_COUNTING_FOR.penalty, 0, page.length);
    for (let day = page.last - 37; day <= page.last + 1; day++) page.put(day, '/', 'p');
    for (const back of [26, 21, 16]) page.put(page.last - back, 'O', 'O');
    page.put(page.last - 24, '/', 'U').put(page.last - 9, 'I', 'I').put(page.last - 8, 'I', 'I');
  },
  'suspended': (page) => {
    for (const [back, days] of [[38, 3], [20, 4], [2, 4]] as const) page.run(page.last - back, page.last - back + days, 'E');
    for (const back of [3, 4, 9, 14, 15]) page.put(page.last - back, 'O', 'O');
  },
  'plan-working': (page) => {
    const began = page.last - 26;
    for (let day = page.first; day <= page.last; day++) {
      const away = day < began ? day % 25 < 13 : day % 9 < 3;
      if (away) page.both(day, day % 2 ? 'I' : 'O');
      else page.put(day, '/', '\\');
    }
  },
  'dual-main': (page, situation) => {
    for (let day = page.first; day < page.length; day++) if (page.isSince(day, situation.second?.daysAgo ?? 0) && page.weekdayOf(day) <= 2) page.put(day, 'D', 'D');
  },
  'dual-other': (page) => {
    for (let day = page.first; day < page.length; day++) if (page.weekdayOf(day) > 2) page.put(day, 'D', 'D');
    for (const day of page.recent((weekday) => weekday === 1, 20).slice(0, 2)) page.put(day, 'O', 'O');
  },
  'reception-part-time': (page, situation) => {
    const born = `${Number(isoOfDay(page.dateOf(0) ?? 0).slice(0, 4)) - 4}-${situation.born}`;
    const compulsory = dayOfIso(compulsorySchoolAge(born).startsOn);
    for (let day = page.first; day < page.length && (page.dateOf(day) ?? 0) < compulsory; day++) page.put(day, '/', 'X');
  },
  'no-reason-today': (page) => page.put(page.last, '/', 'N').put(page.last + 1, 'N', '\\'),
  'back-today': (page) => {
    page.run(page.last - 21, page.last, 'O');
    page.put(page.last, '/', '\\').put(page.last + 1, '/', '\\');
  },
  'suspended-today': (page) => {
    page.run(page.last - 24, page.last - 21, 'E');
    page.run(page.last + 1, page.last + 3, 'E');
  },
  'three-days-ill': (page) => page.run(page.last - 1, page.last + 2, 'I'),
  'sixth-form': () => undefined,
  'continuous-unauthorised': (page) => page.run(page.last - 25, page.length, 'O'),
  'travelling': (page) => page.run(page.last - 24, page.last - 9, 'T'),
  'holiday': (page) => page.run(page.last - 9, page.last - 4, 'G'),
  'mid-year-marks': () => undefined,
};
