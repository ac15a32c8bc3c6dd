// Letters that carry no separable accent, so decomposition alone leaves them as they are.
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ł: 'l', ħ: 'h', ı: 'i', ĸ: 'k', ŋ: 'n', ŧ: 't',
};

/** A name as it is compared, never shown: no accents or apostrophes, lower case, hyphens and other signs as one blank. */
export function foldName(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    // Lower-casing a dotted capital I leaves a combining dot behind.
    .replace(/\p{M}+/gu, '')
    .replace(/[ßæœøđðþłħıĸŋŧ]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/['’‘`´ʼʹʻ′＇]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function trigramsOf(folded: string): Set<string> {
  const trigrams = new Set<string>();
  for (const word of folded.split(' ')) {
    if (word === '') continue;
    const edged = `  ${word} `;
    for (let index = 0; index + 3 <= edged.length; index++) trigrams.add(edged.slice(index, index + 3));
  }
  return trigrams;
}

/** How alike two names are, from 0 to 1, by shared three-letter pieces of their folded forms (as PostgreSQL's pg_trgm counts). */
export function similarity(one: string, other: string): number {
  const left = trigramsOf(foldName(one));
  const right = trigramsOf(foldName(other));
  if (left.size === 0 || right.size === 0) return 0;
  let shared = 0;
  for (const trigram of left) if (right.has(trigram)) shared++;
  return shared / (left.size + right.size - shared);
}
