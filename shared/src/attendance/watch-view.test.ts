import fc from 'fast-check';
import { COHORT_AXIS_NAMES, NATIONAL_CODES, placesIn, unkeptChoices, viewPath } from './index.ts';

const PHASES = ['NURSERY', 'PRIMARY', 'SECONDARY', 'SPECIAL'];
const WEEKS = ['2026-11-09', '2026-09-07', '2025-11-10'];
const WHOSE = { mine: ['yes'], phase: PHASES, ncYear: ['R', '7', '11'], schoolId: ['990417', '990418'] };
const ORDER = { direction: ['ASC', 'DESC'], take: ['25', '50', '100', '30'] };
const GROUPS = ['K', 'HERE', 'NOT_RECORDED', '3', '1204', 'North', 'Bishop’s Moor', 'St Anne & the Quay (west)', 'Old Town/Harbour'];
/** Every choice of each page, as the page itself writes it. */
const PAGES: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  '/lists': WHOSE, '/lists/severe': { ...WHOSE, ...ORDER, sort: ['OWN', 'NAME', 'SCHOOL', 'YEAR', 'ABSENCE'], hide: ['attendance', 'OWN.last'] }, '/lists/severe-no-plan': { ...WHOSE, ...ORDER },
  '/pupils': {
    ...WHOSE, ...ORDER, measure: ['PERSISTENT', 'SEVERE', 'ABSENT', 'CODED', 'MISSING'], code: NATIONAL_CODES.map(({ code }) => code), silent: ['yes'], axis: COHORT_AXIS_NAMES, value: GROUPS, across: COHORT_AXIS_NAMES, acrossValue: GROUPS,
    moved: ['HIGHER', 'SAME', 'LOWER'], movedFrom: ['0', '3'], movedTo: ['2'], slot: ['0', '9', '13'], year: ['2025'], last: ['week', 'four'], week: WEEKS, to: WEEKS, from: WEEKS, sort: ['NAME', 'YEAR', 'ABSENCE', 'UNAUTHORISED', 'LATE', 'MISSING', 'SESSIONS'], hide: ['LATE', 'attendance.UNAUTHORISED.last'],
  },
  '/schools': { mine: ['yes'], phase: PHASES, silent: ['yes', 'no', 'any'], ...ORDER, sort: ['NAME', 'ROLL', 'ATTENDANCE', 'CHANGE', 'UNAUTHORISED', 'PERSISTENT', 'SEVERE', 'LATE', 'MISSING'] },
  '/area': { phase: PHASES, split: COHORT_AXIS_NAMES, from: WEEKS, to: WEEKS, ...ORDER, sort: ['NAME', 'PERSISTENT'] },
  '/groups': { split: COHORT_AXIS_NAMES, across: COHORT_AXIS_NAMES, show: ['MISSED', 'PERSISTENT', 'PUPILS'], phase: PHASES, schoolId: ['990417'] },
  '/residence': { phase: PHASES, without: ['ELSEWHERE', 'HERE'], take: ['50'] },
  '/reports/1': { ...WHOSE, ...ORDER, part: ['SCHOOLS'], sort: ['school', 'absence', 'missing'] }, '/reports/2': { ...WHOSE, threshold: ['SEVERE', 'AT_RISK'] }, '/reports/5': { part: ['GAP', 'BANDS', 'MOVEMENT'], schoolId: ['990417'] },
};

/** A place is a value of localities alone. */
const ofAxis = (key: string, value: string, axis: string | undefined): string => ((key === 'value' || key === 'acrossValue') && axis !== 'LOCALITY' && !/^[A-Z\d_]+$/.test(value) ? 'K' : value);

/** An address of a page with some of its choices, in any order, and what each of them says. */
const addresses = fc.constantFrom(...Object.keys(PAGES)).chain((path) => fc.shuffledSubarray(Object.keys(PAGES[path]!)).chain((keys) => fc.tuple(...keys.map((key) => fc.constantFrom(...PAGES[path]![key]!))).map((values) => ({
  path, said: keys.map((key, index) => [key, ofAxis(key, values[index]!, values[keys.indexOf(key === 'value' ? 'axis' : 'across')])] as const).filter(([key]) => (key !== 'value' || keys.includes('axis')) && (key !== 'acrossValue' || keys.includes('across'))),
}))));
const saysIn = (address: string): string[] => [...new URLSearchParams(address.split('?')[1] ?? '')].map(([key, value]) => `${key}=${value}`).sort();

describe('a page that is kept', () => {
  test('opens as it was: every choice of every page', () => fc.assert(fc.property(addresses, ({ path, said }) => {
    const address = `${path}?${new URLSearchParams(Object.fromEntries(said)).toString()}`;
    const kept = viewPath(address);
    expect([address, kept?.split('?')[0], saysIn(kept ?? '')]).toEqual([address, path, saysIn(address)]);
    expect(viewPath(kept ?? '')).toBe(kept);
    // What the database lets in.
    expect(kept).toMatch(/^\/(lists|pupils|schools|area|groups|residence|reports)[-a-z0-9/]*([?][-A-Za-z0-9_=&%]*)?$/);
  }), { numRuns: 2000 }));

  test.each([
    ['the sessions of one code', '/pupils?measure=CODED&code=O', '/pupils?measure=CODED&code=O'], ['a code that is a sign', '/pupils?measure=CODED&code=%23', '/pupils?measure=CODED&code=%23'],
    ['a trust', '/pupils?axis=TRUST&value=1204&measure=SEVERE', '/pupils?measure=SEVERE&axis=TRUST&value=1204'], ['a locality', '/pupils?axis=LOCALITY&value=North+Moor', '/pupils?axis=LOCALITY&value=North%20Moor'],
    ['no group at all', '/pupils?value=K', '/pupils'], ['schools whose marks are in', '/schools?silent=no', '/schools?silent=no'], ['no page number', '/reports/3?part=OUTLIERS&page=4', '/reports/3?part=OUTLIERS'], ['nothing that no page reads', '/reports/3?part=NONE', '/reports/3'],
  ])('keeps %s', (_what, address, kept) => expect(viewPath(address)).toBe(kept));

  test.each([['/pupils?axis=LOCALITY&value=<b>', ['value']], ['/pupils?axis=SEN&value=Thirkell', ['value']], ['/pupils?axis=SEN&value=K&across=TRUST&acrossValue=%00', ['acrossValue']]])('is not kept where a choice of %s would be lost', (address, choices) =>
    expect([viewPath(address), unkeptChoices(address)]).toEqual([null, choices]));

  test('says which names of places it holds', () => expect([placesIn('/pupils?axis=LOCALITY&value=North%20Moor'), placesIn('/pupils?axis=TRUST&value=12&across=SEN&acrossValue=K'), placesIn('/lists')]).toEqual([['North Moor'], [], []]));
  test.each(['/reports/13', '/reports/x', '/reports', '/groups/1', '/residence#x'])('%s is none', (address) => expect(viewPath(address)).toBeNull());
});
