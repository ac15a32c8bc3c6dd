import { BandMoved } from './band-moves.ts';

/** What the rows behind a figure are, by its measure: over the list, in its filter, and in its file. */
export const ROW_MEASURES = {
  PERSISTENT: 'Persistently absent: missed 10% or more', SEVERE: 'Severely absent: missed half or more', NEARLY_PERSISTENT: 'One missed session from 10%', AT_RISK: 'Missed 5% to 10%',
  COUNTED: 'Everyone with a session', NO_SESSIONS: 'No possible session yet', REGISTERED: 'Everyone with a register', BELOW_PERSISTENT: 'Missed less than 10%', BELOW_SEVERE: 'Missed less than half',
  UNAUTHORISED: 'Unauthorised sessions', AUTHORISED: 'Authorised sessions', ABSENT: 'Sessions missed', LATE: 'Late sessions', LATE_BEFORE: 'Late before the register closed', LATE_AFTER: 'Late after the register closed',
  MISSING: 'Sessions without a mark', CODED: 'Sessions with one code', ATTENDED: 'Sessions attended', POSSIBLE: 'Possible sessions', EXPECTED: 'Sessions that should count',
} as const;

/** Which way the band of absence of a pupil moved, in words. */
export const MOVED_WORDS: Readonly<Record<BandMoved, string>> = {
  [BandMoved.HIGHER]: 'Moved to a higher band of absence in the last four school weeks', [BandMoved.SAME]: 'In the same band of absence as four school weeks ago', [BandMoved.LOWER]: 'Moved to a lower band of absence in the last four school weeks',
};
