import type { MessageKind } from '@attendance/shared/communications';
import { MeetingCommand } from '@attendance/shared/meetings';
import type { Told } from './messages.repository.ts';

/** As whom somebody is told of a command. */
export const ToldPart = { OFFICER: 'OFFICER', EARLIER_OFFICER: 'EARLIER_OFFICER', SCHOOL: 'SCHOOL' } as const;
export type ToldPart = (typeof ToldPart)[keyof typeof ToldPart];
/** Somebody, and the message a command sends them. */
export interface Addressed extends Told { readonly kind: MessageKind; readonly part: ToldPart }

/** What changes somebody's calendar, and so is told. An offer is in it as a date to be answered. */
const OF_CALENDARS: readonly MeetingCommand[] = [MeetingCommand.OFFER, MeetingCommand.BOOK, MeetingCommand.MOVE, MeetingCommand.CANCEL, MeetingCommand.DECLINE];

const partOf = ({ schoolIds }: Told): ToldPart => (schoolIds.length === 0 ? ToldPart.OFFICER : ToldPart.SCHOOL);

/** Who gets which message when a command is given, the officer first: the one answer for whoever writes them, and for whoever asks before. Nobody for a command that is told to nobody. */
export function whom(command: MeetingCommand, told: readonly Told[], earlier: Told | null = null): Addressed[] {
  if (OF_CALENDARS.includes(command)) return told.map((each) => ({ ...each, kind: 'MEETING_INVITATION', part: partOf(each) }));
  if (command === MeetingCommand.ISSUE) return told.filter((each) => partOf(each) === ToldPart.SCHOOL).map((each) => ({ ...each, kind: 'MEETING_RECORD', part: ToldPart.SCHOOL }));
  if (command !== MeetingCommand.HAND_ON) return [];
  const isToldAnyway = earlier === null || told.some(({ userId }) => userId === earlier.userId);
  return [...told.map((each): Addressed => ({ ...each, kind: 'MEETING_OFFICER', part: partOf(each) })), ...(isToldAnyway ? [] : [{ ...earlier, kind: 'MEETING_OFFICER' as const, part: ToldPart.EARLIER_OFFICER }])];
}
