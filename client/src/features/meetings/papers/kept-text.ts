import { keepUnsent, unsentText } from '../../../lib/unsent-text.ts';
import { keyOf, type Box, type BoxName } from './papers.ts';

/** What was typed into papers and has not reached the server. */
export type KeptBox = BoxName & Pick<Box, 'value' | 'base'>;

const nameOf = (userId: number | null, meetingId: string): string => `papers:${userId ?? 0}:${meetingId}`;

/** Keeps a person’s unsent words for a meeting on this machine. */
export function keepText(userId: number | null, meetingId: string, boxes: readonly KeptBox[]): void {
  keepUnsent(nameOf(userId, meetingId), boxes.map(({ schoolId, place, subject, field, value, base }) => ({ schoolId, place, subject, field, value, base })));
}

/** Words of this person for this meeting that never reached the server; those the server has by now are left out. */
export function keptText(userId: number | null, meetingId: string, held: ReadonlyMap<string, string>): KeptBox[] {
  return unsentText(nameOf(userId, meetingId), isKept).filter((box) => held.get(keyOf(box)) !== box.value);
}

function isKept(box: unknown): box is KeptBox {
  const { schoolId, place, subject, field, value, base } = (box ?? {}) as Partial<Record<keyof KeptBox, unknown>>;
  return typeof schoolId === 'number' && [place, subject, field, value].every((text) => typeof text === 'string') && typeof base === 'number';
}
