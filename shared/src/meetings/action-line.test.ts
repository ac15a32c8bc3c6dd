import fc from 'fast-check';
import { ACTION_TYPE_NAMES, actionTypeLabel, actionTypeNamed, actionTypesIn, printActionLine, printedDay, readActionLine, readDay, type ActionPerson, type ReadAction } from './index.ts';
import { WEXMOOR } from './wexmoor.test-data.ts';

const MEETING = '2026-11-19';
const PEOPLE: readonly ActionPerson[] = [
  { personId: 'kerry', name: 'Kerry Adeyemi', alsoCalled: ['SAC'] }, { personId: 'priya', name: 'Priya Nandra', alsoCalled: ['officer'] }, { personId: 'sam-b', name: 'Sam Brook' }, { personId: 'sam-o', name: 'Sam O’Neill' }, { personId: 'zoe', name: 'Zoë St John-Ashe' },
];
const read = (line: string): ReadAction => readActionLine(line, PEOPLE, MEETING, WEXMOOR);
/** What an action is, without the words about it. */
const core = ({ owner, type, due, description }: ReadAction) => ({ owner: owner.is === 'FOUND' ? owner.person.personId : owner, type, due, description });

describe('a line typed in a meeting', () => {
  test('kerry: visit home with family worker, fri 27', () => {
    const found = read('kerry: visit home with family worker, fri 27');
    expect(core(found)).toEqual({ owner: 'kerry', type: { is: 'FOUND', type: 'HOME_VISIT' }, due: { is: 'SAID', on: '2026-11-27' }, description: 'visit home with family worker' });
    expect(found.understood).toEqual(['For Kerry Adeyemi', 'Home visit', 'Due Friday 27 November 2026']);
    expect(found.notUnderstood).toEqual([]);
    expect(printActionLine(found)).toBe('Kerry Adeyemi: visit home with family worker [Home visit], 27 November 2026');
  });

  test.each([
    ['kerry: x', 'kerry'], ['KERRY ADEYEMI: x', 'kerry'], ['k ade: x', 'kerry'], ['adeyemi: x', 'kerry'], ['sac: x', 'kerry'], ['officer: x', 'priya'], ['sam o: x', 'sam-o'], ['sam oneill: x', 'sam-o'], ['zoe: x', 'zoe'], ['zoe ashe: x', 'zoe'],
  ])('%j is for %s', (line, id) => expect(core(read(line)).owner).toBe(id));

  test('an ambiguous name is told as one, and nobody is chosen', () => {
    const found = read('sam: ring mum, fri 27');
    expect(found.owner).toMatchObject({ is: 'AMBIGUOUS', text: 'sam', people: [{ personId: 'sam-b' }, { personId: 'sam-o' }] });
    expect(found.notUnderstood[0]).toBe('“sam” may be Sam Brook or Sam O’Neill');
  });

  test.each([
    ['alex: ring mum, fri 27', 'Nobody here is called “alex”'], ['ring mum, fri 27', 'Nobody is named: begin with a name and a colon'], ['kerry: , fri 27', 'Say what is to be done'], ['kerry: think about it, fri 27', 'No kind of action was recognised'],
    ['kerry: home visit and early help, fri 27', 'This may be “Home visit” or “Early help referral”'], ['kerry: home visit, thu 27', '“thu 27”: 27 November 2026 is a Friday; due Thursday 26 November 2026 unless you say otherwise'],
    ['kerry: home visit, next fri', '“next fri”: it may be this week’s or next week’s: give the date; due Thursday 26 November 2026 unless you say otherwise'], ['kerry: home visit', 'No day was given; due Thursday 26 November 2026 unless you say otherwise'],
    ['kerry: home visit, sat 28', 'Saturday 28 November 2026 is not a school day'], ['kerry: home visit, 1/11/2026', '“1/11/2026”: 1 November 2026 is before the meeting; due Thursday 26 November 2026 unless you say otherwise'],
  ])('%j: %s', (line, words) => expect(read(line).notUnderstood).toContain(words));

  test.each<[string, string]>([
    ['we spoke about this at length: home visit', 'we spoke about this at length: home visit'], ['ring at 9:30 about mentor', 'ring at 9:30 about mentor'], ['kerry: home visit, with Sam, fri 27', 'home visit, with Sam'], ['kerry: home visit by fri 27', 'home visit'],
    ['kerry: home visit in 2 weeks', 'home visit'], ['kerry: home visit, 3', 'home visit, 3'], ['kerry: go and see them [home visit], fri 27', 'go and see them'], ['kerry: stand by the door', 'stand by the door'],
  ])('%j is to be done: %j', (line, description) => expect(read(line).description).toBe(description));

  test.each([[''], [':'], [','], ['[]'], [': , :']])('%j is no action, and says so', (line) => expect(read(line).notUnderstood.length).toBeGreaterThan(1));
});

