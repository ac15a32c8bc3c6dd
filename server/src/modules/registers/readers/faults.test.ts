import { dayOfIso } from '@attendance/shared/kernel';
import { FAULT_WORDS } from './fault-words.ts';
import { contextOf, enrolment, marksOf, read, upnOf } from './reading.fixture.ts';

const A = upnOf(0);
const HEAD = 'UPN,Date,Session,Mark\n';
const GOOD = `${A},08/09/2025,AM,/\n`;
const withSchool = (rows: string): string => `LAESTAB,UPN,Date,Session,Mark\n8012001,${A},08/09/2025,AM,/\n${rows}`;

describe('a fault refuses its row and nothing else', () => {
  test.each([
    ['UPN-01', ',08/09/2025,PM,\\', 'UPN', ''],
    ['UPN-01', 'N/A,08/09/2025,PM,\\', 'UPN', 'N/A'],
    ['UPN-02', `O801200025001,08/09/2025,PM,\\`, 'UPN', 'O801200025001'],
    ['UPN-03', `Z${A.slice(1)},08/09/2025,PM,\\`, 'UPN', `Z${A.slice(1)}`],
    ['UPN-07', `8.012E+11,08/09/2025,PM,\\`, 'UPN', '8.012E+11'],
    ['UPN-07', `${A.slice(1)},08/09/2025,PM,\\`, 'UPN', A.slice(1)],
    ['PUP-01', `${upnOf(77)},08/09/2025,PM,\\`, 'UPN', upnOf(77)],
    ['DAT-01', `${A},31/11/2025,PM,\\`, 'Date', '31/11/2025'],
    ['DAT-01', `${A},45908,PM,\\`, 'Date', '45908'],
    ['DAT-01', `${A},,PM,\\`, 'Date', ''],
    ['DAT-02', `${A},09/25/2025,PM,\\`, 'Date', '09/25/2025'],
    ['DAT-03', `${A},08/09/2022,PM,\\`, 'Date', '08/09/2022'],
    ['DAT-04', `${A},05/01/2026,PM,\\`, 'Date', '05/01/2026'],
    ['DAT-05', `${A},13/09/2025,PM,\\`, 'Date', '13/09/2025'],
    ['DAT-06', `${A},27/10/2025,PM,\\`, 'Date', '27/10/2025'],
    ['SES-01', `${A},08/09/2025,Noon,\\`, 'Session', 'Noon'],
    ['SES-01', `${A},08/09/2025,P4,\\`, 'Session', 'P4'],
    ['MRK-01', `${A},08/09/2025,PM,@`, 'Mark', '@'],
    ['MRK-01', `${A},08/09/2025,PM,L1`, 'Mark', 'L1'],
    ['HDR-05', `${A},08/09/2025,PM`, null, `${A},08/09/2025,PM`],
    ['HDR-05', `${A},08/09/2025,PM,\\,extra`, null, `${A},08/09/2025,PM,\\,extra`],
  ])('%s: %s', async (code, row, column, value) => {
    const { faults, refusals, rowsRead, rowsRefused, weeks, marksAccepted } = await read(`${HEAD}${GOOD}${upnOf(1)},15/09/2025,AM,/\n${row}\n`);
    expect(faults).toEqual({ [code]: 1 });
    expect(refusals).toEqual([expect.objectContaining({ line: 4, code, column, value, schoolId: 1 })]);
    expect([rowsRead, rowsRefused, marksAccepted, weeks.length]).toEqual([3, 1, 2, 2]);
  });

  test('two faults of one row are both named, and the row counts once', async () => {
    const { faults, rowsRefused } = await read(`${HEAD}${GOOD}${upnOf(77)},08/09/2025,PM,@\n`);
    expect([faults, rowsRefused]).toEqual([{ 'PUP-01': 1, 'MRK-01': 1 }, 1]);
  });

  test.each([['2025-09-08', true], ['2025-09-07', false], ['2025-09-19', true], ['2025-09-22', false]])(
    'MRK-05: a pupil on roll from 8 to 19 September, marked on %s: kept is %s', async (day, kept) => {
      const context = contextOf({ roster: [enrolment(0, { startsOn: dayOfIso('2025-09-08'), endsOn: dayOfIso('2025-09-19') })] });
      const { marksAccepted, faults } = await read(`${HEAD}${A},${day},AM,/\n`, context);
      expect([marksAccepted, faults]).toEqual(kept ? [1, {}] : [0, { 'MRK-05': 1 }]);
    });

  test.each([['8019999', 'SCH-01'], ['Unheard of School', 'SCH-01'], ['801/2002', 'SCH-02'], ['2002', 'SCH-02'], ['Birch Primary', 'SCH-02'], ['100002', 'SCH-02']])(
    'school “%s” is %s in a file sent for school 1', async (school, code) => {
      const { faults, refusals } = await read(withSchool(`8012001,${A},09/09/2025,AM,/\n${school},${A},08/09/2025,PM,\\\n`));
      expect([faults, refusals[0]?.column]).toEqual([{ [code]: 1 }, 'LAESTAB']);
    });

  test('every code has words that say what to do', () => {
    for (const [code, words] of Object.entries(FAULT_WORDS)) {
      expect([code, words.means.endsWith('.'), words.todo.length > 0]).toEqual([code, true, true]);
    }
  });
});

