/** A meeting as a file a calendar takes: an invitation, or, once it is off, a cancellation. */
export function InvitationLink({ meetingId, status }: { meetingId: string; status: string }) {
  const isOff = status === 'CANCELLED' || status === 'DECLINED' || status === 'NO_SHOW';
  // A plain address: the portal itself answers it, and the router of pages must not.
  return <a className="govuk-link" href={`/meetings/${meetingId}/invitation.ics`} download>{isOff ? 'Take it out of your calendar' : 'Put it in your calendar'}</a>;
}
