/** Reasons given for restricted records: in memory only, so that they reach the trail and neither an address nor a browser's history. */
const given = new Map<string, string>();

export const SHORTEST_REASON = 10;

/** Keeps the reason while the record is on screen. */
export function giveReason(pupilId: string, reason: string): void {
  given.set(pupilId, reason.trim());
}

export function reasonFor(pupilId: string): string | null {
  return given.get(pupilId) ?? null;
}

/** Leaving the record ends the reason: the next opening is asked about again. */
export function forgetReason(pupilId: string): void {
  given.delete(pupilId);
}
