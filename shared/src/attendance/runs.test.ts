import { openSchoolDays } from '../calendar/index.ts';
import {
  attendanceReturnTriggeredOn, continuousRuns, dayRunReached, daysOfWeeks, deletionArguableFrom, reasonDeadline, sicknessReturnTriggeredOn,
  unresolvedReasons, type DayMarks,
} from './index.ts';

const terms = [
  { name: 'Autumn 1', startsOn: '2025-09-01', endsOn: '2025-10-24' },
  { name: 'Autumn 2', startsOn: '2025-11-03', endsOn: '2025-12-19' },
];
const days = openSchoolDays({ terms, closures: [] });
const every = (marks: string, from: string): DayMarks[] => days.filter((on) => on >= from).map((on) => ({ on, marks }));
const day = (on: string, marks: string): DayMarks => ({ on, marks });

describe('a reason not yet established', () => {
  test.each([
    ['no closures', [], '2025-10-24'],
    ['INSET, then half term', [{ on: '2025-10-24', kind: 'INSET' as const, label: 'Training day' }], '2025-11-03'],
  ])('an N on Friday 17 October is due: %s', (_, closures, due) =>
    expect(reasonDeadline('2025-10-17', openSchoolDays({ terms, closures }), 5)).toBe(due));

  test('is overdue the day after it was due, and never beyond the calendar', () => {
    const register = [day('2025-10-16', '/\\'), day('2025-10-17', 'NN'), day('2025-12-19', '/N')];
    expect(unresolvedReasons(register, days, '2025-10-24', 5)).toEqual([
      { on: '2025-10-17', sessions: 2, dueOn: '2025-10-24', overdue: false },
      { on: '2025-12-19', sessions: 1, dueOn: null, overdue: false },
    ]);
    expect(unresolvedReasons(register, days, '2025-10-25', 5)[0]?.overdue).toBe(true);
  });
});

describe('continuous absence', () => {
  test('every session a holiday from Monday 20 October', () => {
    const register = every('GG', '2025-10-20');
    expect(attendanceReturnTriggeredOn(register, 10)).toBe('2025-11-07');
    expect(deletionArguableFrom(register, 20)).toBe('2025-11-21');
  });

  test.each([
    ['closures and sessions not possible neither end nor lengthen it', [day('a', 'OO'), day('b', '##'), day('c', 'D4'), day('d', '- '), day('e', 'OO')], [4]],
    ['illness ends it', [day('a', 'OO'), day('b', 'IO'), day('c', 'OO')], [2, 3]],
    ['approved education ends it', [day('a', 'OB'), day('b', 'OO')], [1, 2]],
    ['attending never starts one', [day('a', '/\\')], []],
  ])('%s', (_, register, sessions) => expect(continuousRuns(register, 'GNOU').map((run) => run.sessions)).toEqual(sessions));

  test('arriving after the register closed keeps the return running, but ends the run toward deletion', () => {
    const register = [...every('OO', '2025-10-20').slice(0, 9), day('2025-11-07', 'UO')];
    expect(attendanceReturnTriggeredOn(register, 10)).toBe('2025-11-07');
    expect(continuousRuns(register, 'GNO').map((run) => [run.sessions, run.open])).toEqual([[18, false], [1, true]]);
    expect(deletionArguableFrom(register, 20)).toBeNull();
  });

  test('a run says on which day it reached a length', () => {
    const run = continuousRuns([day('2025-09-01', '/O'), day('2025-09-02', 'OO')], 'O')[0]!;
    expect(run).toMatchObject({ startedOn: '2025-09-01', lastOn: '2025-09-02', sessions: 3, open: true });
    expect([dayRunReached(run, 1), dayRunReached(run, 2)]).toEqual(['2025-09-02', null]);
  });

  test('thirty sessions of illness, together or apart, ask for a sickness return', () => {
    const register = every('I\\', '2025-09-01');
    expect(sicknessReturnTriggeredOn(register, 15)).toBe(days[29]);
    expect(sicknessReturnTriggeredOn(register.slice(0, 29), 15)).toBeNull();
  });

  test('weeks become days', () =>
    expect(daysOfWeeks([{ weekStart: '2025-09-01', marks: '/\\  I         ' }])).toEqual([day('2025-09-01', '/\\'), day('2025-09-03', 'I ')]));
});