describe('several marks for one session', () => {
  test('the same mark twice is one mark, counted', async () => {
    const { notes, marksAccepted, faults } = await read(HEAD + GOOD + GOOD + GOOD);
    expect([notes, marksAccepted, faults]).toEqual([{ 'DUP-01': 2 }, 1, {}]);
  });

  test('different marks are all refused and the session is left blank', async () => {
    const { faults, refusals, weeks, rowsRefused, marksAccepted } = await read(`${HEAD}${GOOD}${A},08/09/2025,PM,\\\n${A},08/09/2025,AM,I\n${A},08/09/2025,AM,/\n`);
    expect(faults).toEqual({ 'MRK-04': 3 });
    expect(refusals.map(({ line, value }) => [line, value])).toEqual([[4, 'I (another row says /)'], [5, '/ (several rows disagree)']]);
    expect(weeks.map((week) => week.marks)).toEqual([' \\            ']);
    expect([rowsRefused, marksAccepted]).toEqual([3, 1]);
  });

  test('a week in which nothing is left is not written', async () => {
    expect((await read(`${HEAD}${GOOD}${A},08/09/2025,AM,I\n`)).weeks).toEqual([]);
  });

  test.each([['-', '/'], ['/', '-'], ['', '/'], ['/', '']])('“%s” beside “%s”: a gap contradicts nothing', async (first, second) => {
    const { weeks, gapsDropped, marksAccepted, marksBlank, faults } = await read(`${HEAD}${A},08/09/2025,AM,${first}\n${A},08/09/2025,AM,${second}\n`);
    expect([weeks[0]?.marks[0], gapsDropped, marksAccepted, marksBlank, faults]).toEqual(['/', 1, 1, 0, {}]);
  });
});

describe('which enrolment a mark belongs to', () => {
  const twice = [
    enrolment(0, { enrolmentId: 1, endsOn: dayOfIso('2025-09-12') }),
    enrolment(0, { enrolmentId: 2, startsOn: dayOfIso('2025-10-06') }),
  ];
  test('a pupil who left and came back: the stay that covers the day', async () => {
    const { weeks, faults } = await read(`${HEAD}${A},08/09/2025,AM,/\n${A},06/10/2025,AM,L\n${A},22/09/2025,AM,/\n`, contextOf({ roster: twice }));
    expect(weeks.map((week) => [week.enrolmentId, week.marks.trim()])).toEqual([[1, '/'], [2, 'L']]);
    expect(faults).toEqual({ 'MRK-05': 1 });
  });

  const both = [enrolment(0, { enrolmentId: 1 }), enrolment(0, { enrolmentId: 2, schoolId: 2 })];
  test('a pupil of two schools, in a file of the authority: the school the row names', async () => {
    const { weeks, schoolIds } = await read(withSchool(`801/2002,${A},08/09/2025,AM,D\n`), contextOf({ claimedSchool: null, roster: both }));
    expect(weeks.map((week) => [week.enrolmentId, week.schoolId, week.marks.trim()])).toEqual([[1, 1, '/'], [2, 2, 'D']]);
    expect(schoolIds).toEqual([1, 2]);
  });

  test('… and a refusal when no row names one', async () => {
    expect((await read(HEAD + GOOD, contextOf({ claimedSchool: null, roster: both }))).faults).toEqual({ 'PUP-02': 1 });
  });

  test('a refusal says which school it concerns, by the row or by the pupil’s only enrolment', async () => {
    const context = contextOf({ claimedSchool: null, roster: [...both, enrolment(1, { schoolId: 2 })] });
    const byRow = await read(withSchool(`801/2002,${A},08/09/2025,AM,@\n,${upnOf(77)},08/09/2025,AM,/\n`), context);
    expect(byRow.refusals.map(({ code, schoolId }) => [code, schoolId])).toEqual([['MRK-01', 2], ['PUP-01', null], ['SCH-01', null]]);
    expect((await read(`${HEAD}${upnOf(1)},13/09/2025,AM,/\n`, context)).refusals[0]?.schoolId).toBe(2);
  });

  test('a file sent for one school never reaches the other', async () => {
    expect((await read(HEAD + GOOD, contextOf({ claimedSchool: 2, roster: both }))).weeks.map((week) => week.enrolmentId)).toEqual([2]);
  });

  test('UPN-06: two children under one number', async () => {
    const roster = [enrolment(0, { pupilId: 1 }), enrolment(0, { pupilId: 2, enrolmentId: 2 })];
    expect((await read(HEAD + GOOD, contextOf({ roster }))).faults).toEqual({ 'UPN-06': 1 });
  });

  test('without UPNs the school’s own number serves', async () => {
    const { marksAccepted, faults } = await read('Admission No,Date,Session,Mark\nL3,08/09/2025,AM,/\nL77,08/09/2025,AM,/\n,08/09/2025,AM,/\n');
    expect([marksAccepted, faults]).toEqual([1, { 'PUP-01': 1, 'UPN-01': 1 }]);
  });
});

