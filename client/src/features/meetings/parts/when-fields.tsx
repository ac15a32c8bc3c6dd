import { MEETING_MODE_WORDS, type MeetingMode } from '@attendance/shared/meetings';
import { typedIn } from '../../../graphql/save.ts';
import { dayToType, typedDay } from '../../../lib/typed-day.ts';
import { Input } from '../../../ui/input.tsx';
import { Select } from '../../../ui/select.tsx';

export interface When { readonly onDay: string; readonly atTime: string; readonly mode: MeetingMode; readonly place: string }

/** "9", "9.30" and "9:30" are times as people type them; what is none stays as it is, for the server to refuse in words. */
export function typedTime(text: string): string {
  const [, hours, minutes] = /^(\d{1,2})(?:[.: ]?(\d{2}))?$/.exec(text.trim()) ?? [];
  return hours === undefined ? text.trim() : `${hours.padStart(2, '0')}:${minutes ?? '00'}`;
}

/** When and where a meeting is, as its fields hold it. */
export const whenIn = (form: HTMLFormElement): When => ({ onDay: typedDay(typedIn(form, 'onDay')), atTime: typedTime(typedIn(form, 'atTime')), mode: typedIn(form, 'mode') as MeetingMode, place: typedIn(form, 'place') });

export function WhenFields({ given, wrong }: { given: When; wrong: (field: string) => { error?: string } }) {
  return (
    <>
      <Input id="onDay" name="onDay" label="Day" className="govuk-input--width-10" hint="For example, 2/12/2026. A day on which the school is open." defaultValue={dayToType(given.onDay)} {...wrong('onDay')} />
      <Input id="atTime" name="atTime" label="Begins at" className="govuk-input--width-5" hint="For example, 14:00." defaultValue={given.atTime} {...wrong('atTime')} />
      <Select id="mode" name="mode" label="How" items={Object.entries(MEETING_MODE_WORDS).map(([value, text]) => ({ text, value }))} defaultValue={given.mode} {...wrong('mode')} />
      <Input id="place" name="place" label="Where (optional)" hint="A room, an address, or how to join. The school reads it." defaultValue={given.place} {...wrong('place')} />
    </>
  );
}
