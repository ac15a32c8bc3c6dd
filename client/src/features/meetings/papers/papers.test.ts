import fc from 'fast-check';
import { boxOf, hasUnsaved, keyOf, papersAfter, papersOf, unsent, withTyped, type BoxName, type Papers, type PapersEvent } from './papers.ts';

const NAME: BoxName = { schoolId: 1, place: 'PUPIL', subject: '7', field: 'SAID' };
const KEY = keyOf(NAME);
const after = (papers: Papers, ...events: PapersEvent[]): Papers => events.reduce(papersAfter, papers);
const typed = (value: string): PapersEvent => ({ type: 'TYPED', name: NAME, value });
const SENT: PapersEvent = { type: 'SENT', keys: [KEY] };
const answered = (version: number, value: string, isSaved = true, by = 'Me'): PapersEvent => ({ type: 'ANSWERED', keys: [KEY], saved: [{ isSaved, version, value, by }], at: 5 });

describe('papers on a screen', () => {
  test('keep what is typed until the server has it', () => {
    const waiting = after(papersOf([]), typed('a'));
    expect(unsent(waiting).map(({ value, base }) => [value, base])).toEqual([['a', 0]]);
    const kept = after(waiting, SENT, answered(1, 'a'));
    expect([hasUnsaved(kept), kept.keptAt, boxOf(kept, NAME).base]).toEqual([false, 5, 1]);
  });

  test('send once more what was typed while the first was on its way', () => {
    const papers = after(papersOf([]), typed('a'), SENT, typed('ab'), answered(1, 'a'));
    expect(unsent(papers).map(({ value, base }) => [value, base])).toEqual([['ab', 1]]);
  });

  test('lose nothing when a sending fails', () => {
    const papers = after(papersOf([]), typed('a'), SENT, { type: 'FAILED', keys: [KEY], problem: 'No connection' });
    expect(papers.problem).toBe('No connection');
    expect(unsent(papers)).toHaveLength(1);
    expect(after(papers, SENT, answered(1, 'a')).problem).toBeNull();
  });

  test('show both texts where somebody else was first, and take the one chosen', () => {
    const both = after(papersOf([{ ...NAME, value: 'old', version: 1, by: 'Me' }]), typed('mine'), SENT, answered(2, 'theirs', false, 'Ola'));
    expect(boxOf(both, NAME)).toMatchObject({ value: 'mine', theirs: { value: 'theirs', by: 'Ola' }, base: 2 });
    expect(unsent(both)).toEqual([]);
    expect(hasUnsaved(both)).toBe(true);
    const mine = after(both, { type: 'DECIDED', key: KEY, keepMine: true });
    expect(unsent(mine).map(({ value, base }) => [value, base])).toEqual([['mine', 2]]);
    const theirs = after(both, { type: 'DECIDED', key: KEY, keepMine: false });
    expect([boxOf(theirs, NAME).value, hasUnsaved(theirs)]).toEqual(['theirs', false]);
  });

  test('follow what others write, but for words being typed; old news changes nothing', () => {
    const read = papersOf([{ ...NAME, value: 'old', version: 2, by: 'Me' }]);
    const heard = (version: number): PapersEvent => ({ type: 'HEARD', boxes: [{ ...NAME, value: 'news', version, by: 'Ola' }] });
    expect(boxOf(after(read, heard(3)), NAME).value).toBe('news');
    expect(boxOf(after(read, heard(2)), NAME).value).toBe('old');
    expect(boxOf(after(read, typed('mine'), heard(3)), NAME)).toMatchObject({ value: 'mine', base: 2 });
  });

  test('what stands there after an answer went astray is one’s own, and what was typed since goes on over it', () => {
    const papers = after(papersOf([]), typed('a'), SENT, { type: 'FAILED', keys: [KEY], problem: 'x' }, typed('ab'), SENT, answered(1, 'a', false));
    expect(boxOf(papers, NAME)).toMatchObject({ value: 'ab', base: 1, theirs: null, maybe: null });
    expect(unsent(papers).map(({ value, base }) => [value, base])).toEqual([['ab', 1]]);
    const other = after(papersOf([]), typed('a'), SENT, { type: 'FAILED', keys: [KEY], problem: 'x' }, typed('ab'), SENT, answered(1, 'theirs', false, 'Ola'));
    expect(boxOf(other, NAME).theirs).toEqual({ value: 'theirs', by: 'Ola' });
  });

  test('between two texts, the other one follows what its writer does', () => {
    const both = after(papersOf([]), typed('mine'), SENT, answered(1, 'theirs', false, 'Ola'), { type: 'HEARD', boxes: [{ ...NAME, value: 'theirs, longer', version: 2, by: 'Ola' }] });
    expect(boxOf(both, NAME)).toMatchObject({ value: 'mine', theirs: { value: 'theirs, longer', by: 'Ola' }, base: 2 });
    expect(boxOf(after(both, { type: 'DECIDED', key: KEY, keepMine: false }), NAME)).toMatchObject({ value: 'theirs, longer', base: 2, isDirty: false });
  });

  test('words brought back are sent over the version they were typed over, so that nobody is overwritten', () => {
    const papers = withTyped(papersOf([{ ...NAME, value: 'news', version: 4, by: 'Ola' }]), [{ ...NAME, value: 'mine', base: 2, maybe: null }]);
    expect(unsent(papers).map(({ value, base }) => [value, base])).toEqual([['mine', 2]]);
  });

  test('whatever happens in whatever order, the last words typed are on the screen or beside somebody else’s', () => fc.assert(fc.property(
    fc.array(fc.oneof(
      fc.string({ minLength: 1, maxLength: 4 }).map(typed), fc.constant(SENT), fc.nat(9).map((version) => answered(version, 's')), fc.nat(9).map((version) => answered(version, 'theirs', false, 'Ola')),
      fc.constant<PapersEvent>({ type: 'FAILED', keys: [KEY], problem: 'x' }), fc.nat(9).map<PapersEvent>((version) => ({ type: 'HEARD', boxes: [{ ...NAME, value: 'news', version, by: 'Ola' }] })),
    ), { maxLength: 20 }), (events) => {
      let papers = papersOf([]);
      let last = '';
      for (const event of events) {
        // The server never answers what was not sent.
        if (event.type === 'ANSWERED' && boxOf(papers, NAME).sent === null) continue;
        papers = papersAfter(papers, event);
        if (event.type === 'TYPED') last = event.value;
        if (boxOf(papers, NAME).isDirty) expect(boxOf(papers, NAME).value).toBe(last);
      }
    })));
});
