import type { MeetingCommand } from '@attendance/shared/meetings';
import { plural } from '../../../lib/format.ts';
import type { RecipientsFieldsFragment as Recipients } from '../pages/recipients.generated.ts';

type Person = Recipients['people'][number];

/** What somebody receives when a command is given. */
const RECEIVES: Readonly<Partial<Record<MeetingCommand, string>>> = {
  OFFER: 'the date to answer, for their calendar', BOOK: 'an invitation for their calendar', MOVE: 'the new day for their calendar', DECLINE: 'that the offer is declined, for their calendar', CANCEL: 'that it is called off, for their calendar',
  ISSUE: 'that the record can be read, and until when to comment', HAND_ON: 'who holds it from now on',
};
const PARTS: Readonly<Record<Person['part'], string>> = { OFFICER: 'holds the meeting', EARLIER_OFFICER: 'holds it until now', SCHOOL: 'attendance champion' };

const roleOf = ({ part, jobTitle, schools }: Person, command: MeetingCommand): string => [jobTitle, `${command === 'HAND_ON' && part === 'OFFICER' ? 'is to hold it' : PARTS[part]}${schools.length > 0 ? `, ${schools.join(', ')}` : ''}`].filter((words) => words !== '').join('; ');

/** Whom a command would write to, by name, with plain words where nobody would be told. */
export function WhoIsTold({ recipients, command }: { recipients: Recipients | undefined; command: MeetingCommand }) {
  if (recipients === undefined) return null;
  const { people, others, untoldSchools, officerUntold } = recipients;
  const receives = RECEIVES[command];
  return (
    <section className="app-told" aria-labelledby="told" aria-live="polite">
      <h2 className="govuk-heading-s" id="told">Who is told</h2>
      {receives === undefined ? <p>Nobody is written to. Both sides read it on the page of the meeting.</p> : people.length + others === 0 ? (untoldSchools.length === 0 && !officerUntold && <p><strong>Nobody would be told.</strong></p>) : <p>{plural(people.length + others, 'person', 'people')} will receive by email {receives}:</p>}
      {people.length > 0 && (
        <ul className="govuk-list govuk-list--bullet">
          {people.map((person) => <li key={person.id}><strong>{person.name}</strong>, {roleOf(person, command)}{!person.hasEmail && <span className="app-line"><strong>No email address is known: tell them yourself.</strong></span>}</li>)}
          {others > 0 && <li>{plural(others, 'person', 'people')} of other schools of the meeting</li>}
        </ul>
      )}
      {officerUntold && <p><strong>No officer would be told:</strong> whoever holds the meeting has no role in force any more.</p>}
      {untoldSchools.length > 0 && <p className="app-break"><strong>Nobody at {untoldSchools.join(', ')} would be told:</strong> no attendance champion there has an account. Telephone the school.</p>}
    </section>
  );
}
