import { attendanceAndAbsencePercent } from './measures.ts';

/** Sessions of some span: possible ones, and those missed. */
export interface AbsenceCounts { readonly possible: number; readonly absent: number }

/** The sessions of one phase, this year and in the same weeks of the last. */
export interface PhaseBeside { readonly phase: string; readonly now: AbsenceCounts; readonly before: AbsenceCounts }

/** The same weeks of two years, all phases together and one by one. */
export interface AreaBeside { readonly now: AbsenceCounts; readonly before: AbsenceCounts; readonly phases: readonly PhaseBeside[] }

const attendanceOf = ({ absent, possible }: AbsenceCounts): number | null => attendanceAndAbsencePercent(absent, possible)?.attendance ?? null;

/** Tenths of a percentage point between the two years' attendance as both are shown, so that a sentence agrees with the figures beside it; null without both. */
export function tenthsApart(now: AbsenceCounts, before: AbsenceCounts): number | null {
  const [own, last] = [attendanceOf(now), attendanceOf(before)];
  return own === null || last === null ? null : Math.round((own - last) * 10);
}

/**
 * The phase in which most of a change lies: of the sessions attended beyond (or short of) what each phase's own rate of last year
 * would have brought, more than half of those that go the way of the change. Null where no phase has more than half, where only one
 * has sessions in both years, or where the phases together go the other way: then the schools' make-up changed, and not how they attend.
 */
export function phaseOfChange({ now, before, phases }: AreaBeside): string | null {
  const way = Math.sign(tenthsApart(now, before) ?? 0);
  const compared = phases.filter((phase) => phase.now.possible > 0 && phase.before.possible > 0);
  if (way === 0 || compared.length < 2) return null;
  const gained = compared.map(({ phase, now: own, before: last }) => ({ phase, sessions: (last.absent * own.possible) / last.possible - own.absent }));
  if (Math.sign(gained.reduce((sum, { sessions }) => sum + sessions, 0)) !== way) return null;
  const alike = gained.filter(({ sessions }) => Math.sign(sessions) === way);
  const all = alike.reduce((sum, { sessions }) => sum + sessions, 0);
  return alike.find(({ sessions }) => Math.abs(sessions) * 2 > Math.abs(all))?.phase ?? null;
}

/** "Attendance is 93.1%, up 0.4 points on last year, most of it in secondary schools": what the figures say and no more. `schoolsOf` puts a phase in words. */
export function areaFinding(area: AreaBeside, schoolsOf: (phase: string) => string): string {
  const attendance = attendanceOf(area.now);
  if (attendance === null) return 'No marks have come in this academic year';
  const tenths = tenthsApart(area.now, area.before);
  const is = `Attendance is ${attendance.toFixed(1)}%`;
  if (tenths === null) return `${is} so far this academic year`;
  if (tenths === 0) return `${is}, the same as last year`;
  const points = `${(Math.abs(tenths) / 10).toFixed(1)} ${Math.abs(tenths) === 10 ? 'point' : 'points'}`;
  const phase = phaseOfChange(area);
  return `${is}, ${tenths > 0 ? 'up' : 'down'} ${points} on last year${phase === null ? '' : `, most of it in ${schoolsOf(phase)}`}`;
}
