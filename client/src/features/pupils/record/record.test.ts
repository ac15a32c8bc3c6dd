import { countMarks, countOf } from '@attendance/shared/attendance';
import { flagsOf } from './flags.ts';
import { rangeIn, rangeWords, registersWithin } from './range.ts';
import { mainEnrolment, nameOf, type PupilRecord } from './record.ts';
import { giveReason, forgetReason, reasonFor } from './reasons.ts';
import { only, shownBy } from './show.ts';
import { viewOf } from './view.ts';
import { lookKind, lookWords, lookWordsFor } from '../look-words.ts';

const school = (id: string, name: string) => ({ id, name, terms: [], closures: [] });
const stay = (id: string, more: Partial<PupilRecord['enrolments'][number]> = {}): PupilRecord['enrolments'][number] =>
  ({ id, status: 'C', ncYear: '9', form: '9R', startsOn: '2024-09-04', endsOn: null, leavingReason: null, school: school(`99${id}`, `School ${id}`), ...more });
const pupil: PupilRecord = {
  id: '1', upn: 'K990417017023', legalSurname: 'Thirkell', legalForename: 'Mason', preferredForename: null, bornOn: '2013-03-14', homeLaCode: 990, restricted: false,
  enrolments: [stay('1')], characteristics: [], careStatuses: null, carers: null, siblings: null, addresses: null, registers: null, looks: null,
};
const ON = '2026-11-19';
const said = (record: PupilRecord) => flagsOf(record, ON).map(({ title, text }) => [title, text].filter(Boolean).join(' '));

describe('the range of the list', () => {
  const marks = '/\\/\\OO/\\II    ';
  const register = (enrolmentId: number, academicYear: number, starts: readonly string[]) => ({ id: `${enrolmentId}-${academicYear}`, academicYear, enrolmentId, schoolName: `School ${enrolmentId}`, changes: [], weeks: starts.map((weekStart) => ({ weekStart, marks, open: 31, changed: 0 })) });
  const record = { ...pupil, enrolments: [stay('1'), stay('2', { endsOn: '2026-10-01' })], registers: [register(1, 2026, ['2026-11-02', '2026-11-09', '2026-11-16']), register(2, 2026, ['2026-09-07']), register(1, 2025, ['2026-07-06'])] };
  const view = viewOf(record, ON, null);
  const shown = (address: string): [string, number][] => (view.registers === null ? [] : registersWithin(view, view.registers, rangeIn(new URLSearchParams(address))).map(({ id, weeks }) => [id, countMarks(weeks.map((week) => week.marks).join('')).possible]));

  test('is all of this year without one, and then of the stays meant', () => {
    expect(shown('')).toEqual([['1-2026', 30], ['2-2026', 10]]);
    expect(shown('roll=now')).toEqual([['1-2026', 30]]);
    expect(shown('roll=2')).toEqual([['2-2026', 10]]);
    expect(shown('roll=3')).toEqual([]);
  });

  test('begins and ends on its days, into the year before where it begins there', () => {
    expect(shown('from=2026-11-09&roll=now')).toEqual([['1-2026', 20]]);
    expect(shown('from=2026-11-10&to=2026-11-16')).toEqual([['1-2026', 10]]);
    expect(shown('from=2026-07-06&roll=now')).toEqual([['1-2026', 30], ['1-2025', 10]]);
    expect(shown('from=2026-11-21')).toEqual([]);
  });

  test.each(['from=2026-02-30', 'from=yesterday', 'to=2026-11-10', 'roll=all', 'roll=-1'])('is no range: %s', (address) => expect(rangeIn(new URLSearchParams(address))).toBeNull());

  test('has no end where that lies before its beginning, and says itself in words', () => {
    const words = (address: string): string => { const range = rangeIn(new URLSearchParams(address)); return range === null ? '' : rangeWords(range, view); };
    expect(rangeIn(new URLSearchParams('from=2026-11-09&to=2026-11-08'))).toEqual({ from: '2026-11-09', to: null, roll: null });
    expect(words('from=2026-11-09&to=2026-11-13')).toBe('From 9 November 2026 to 13 November 2026');
    expect(words('roll=now')).toBe('This school year, where on roll now');
    expect(words('from=2026-11-09&roll=2')).toBe('From 9 November 2026, School 2');
  });
});

