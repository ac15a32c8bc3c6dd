import { createHash } from 'node:crypto';
import { canonicalJson, type PackBody, type PackPupil } from '@attendance/shared/meetings';

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** The hash of one row of a pack, as frozen: hexadecimal. */
export const hashOfRow = (pupil: PackPupil): string => sha256(canonicalJson(pupil));
/** The hash of a pack: of its body and of the hashes of its rows, in their order, so that it can be checked although not every row may be read. */
export const hashOfPack = (body: PackBody, rowHashes: readonly string[]): string => sha256(canonicalJson({ body, rows: rowHashes }));

/** Whether what is read of a pack is what was frozen: the hash fits, and each row that may be read is one of those it covers. */
export function isAsFrozen({ body, rowHashes, hash }: { readonly body: PackBody; readonly rowHashes: readonly string[]; readonly hash: string }, rows: readonly PackPupil[]): boolean {
  const frozen = new Set(rowHashes);
  return hashOfPack(body, rowHashes) === hash && rows.every((row) => frozen.has(hashOfRow(row)));
}
