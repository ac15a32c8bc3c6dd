import { COHORT_AXIS_NAMES } from '@attendance/shared/attendance';
import { acrossIn, axesFor, axisIn, crossedFinding, bandFinding, groupsFinding, missedPercent, type GroupFigures } from './cohorts.ts';
import { codeFinding, dayRates, isPossible, slotFinding, slotIn, slotWords } from './patterns.ts';

const slot = (at: number, absent: number, possible = 1000) => ({ slot: at, possible, absent });
const group = (more: Partial<GroupFigures> = {}): GroupFigures => ({ possible: 1000, authorised: 50, unauthorised: 10, enrolments: 20, persistent: 6, severe: 0, recentPossible: 100, recentAbsent: 7, weekPossible: 30, weekAbsent: 3, ...more });

describe('the week', () => {
  it('names the half day that is missed most, two that are alike, or none where none stands out', () => {
    expect(slotFinding([slot(0, 70), slot(9, 81)])).toBe('Friday afternoon is missed most: 8.1% of sessions');
    expect(slotFinding([slot(0, 81), slot(1, 60), slot(9, 81)])).toBe('Monday morning and Friday afternoon are missed most: 8.1% of sessions');
    expect(slotFinding([slot(0, 70), slot(9, 74)])).toBe('All half days of the week are missed about alike');
    expect(slotFinding([])).toBe('No half day has sessions yet');
  });

  it('shows Monday to Friday always, and the weekend where it has sessions', () => {
    expect(dayRates([slot(0, 70)]).map(({ day, rates }) => [day, ...rates])).toEqual([['Monday', 7, null], ['Tuesday', null, null], ['Wednesday', null, null], ['Thursday', null, null], ['Friday', null, null]]);
    expect(dayRates([slot(10, 70)]).map(({ day }) => day)).toContain('Saturday');
  });

  it('reads a half day from an address and forgives nonsense', () => {
    expect(['0', '9', '13', '14', '-1', 'x', ''].map((text) => slotIn(new URLSearchParams({ slot: text })))).toEqual([0, 9, 13, null, null, null, null]);
    expect(slotWords(13)).toBe('Sunday afternoon');
  });
});

describe('codes', () => {
  it('names the reason behind most absence, of those that are told', () => {
    expect(codeFinding([{ code: '/', sessions: 900 }, { code: 'I', sessions: 48 }, { code: 'O', sessions: null }], 100)).toBe('Most common reason: ill, 48% of absence');
    expect(codeFinding([{ code: '/', sessions: 900 }], 0)).toBe('No absence is recorded here yet');
  });

  it('tells what counts as possible', () => expect(['/', 'L', 'B', 'I', 'O', 'X', '#', '-', '?'].filter(isPossible)).toEqual(['/', 'L', 'B', 'I', 'O']));
});

describe('groups', () => {
  it('names the group that misses most beside all, of those that may be told', () => {
    const groups = [{ value: 'K', label: 'SEN support', figures: group(), lastYear: null }, { value: 'E', label: 'Plan', figures: group({ possible: null, unauthorised: null }), lastYear: null }, { value: 'N', label: 'None', figures: group({ authorised: 20 }), lastYear: null }];
    expect(groupsFinding(groups, group({ authorised: 30 }))).toBe('Missed most: SEN support, 6.0% of sessions, against 4.0% of all');
    expect(groupsFinding(groups.slice(0, 2), group())).toBe('Only one group has sessions to show: SEN support');
    expect(groupsFinding([...groups, { value: 'NOT_RECORDED', label: 'None recorded', figures: group({ authorised: 400 }), lastYear: null }], group({ authorised: 30 }))).toContain('SEN support');
    expect(groupsFinding([], group())).toBe('No group has sessions to show');
    expect(missedPercent(group({ possible: 0 }))).toBeNull();
  });

  it('counts pupils where bands of absence are the groups', () => {
    expect(bandFinding([{ value: '0', label: '0% to under 5%', figures: group({ enrolments: 12 }), lastYear: null }], group())).toBe('60.0% of pupils have missed less than 5%');
    expect(bandFinding([{ value: '0', label: '0% to under 5%', figures: group({ enrolments: null }), lastYear: null }], group())).toBe('Pupils by how much they have missed');
  });

  it('offers care, caring and what tells of them only to those who may read it', () => {
    expect(axesFor(true)).toEqual(COHORT_AXIS_NAMES);
    expect(COHORT_AXIS_NAMES.filter((axis) => !axesFor(false).includes(axis))).toEqual(['CARE', 'YOUNG_CARER', 'YOUTH_JUSTICE', 'PUPIL_PREMIUM']);
    expect([axisIn(new URLSearchParams('split=CARE'), true), axisIn(new URLSearchParams('split=CARE'), false), axisIn(new URLSearchParams('split=x'), true)]).toEqual(['CARE', 'SEN', 'SEN']);
  });
});

describe('a table split two ways', () => {
  const cell = (enrolments: number, missed: number, persistent = 0): GroupFigures => ({ possible: 100, authorised: missed, unauthorised: 0, enrolments, persistent, severe: 0, recentPossible: 0, recentAbsent: 0, weekPossible: 0, weekAbsent: 0 });
  const table = { across: 'FSM' as const, columns: [{ label: 'Yes' }, { label: 'Not recorded as eligible' }], rows: [{ label: 'SEN support', cells: [cell(12, 14, 6), cell(40, 8)] }, { label: 'None recorded', cells: [cell(4, 60, 4), cell(90, 5)] }] };

  it('names the highest cell of ten pupils or more, with both its ways', () => {
    expect(crossedFinding(table, 'MISSED')).toBe('Highest: SEN support; free school meals now: yes, 14.0%');
    expect(crossedFinding(table, 'PERSISTENT')).toBe('Highest: SEN support; free school meals now: yes, 50.0%');
    expect(crossedFinding(table, 'PUPILS')).toBe('Largest group: None recorded; free school meals now: not recorded as eligible');
    expect(crossedFinding({ ...table, rows: [] }, 'MISSED')).toBe('No group is large enough to compare');
  });

  it('never splits by the same way twice', () => {
    expect([acrossIn(new URLSearchParams('across=SEN'), true, 'SEN'), acrossIn(new URLSearchParams('across=FSM'), true, 'FSM'), acrossIn(new URLSearchParams('across=CARE'), false, 'SEN')]).toEqual(['FSM', 'SEN', 'FSM']);
  });
});