describe('a day', () => {
  test.each([
    ['fri 27', '2026-11-27'], ['friday 27th', '2026-11-27'], ['fri 27 nov', '2026-11-27'], ['27 november 2026', '2026-11-27'], ['27/11', '2026-11-27'], ['27/11/26', '2026-11-27'], ['27.11.2026', '2026-11-27'], ['2026-11-27', '2026-11-27'],
    ['fri', '2026-11-20'], ['thursday', '2026-11-26'], ['weds', '2026-11-25'], ['wed', '2026-11-25'], ['tue 1', '2026-12-01'], ['12 jan', '2027-01-12'], ['thu 31', '2026-12-31'], ['today', '2026-11-19'], ['tomorrow', '2026-11-20'],
    ['in 5 days', '2026-11-24'], ['in 2 weeks', '2026-12-03'], ['in 10 school days', '2026-12-03'], ['in 1 school day', '2026-11-20'], ['3 sept', '2027-09-03'],
  ])('%j is %s', (text, on) => expect(readDay(text, MEETING, WEXMOOR)).toEqual({ is: 'DAY', on }));
  test.each([['31 nov'], ['fri 0'], ['fri 28'], ['30/2'], ['2026-13-01'], ['next week'], ['next friday'], ['this fri'], ['in 900 school days'], ['18 november 2026'], ['1 january 2040']])('%j is meant as one, and is not certain', (text) => expect(readDay(text, MEETING, WEXMOOR).is).toBe('UNCLEAR'));
  test.each([[''], ['27'], ['soon'], ['with mum'], ['friendly'], ['marching']])('%j is none', (text) => expect(readDay(text, MEETING, WEXMOOR).is).toBe('NO_DAY'));
  test('as printed is read back', () => fc.assert(fc.property(fc.integer({ min: 1, max: 28 }), fc.integer({ min: 0, max: 7 }), (dayOfMonth, ahead) => {
    const on = `${ahead === 0 ? 2026 : 2027}-${String(ahead === 0 ? 12 : ahead).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`;
    expect(readDay(printedDay(on), MEETING, WEXMOOR)).toEqual({ is: 'DAY', on });
  })));
});

describe('kinds of action in words', () => {
  test.each(ACTION_TYPE_NAMES.map((type) => [type]))('%s is known by its label and its code', (type) => {
    expect(actionTypeNamed(actionTypeLabel(type))).toBe(type);
    expect(actionTypeNamed(type)).toBe(type);
    expect(actionTypesIn(`Please: ${actionTypeLabel(type).toUpperCase()}!`)).toEqual([type]);
  });
  test('a phrase within a longer one does not count', () => expect(actionTypesIn('mental health referral')).toEqual(['MENTAL_HEALTH_REFERRAL']));
  test('words that only begin alike are not the same', () => expect(actionTypesIn('uniformly mentored')).toEqual([]));
});

describe('whatever is typed', () => {
  const piece = fc.constantFrom(
    'kerry', 'sam', 'sac', 'Zoë St John-Ashe', 'nobody', 'home visit', 'early help', '[home visit]', '[Pupil voice]', '[x]', 'fri 27', 'fri, 26', 'fri: 26', 'thu 27', 'next week', 'by', 'on', 'in 2 weeks', 'today', '27/11', '31 nov', '9:30', 'ring mum', ':', ': ', ',', ' , ', ' ', '\n', '\u2028', '[', ']', 'a b c d e', 'next:fri', '2 dec 2026',
  );
  const line = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.string({ unit: 'binary', maxLength: 40 }), fc.array(piece, { maxLength: 10 }).map((pieces) => pieces.join(' ')), fc.array(piece, { maxLength: 10 }).map((pieces) => pieces.join('')));
  const people = fc.oneof(fc.constant(PEOPLE), fc.array(fc.record({ personId: fc.uuid(), name: fc.oneof(fc.constantFrom('Kerry', 'Kerry Adeyemi', 'Sam Brook', 'Ann: Lee', ''), fc.string({ unit: 'grapheme', maxLength: 12 })), alsoCalled: fc.array(fc.constantFrom('sac', 'kerry', 'sam brook'), { maxLength: 2 }) }), { maxLength: 5 }));

  test('reading never throws, and a printed action is read back as the same', () => fc.assert(fc.property(line, people, (text, known) => {
    const first = readActionLine(text, known, MEETING, WEXMOOR);
    const again = readActionLine(printActionLine(first), known, MEETING, WEXMOOR);
    expect(core(again)).toEqual(core(first));
    expect(printActionLine(again)).toBe(printActionLine(first));
  }), { numRuns: 1000 }));

  const NAMESAKES: readonly ActionPerson[] = [{ personId: 'head', name: 'Ann Lee', alsoCalled: ['head'] }, { personId: 'nurse', name: 'Ann Lee' }];
  test.each([
    ['head: home visit, fri 27', 'head: home visit [Home visit], 27 November 2026'], ['ann: home visit, fri 27', 'ann: home visit [Home visit], 27 November 2026'], ['ring by fri, 26', 'ring, fri 26'], [': ring at 9:30, fri: 26', ': ring at 9:30, fri: 26'],
    ['one two three four five: ring', ': one two three four five: ring'], ['head:', 'head: '],
  ])('%j is printed as %j, and read back', (text, printed) => {
    const first = readActionLine(text, NAMESAKES, MEETING, WEXMOOR);
    expect(printActionLine(first)).toBe(printed);
    expect(core(readActionLine(printed, NAMESAKES, MEETING, WEXMOOR))).toEqual(core(first));
  });

  test('nothing is both understood and not, and whatever is missing is said', () => fc.assert(fc.property(line, (text) => {
    const { owner, type, due, understood, notUnderstood } = read(text);
    const certain = [owner.is === 'FOUND', type.is === 'FOUND', due.is === 'SAID'].filter(Boolean).length;
    expect(understood).toHaveLength(certain);
    expect(notUnderstood.length).toBeGreaterThanOrEqual(3 - certain);
  })));
});