describe('a record', () => {
  test('says how an adult may be reached, and to whom nothing may be said', () => {
    const carer = { carerId: '1', fullName: 'Dawn Thirkell', telephone: null, relationship: 'Mother', parentalResponsibility: true, livesWith: true, contactAllowed: true, safeContact: 'Mobile only.' };
    expect(said({ ...pupil, carers: [carer, { ...carer, fullName: 'Craig Thirkell', relationship: 'Father', contactAllowed: false, safeContact: 'Give no information.' }] }))
      .toEqual(['Safe contact only. Mother: mobile only.', 'No information to father, Craig Thirkell']);
  });

  test('flags what holds on the day and nothing that has ended', () => {
    const care = [{ id: '1', kind: 'CIN', validFrom: '2025-10-01', validTo: '2026-07-01' }, { id: '2', kind: 'CPP', validFrom: '2026-07-02', validTo: null }];
    expect(said({ ...pupil, careStatuses: care })).toEqual(['On a child protection plan since 2 July 2026']);
    expect(flagsOf({ ...pupil, careStatuses: care }, '2026-06-01').map(({ title }) => title)).toEqual(['Child in need']);
    const need = { id: '1', kind: 'SEN', value: 'K', validFrom: '2024-10-02', validTo: null, source: 'SCHOOL' };
    expect(said({ ...pupil, characteristics: [need, { ...need, id: '2', kind: 'PRIMARY_NEED', value: 'SLCN' }] })).toEqual(['SEN support: speech, language and communication']);
  });

  test('flags two rolls, a leaver, and no roll at all', () => {
    expect(said({ ...pupil, enrolments: [stay('1', { status: 'M' }), stay('2', { status: 'S' })] })).toEqual(['On two rolls: School 1 and School 2']);
    expect(said({ ...pupil, enrolments: [stay('1', { endsOn: '2026-11-06', leavingReason: 'MOVED_AWAY' })] })).toEqual(['Left on 6 November 2026. Moved away']);
    expect(said({ ...pupil, enrolments: [] })).toEqual(['On no school’s roll']);
  });

  test('speaks for the roll that runs, the main one first', () => {
    const ended = stay('3', { startsOn: '2026-10-01', endsOn: '2026-10-20' });
    expect(mainEnrolment([ended, stay('2', { status: 'S', startsOn: '2026-10-21' }), stay('1', { status: 'M' })], ON)?.id).toBe('1');
    expect(mainEnrolment([stay('1', { endsOn: '2025-07-20' }), ended], ON)?.id).toBe('3');
    expect(nameOf({ ...pupil, preferredForename: 'Mace' })).toBe('Mace Thirkell');
  });

  test('keeps a reason while the record is open and no longer', () => {
    giveReason('30', '  Meeting with the adoption team  ');
    expect(reasonFor('30')).toBe('Meeting with the adoption team');
    forgetReason('30');
    expect(reasonFor('30')).toBeNull();
  });
});

describe('the list behind a figure', () => {
  const weeks = [{ weekStart: '2026-11-09', marks: 'OOIUL/\\-pN    ', open: 31 }];

  test('holds exactly what the figure counts', () => {
    const marks = (key: string) => only(weeks, shownBy(key))[0]?.marks ?? '';
    expect(marks('unauthorised')).toBe('OO U     N    ');
    expect(marks('authorised')).toBe('  I     p     ');
    expect(marks('late-before').trim()).toBe('L');
    expect(marks('missing').trim()).toBe('-');
    expect(countOf(marks('C2'), 'p')).toBe(1);
  });

  test('is not narrowed by anything else in the address', () => {
    for (const key of [null, 'toString', 'attended', '/']) expect(shownBy(key)).toBeNull();
    expect(only(weeks, null)).toEqual(weeks);
  });
});

test('every look has words', () => {
  expect(lookWords('PupilPage')).toBe('Opened the record');
  expect(lookWords('SchoolFiguresPage2')).toBe('School figures page2');
  expect(lookWords('')).toBe('Something without a name');
  expect(lookKind('DISCLOSED')).toBe('Sent out');
  expect(lookWordsFor({ operation: 'PupilPage', pupilId: null })).toBe('Seen in passing');
});
