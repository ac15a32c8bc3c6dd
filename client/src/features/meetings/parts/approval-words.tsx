import { formatInstant } from '../../../lib/format.ts';
import type { MeetingFieldsFragment } from '../pages/meeting-page.generated.ts';

/** The headteacher's word on a preparation, for both sides. A meeting does not wait for it, so its lack is said and no more. */
export function ApprovalWords({ school: { prepared, approvedAt, approvedBy } }: { school: MeetingFieldsFragment['schools'][number] }) {
  if (!prepared) return null;
  return <span className="app-line">{approvedAt === null ? 'Not approved by the headteacher' : `Approved by ${approvedBy === null || approvedBy === '' ? 'the headteacher' : approvedBy}, ${formatInstant(approvedAt)}`}</span>;
}
