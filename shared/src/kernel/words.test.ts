import { asSentence, inSentence } from './index.ts';

describe('words in a sentence', () => {
  test.each([
    ['Possible sessions', 'possible sessions'], ['A pupil who left', 'a pupil who left'], ['SEN support', 'SEN support'], ['G (%)', 'G (%)'], ['L and U', 'L and U'], ['X', 'X'], ['', ''], ['already small', 'already small'], ['10-day watch', '10-day watch'],
  ])('%s', (words, within) => expect(inSentence(words)).toBe(within));

  test('a sentence begins with a capital', () => expect(['missed 3 of 10', 'Ill', ''].map(asSentence)).toEqual(['Missed 3 of 10', 'Ill', '']));
});