describe('what is kept in silence or with a note', () => {
  test.each(['13/09/2025', '27/10/2025'])('a closure mark or a gap on %s is left aside', async (day) => {
    const { marksOnClosedDays, faults, weeks } = await read(`${HEAD}${GOOD}${A},${day},AM,#\n${A},${day},PM,\n`);
    expect([marksOnClosedDays, faults, weeks.length]).toEqual([2, {}, 1]);
  });

  test('MRK-02: a code not in use that day is kept', async () => {
    const { notes, marksAccepted } = await read(`${HEAD}${A},08/09/2025,AM,H\n`);
    expect([notes, marksAccepted]).toEqual([{ 'MRK-02': 1 }, 1]);
  });

  test('a tick of the other half of the day stands for presence', async () => {
    const { weeks } = await read(`${HEAD}${A},08/09/2025,AM,\\\n${A},08/09/2025,PM,/\n`);
    expect(weeks[0]?.marks).toBe('/\\            ');
  });

  test.each([A.toLowerCase(), ` ${A} `, `${A.slice(0, 4)} ${A.slice(4)}`, `'${A}`, `${A}.`, `\u00a0${A}\u200b`])('pupil number “%s” is repaired', async (upn) => {
    expect([...marksOf((await read(`${HEAD}${upn},08/09/2025,AM,/\n`)).weeks).values()]).toEqual(['/']);
  });

  test('a damaged value comes with a hint, which is not used', async () => {
    const { refusals } = await read(`${HEAD}${A},45908,AM,/\n${A.slice(1)},08/09/2025,AM,/\n`);
    expect(refusals[0]?.hint).toContain('2025-09-08');
    expect(refusals[1]?.hint).toContain(A);
  });

  test('no more than ten thousand refusals are listed, but all are counted', async () => {
    const { refusals, refusalsNotListed, faults } = await read(HEAD + `${A},08/09/2025,AM,@\n`.repeat(10_050));
    expect([refusals.length, refusalsNotListed, faults]).toEqual([10_000, 50, { 'MRK-01': 10_050 }]);
  });
});

describe('layout D', () => {
  const DAY = 'UPN,Date,AM,PM\n';
  test('each half of the day stands by itself', async () => {
    const { weeks, faults, rowsRefused, refusals } = await read(`${DAY}${A},2025-09-08,/,@\n${A},2025-09-09,,\\\n`);
    expect([weeks[0]?.marks, faults, rowsRefused, refusals[0]?.column]).toEqual(['/ -\\          ', { 'MRK-01': 1 }, 1, 'PM']);
  });

  test.each([['PUP-01', `${upnOf(77)},2025-09-08,/,\\`], ['DAT-05', `${A},2025-09-13,/,\\`], ['DAT-04', `${A},2026-01-05,/,\\`]])(
    '%s is said once for the row', async (code, row) => {
      const { faults, rowsRefused } = await read(`${DAY}${row}\n`);
      expect([faults, rowsRefused]).toEqual([{ [code]: 1 }, 1]);
    });

  test('both halves contradicted', async () => {
    const { faults, refusals } = await read(`${DAY}${A},2025-09-08,/,\\\n${A},2025-09-08,I,O\n`);
    expect(faults).toEqual({ 'MRK-04': 4 });
    expect(refusals.map(({ column, value }) => [column, value])).toEqual([['AM', 'I (another row says /)'], ['PM', 'O (another row says \\)']]);
  });
});
