import { ApolloClient, ApolloLink, InMemoryCache, Observable } from '@apollo/client';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import '@testing-library/jest-dom';
import { ClientContext, lateClient } from '../../../graphql/portal-client.ts';
import { MeContext } from '../../identity/index.ts';
import type { ReferralFieldsFragment } from '../pages/referrals.generated.ts';
import { ReferralForm } from './referral-form.tsx';

const DRAFT: ReferralFieldsFragment = {
  id: '3', service: 'EARLY_HELP', state: 'DRAFT', reason: 'Family worker', outcome: '', tried: '', familyTold: null, version: 1, madeOn: '2026-11-19', schoolId: 990417, school: 'Oakmere Academy', pupilId: 1, pupilName: 'Mason Thirkell', homeLa: null,
  meetingId: 7, meetingOn: '2026-11-19', taskId: 12, changedBy: null, changedAt: null, approvedBy: null, approvedAt: null, withdrawnBy: null, withdrawnAt: null, withdrawnReason: null, gaps: [], allowedCommands: ['SAVE', 'WITHDRAW'],
};
const THEIRS = { ...DRAFT, __typename: 'ReferralDraft', outcome: 'In by nine', version: 2, changedBy: 'An officer' };

/** The form over a server whose draft somebody else has saved meanwhile. */
function shown(): { sent: { version: number; input: object }[]; saved: jest.Mock } {
  const sent: { version: number; input: object }[] = [];
  const saved = jest.fn();
  const link = new ApolloLink(({ operationName, variables }) => new Observable((observer) => {
    if (operationName === 'SaveReferralDraft') {
      sent.push(variables as { version: number; input: object });
      const isStale = variables.version !== THEIRS.version;
      observer.next(isStale ? { data: null, errors: [{ message: 'An officer changed this draft while you had it open.', extensions: { code: 'CONFLICT' } }] } : { data: { saveReferralDraft: { ...THEIRS, version: 3 } } });
    } else if (operationName === 'ReferralPage') observer.next({ data: { referralDraft: THEIRS } });
    else if (operationName === 'SaveDraftText') observer.next({ data: { saveDraftText: { __typename: 'SavedDraftText', isSaved: true, version: 1, value: '' } } });
    else observer.next({ data: { draftTexts: [] } });
    observer.complete();
  }));
  const me = { id: 1, name: 'A', jobTitle: '', role: 'ATTENDANCE_CHAMPION', roleLabel: 'Champion', permissions: ['task:write'], schools: [990417], otherRoles: [] };
  render(
    <ClientContext value={lateClient(async () => new ApolloClient({ link, cache: new InMemoryCache() }))}>
      <MeContext.Provider value={{ me, authority: 'Wexmoor', practice: true, today: '2026-11-19', csrfToken: '' }}><ReferralForm draft={DRAFT} onSaved={saved} /></MeContext.Provider>
    </ClientContext>);
  return { sent, saved };
}

test('whoever comes second sees what stands there, keeps what they typed, and saves over it', async () => {
  const { sent, saved } = shown();
  fireEvent.change(screen.getByLabelText('What has been tried'), { target: { value: 'Calls each Monday' } });
  fireEvent.click(screen.getByRole('button', { name: 'Save the draft' }));
  expect(await screen.findByText('What stands there now:')).toBeInTheDocument();
  expect(screen.getByText('An officer changed this draft while you had it open.')).toBeInTheDocument();
  expect(saved).not.toHaveBeenCalled();
  expect(screen.getByLabelText('What has been tried')).toHaveValue('Calls each Monday');
  // What they left alone is what the other wrote: saving again takes nothing back.
  expect(screen.getByLabelText('What should be different afterwards')).toHaveValue('In by nine');
  // The button itself takes no second press so soon.
  fireEvent.submit(screen.getByRole('form', { name: 'The draft' }));
  await waitFor(() => expect(saved).toHaveBeenCalledTimes(1));
  expect(sent).toEqual([
    expect.objectContaining({ version: 1, input: { reason: 'Family worker', outcome: '', tried: 'Calls each Monday', familyTold: null } }), expect.objectContaining({ version: 2, input: { reason: 'Family worker', outcome: 'In by nine', tried: 'Calls each Monday', familyTold: null } }),
  ]);
});
