import fc from 'fast-check';
import { foldName, similarity } from './index.ts';

describe('names as they are compared', () => {
  test.each([
    ['O’Neill', 'oneill'], ["O'NEILL", 'oneill'], ['Katkēvičš', 'katkevics'], ['Smith-Jones', 'smith jones'], ['  Łukasz   Żak ', 'lukasz zak'],
    ['Bjørn', 'bjorn'], ['Weiß', 'weiss'], ['İbrahim', 'ibrahim'], ['Zoë', 'zoe'], ['', ''], ['ＡＤＡ', 'ada'],
  ])('%j folds to %j', (name, folded) => expect(foldName(name)).toBe(folded));

  test('folding twice changes nothing', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => expect(foldName(foldName(text))).toBe(foldName(text))));
  });

  test('likeness runs from 0 to 1 and looks the same from both sides', () => {
    expect(similarity('Zoë O’Neill', 'zoe oneill')).toBe(1);
    expect(similarity('', 'Ada')).toBe(0);
    expect(similarity('Ada', 'Brooke')).toBe(0);
    expect(similarity('Katherine', 'Catherine')).toBeGreaterThan(similarity('Katherine', 'Kevin'));
    fc.assert(fc.property(fc.string(), fc.string(), (one, other) => {
      expect(similarity(one, other)).toBe(similarity(other, one));
      expect(similarity(one, other)).toBeLessThanOrEqual(1);
    }));
  });
});
