import { render, screen, within } from '@testing-library/react';
import '@testing-library/jest-dom';
import { MemoryRouter } from 'react-router';
import { groupIn, groupTitle } from '../rules/explain-groups.ts';
import { explanationText } from '../rules/explain-words.ts';
import { EXPLAINED, rowsWithin } from '../rules/measures.ts';
import { ExplainSheet } from './explain-sheet.tsx';
import type { ExplanationPartsFragment } from './explain-sheet.generated.ts';

const group = { definition: 'DFE_DAILY', side: 'LEFT_OUT', reason: 'TOO_YOUNG', enrolments: 12, part: 3, whole: 12 } as const;
const recorded = { definition: 'LOCAL', side: 'OF', reason: 'RECORDED', enrolments: 1163, part: null, whole: null } as const;
const silent = { schoolId: '990402', name: 'Fellgate Primary', marksTo: '2026-11-12', pupils: 213, schoolDays: 4 };
const explanation = (more: Partial<ExplanationPartsFragment> = {}): ExplanationPartsFragment => ({
  measure: 'PERSISTENT', part: 343, whole: 1146, firstWeek: '2026-08-31', marksTo: '2026-11-18', marksToSession: 'PM', tooEarly: false,
  steps: [
    { kind: 'START', count: 1163, words: 'enrolments of this school year up to today', opens: null, group: recorded },
    { kind: 'LESS', count: 17, words: 'no possible session yet', opens: 'NO_SESSIONS', group: null },
    { kind: 'TOTAL', count: 1146, words: 'enrolments counted', opens: 'COUNTED', group: null },
    { kind: 'PART', count: 343, words: 'missed 10% or more', opens: 'PERSISTENT', group: null },
  ],
  definitions: [
    { definition: 'LOCAL', name: 'Ours, on this screen', ours: true, part: 343, whole: 1146, why: 'Everyone', groups: [] },
    { definition: 'ON_ROLL', name: 'On roll today', ours: false, part: 343, whole: 1146, why: 'Leavers are left out', groups: [] },
    { definition: 'DFE_DAILY', name: 'DfE daily series', ours: false, part: 340, whole: 1134, why: 'Ages 5 to 15', groups: [group] },
  ],
  coverage: { schools: 3, schoolsCovered: 2, onRoll: 2000, onRollCovered: 1787, changedOn: '2026-11-18', silent: [silent] }, ...more,
});
const HIDDEN = explanation({
  part: null, steps: explanation().steps.map((step) => ({ ...step, count: step.kind === 'PART' ? null : step.count })),
  definitions: explanation().definitions.map((each) => ({ ...each, part: null, groups: each.groups.map((its) => ({ ...its, enrolments: null, part: null, whole: null })) })),
});

function show(given: ExplanationPartsFragment, named = true): HTMLElement {
  // jsdom has no dialogs of its own.
  HTMLDialogElement.prototype.showModal ??= function showModal(this: HTMLDialogElement) { this.open = true; };
  HTMLDialogElement.prototype.close ??= function close(this: HTMLDialogElement) { this.open = false; };
  render(<MemoryRouter><ExplainSheet explanation={given} place="at Oakmere Academy" rows={rowsWithin(named, { schoolId: 990417 })} scope={{ schoolId: 990417 }} today="2026-11-19" /></MemoryRouter>);
  return screen.getByRole('dialog');
}
const hrefsIn = (dialog: HTMLElement): string[] => within(dialog).getAllByRole('link').map((link) => link.getAttribute('href') ?? '');

it('names the figure, and leads from each line to its rows', () => {
  const dialog = show(explanation());
  expect(within(dialog).getByRole('heading', { level: 2 })).toHaveTextContent('Persistent absence at Oakmere Academy: 29.9%');
  expect(within(dialog).getByRole('link', { name: 'enrolments of this school year up to today' })).toHaveAttribute('href', '/explained?measure=PERSISTENT&definition=LOCAL&side=OF&reason=RECORDED&schoolId=990417');
  expect(within(dialog).getByRole('link', { name: 'no possible session yet' })).toHaveAttribute('href', '/pupils?measure=NO_SESSIONS&schoolId=990417');
  expect(within(dialog).getByRole('link', { name: /^12 enrolments counted here, not there, 3 of them persistently absent: under 5 at 31 August/ })).toHaveAttribute('href', expect.stringContaining('reason=TOO_YOUNG'));
  expect(dialog).toHaveTextContent('Nobody: it counts the same enrolments as ours');
});

it('says how much it covers, and which school is silent since when', () => {
  const dialog = show(explanation());
  expect(dialog).toHaveTextContent('2 of 3 schools have marks up to their last school day, with 89.4% of 2,000 enrolments on roll today. The latest file behind it came in on 18 November 2026.');
  expect(dialog).toHaveTextContent('Fellgate Primary: no mark since 12 November 2026, 4 school days, 213 enrolments on roll');
});

it('leads on to every other figure of the same place', () => {
  expect(hrefsIn(show(explanation())).filter((href) => href.startsWith('?explain=') || href.startsWith('/?explain='))).toHaveLength(EXPLAINED.length - 1);
});

it('opens no list of names for those who see figures only, and shows c for what is hidden', () => {
  const dialog = show(HIDDEN, false);
  expect(hrefsIn(dialog).filter((href) => /^\/(pupils|explained)/.test(href))).toEqual([]);
  expect(within(dialog).getByRole('heading', { level: 2 })).toHaveTextContent('Persistent absence at Oakmere Academy: c');
  expect(dialog).toHaveTextContent('c: too few pupils make the difference');
  expect(within(dialog).queryByText('343')).toBeNull();
});

it('can be sent as text, with who makes the difference and what it lacks', () => {
  const text = explanationText(explanation(), { place: 'at Oakmere Academy', today: '2026-11-19', when: 'Now.', address: 'https://x' });
  expect(text).toContain('DfE daily series: 30.0% (340 of 1,134). Ages 5 to 15.\n  12 enrolments counted here, not there');
  expect(text).toContain('Fellgate Primary: no mark since 12 November 2026');
});

it.each([
  [group, 12, null, '12 enrolments at Oakmere counted here, not in the DfE daily series: under 5 at 31 August'],
  [{ ...group, definition: 'BY_PUPIL', side: 'ONLY_HERE', reason: 'POOLED' }, 1, null, '1 enrolment at Oakmere persistently absent here, not counted by pupil: pupils whose sessions at several schools are added up'],
  [recorded, 0, null, 'No enrolment at Oakmere this school year'],
  [{ definition: 'SESSIONS', side: 'OF', reason: 'CLOSED' }, 2, 40, '40 sessions, 2 enrolments at Oakmere: the school was closed, or the pupil not yet on its register'],
] as const)('the list of a group says its count first', (key, total, sessions, title) => expect(groupTitle('PERSISTENT', key, { total, sessions }, ' at Oakmere')).toBe(title));

it('an address that names no group names none', () => {
  expect(groupIn(new URLSearchParams('measure=LATE&definition=DFE_DAILY&side=FEWER&reason=GUEST'))).toEqual({ measure: 'LATE', definition: 'DFE_DAILY', side: 'FEWER', reason: 'GUEST' });
  expect(groupIn(new URLSearchParams('measure=LATE&definition=x&side=FEWER&reason=GUEST'))).toBeNull();
});
