import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { act, fireEvent, render, screen } from '@testing-library/react';
import '@testing-library/jest-dom';
import { MemoryRouter } from 'react-router';
import { SUMMARY_COUNT_WORDS } from '@attendance/shared/meetings';
import type { TermSummaryInput } from '../../../graphql/schema.generated.ts';
import type { TermSummaryFieldsFragment as Summary } from '../pages/term-summary-page.generated.ts';
import { SummaryForm } from './summary-form.tsx';

const COUNTS = { roll: 210, possible: 20_000, authorised: 900, unauthorised: 100, persistent: 25, severe: 2, concern: 6 };
const EMPTY = { schoolId: 990428, name: 'St Bede’s School', season: 'AUTUMN', state: 'NOT_YET', enteredOn: null, dueOn: null, mayEnter: true, version: 0, term: { key: '2026-AUTUMN', label: 'Autumn term 2026/27', startsOn: '2026-09-03', endsOn: '2026-12-18' }, versions: [] } as unknown as Summary;
const THEIRS = { ...EMPTY, version: 1, versions: [{ version: 1, asOfOn: '2026-11-10', ...COUNTS, concerns: 'Theirs', enteredOn: '2026-11-11', by: 'Priya Nandra' }] } as unknown as Summary;
const refusal = (code: string, message: string, fields: object = {}) => new CombinedGraphQLErrors({ errors: [{ message, extensions: { code, fields } }] });

describe('the summary of a school that sends no registers, as it is typed', () => {
  let sent: { version: number; input: TermSummaryInput }[];
  let answer: Error | null;
  let now: Summary | null;
  beforeEach(() => {
    localStorage.clear();
    [sent, answer, now] = [[], null, null];
  });
  const open = (summary = EMPTY) => render(
    <MemoryRouter><SummaryForm summary={summary} keptAs="summary:7:990428:2026-AUTUMN" today="2026-11-19" back="/meetings" latest={async () => now} save={async (version, input) => { sent.push({ version, input }); if (answer !== null) throw answer; }} /></MemoryRouter>);
  const field = (label: string) => screen.getByLabelText(label) as HTMLInputElement;
  const type = (label: string, value: string) => fireEvent.change(field(label), { target: { value } });
  const send = () => act(async () => { fireEvent.submit(screen.getByRole('button', { name: /Enter/ }).closest('form')!); });
  const DAY = 'Up to which day do the counts go?';

  it('sends days and numbers as people type them, and what is no number as nothing', async () => {
    open();
    type(DAY, '12 nov 2026');
    type(SUMMARY_COUNT_WORDS.possible, '20,000');
    type(SUMMARY_COUNT_WORDS.authorised, ' 9 00');
    type(SUMMARY_COUNT_WORDS.severe, 'two');
    await send();
    expect(sent).toEqual([{ version: 0, input: { asOfOn: '2026-11-12', roll: null, possible: 20_000, authorised: 900, unauthorised: null, persistent: null, severe: null, concern: null, concerns: '' } }]);
    expect(localStorage).toHaveLength(0);
  });

  it('says what is wrong beside the field, and keeps what was typed through a closed page', async () => {
    answer = refusal('INVALID', 'Some answers need to be corrected.', { severe: '262 severely absent are more than the 25 persistently absent' });
    const { unmount } = open();
    type(SUMMARY_COUNT_WORDS.severe, '262');
    await send();
    expect(screen.getByRole('link', { name: /262 severely absent/ })).toHaveAttribute('href', '#severe');
    expect(field(SUMMARY_COUNT_WORDS.severe)).toHaveAccessibleDescription(/262 severely absent/);
    unmount();
    open();
    expect(field(SUMMARY_COUNT_WORDS.severe)).toHaveValue('262');
    fireEvent.click(screen.getByRole('button', { name: 'Start from what was entered' }));
    expect([field(SUMMARY_COUNT_WORDS.severe).value, localStorage.length]).toEqual(['', 0]);
  });

  it('is refused where somebody was first: what was typed stays, the rest shows theirs, and a second sending goes over it', async () => {
    answer = refusal('CONFLICT', 'Priya Nandra changed the summary while you had it open.');
    now = THEIRS;
    open();
    type(SUMMARY_COUNT_WORDS.severe, '3');
    await send();
    expect(screen.getByRole('alert')).toHaveTextContent('Priya Nandra changed the summary');
    expect(screen.getByText(/Entered meanwhile by Priya Nandra: .*severely absent pupils 2/)).toBeVisible();
    expect([field(SUMMARY_COUNT_WORDS.severe).value, field(SUMMARY_COUNT_WORDS.roll).value, field(DAY).value]).toEqual(['3', '210', '10/11/2026']);
    answer = null;
    await send();
    expect(sent[1]).toMatchObject({ version: 1, input: { ...COUNTS, severe: 3, asOfOn: '2026-11-10', concerns: 'Theirs' } });
  });

  it('opened again over a newer version, is still sent over the one it was typed over', async () => {
    const { unmount } = open();
    type(SUMMARY_COUNT_WORDS.severe, '3');
    unmount();
    open(THEIRS);
    [answer, now] = [refusal('CONFLICT', 'Priya Nandra changed the summary while you had it open.'), THEIRS];
    await send();
    expect([sent[0]?.version, field(SUMMARY_COUNT_WORDS.severe).value, field(SUMMARY_COUNT_WORDS.roll).value]).toEqual([0, '3', '210']);
    expect(screen.getByText(/Entered meanwhile by Priya Nandra/)).toBeVisible();
  });
});
