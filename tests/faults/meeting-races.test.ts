import fc from 'fast-check';
import { addCrowd } from '../support/crowd.ts';
import { manager as approver, MeetingBook, officer, type Box, type Sync } from '../support/meeting-book.ts';
import { asOwner } from '../support/register-state.ts';
import { SCHOOLS } from '../support/small-authority.ts';

jest.setTimeout(180_000);

const COLLISIONS = 1000;
/** Pairs of writers at once: two connections each, as many as the portal of tests has. */
const LANES = 2;

/** Boxes of words about a pupil. */
const FIELDS = ['SAID', 'STRATEGIES', 'LEAD', 'RATING_REASON', 'NOT_DISCUSSED'] as const;
/** A box is written in ten times, and then the next one. */
const ROUNDS = 10;
const PUPILS = COLLISIONS / ROUNDS / FIELDS.length;

interface Kept { readonly subject: string; readonly field: string; readonly value: string }
interface Lane { readonly box: Pick<Box, 'place' | 'subject' | 'field'>; base: number; value: string }

describe('two officers write in one line of a meeting', () => {
  let book: MeetingBook;
  beforeEach(async () => { book = await MeetingBook.open('meeting_races'); });
  afterEach(() => book.close());

  const boxOfPupil = (pupils: readonly number[], nth: number): Lane => ({ box: { place: 'PUPIL', subject: String(pupils[Math.floor(nth / FIELDS.length)]), field: FIELDS[nth % FIELDS.length] ?? '' }, base: 0, value: '' });
  const owned = <Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> => asOwner(book.portal.ownerUrl, async (owner) => (await owner.query<Row>(text, values)).rows);

  const OFFICER = { writer: officer, name: 'An officer', word: 'officer' };
  const MANAGER = { writer: approver, name: 'A manager', word: 'manager' };

  /** Both send over the same version in the same instant; gives what the winner and the loser wrote, having asked what both were told. */
  async function collide(id: string, lane: Lane, round: number, mark: string): Promise<{ won: string; gaveWay: string }> {
    // One of two always leaves first by a hair: they take turns, or a quiet machine lets the same one through every time.
    const pair = round % 2 === 0 ? [OFFICER, MANAGER] : [MANAGER, OFFICER];
    const texts = pair.map(({ word }) => `${word} ${mark}`);
    const answers: Sync[] = await Promise.all(pair.map(({ writer }, index) => book.wrote(writer, id, [{ ...lane.box, value: texts[index] ?? '', base: lane.base }])));
    const told = answers.map(({ saved: [first] }) => first);
    const winner = told.findIndex((each) => each?.isSaved === true);
    expect(told.filter((each) => each?.isSaved === true)).toHaveLength(1);
    const won = texts[winner] ?? '';
    expect(told[1 - winner]).toEqual({ isSaved: false, version: lane.base + 1, value: won, by: pair[winner]?.name });
    expect(told[winner]).toMatchObject({ version: lane.base + 1, value: won });
    lane.base += 1;
    lane.value = won;
    return { won, gaveWay: texts[1 - winner] ?? '' };
  }

  test(`${COLLISIONS} times in the same instant, in the lines about a pupil: one stands, the other gets both texts, and no text is gone`, async () => {
    const pupils = (await addCrowd(book.portal.ingest, PUPILS, SCHOOLS.oakmere)).map((pupil) => pupil.id);
    const { id } = await book.held({}, pupils);
    const late: Kept[] = [];
    const standing: Kept[] = [];
    const wins = { officer: 0, manager: 0 };
    const run = async (lane: number): Promise<void> => {
      const boxes = COLLISIONS / ROUNDS / LANES;
      let open = boxOfPupil(pupils, lane * boxes);
      for (let round = 0; round < COLLISIONS / LANES; round += 1) {
        // Every tenth time nobody had written there: two first words meet otherwise than two changes.
        if (round % ROUNDS === 0 && round > 0) {
          standing.push({ subject: open.box.subject, field: open.box.field, value: open.value });
          open = boxOfPupil(pupils, lane * boxes + round / ROUNDS);
        }
        const { won, gaveWay } = await collide(id, open, round, `${lane}.${round}`);
        wins[won.startsWith('officer') ? 'officer' : 'manager'] += 1;
        late.push({ subject: open.box.subject, field: open.box.field, value: gaveWay });
      }
      standing.push({ subject: open.box.subject, field: open.box.field, value: open.value });
    };
    await Promise.all(Array.from({ length: LANES }, (_, lane) => run(lane)));
    expect(late).toHaveLength(COLLISIONS);
    const byText = (rows: readonly Kept[]): Kept[] => rows.map(({ subject, field, value }) => ({ subject, field, value })).sort((a, b) => (a.value < b.value ? -1 : 1));
    expect(byText(await owned<Kept>(`select subject, field, value from meeting_answer where place = 'PUPIL'`))).toEqual(byText(standing));
    expect(byText(await owned<Kept>('select subject, field, value from meeting_answer_lost where too_late'))).toEqual(byText(late));
    // A text that was in the papers and gave way to the other officer is kept too, once; who changes their own words does so knowingly.
    const [doubles] = await owned<{ doubles: number }>('select count(*)::int - count(distinct (subject, field, value))::int as doubles from meeting_answer_lost');
    expect(doubles).toEqual({ doubles: 0 });
    const [saves] = await owned<{ saves: number }>(`select sum(version)::int as saves from meeting_answer where place = 'PUPIL'`);
    expect(saves).toEqual({ saves: COLLISIONS });
    // Neither of the two is let through always.
    expect(Math.min(wins.officer, wins.manager)).toBeGreaterThan(0);
  });

  test('boxes sent in opposite orders never wait for each other in a ring', async () => {
    const { id } = await book.held();
    const names = Array.from({ length: 12 }, (_, index) => `ring-${index}`);
    for (let round = 0; round < 25; round += 1) {
      const send = (writer: typeof officer, subjects: readonly string[]): Promise<Sync> => book.wrote(writer, id, subjects.map((subject) => ({ place: 'PRESENT', subject, field: 'NAME', value: `${writer.userId} ${round}`, base: round })));
      const [forward, backward] = await Promise.all([send(officer, names), send(approver, [...names].reverse())]);
      const won = [forward?.saved, backward?.saved].map((saved) => saved?.filter(({ isSaved }) => isSaved).length ?? 0);
      expect((won[0] ?? 0) + (won[1] ?? 0)).toBe(names.length);
    }
  });

  type Move = readonly [who: 'a' | 'b' | 'editor', text: string, isFresh: boolean];
  const moves = fc.array(fc.tuple(fc.constantFrom('a' as const, 'b' as const, 'editor' as const), fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 6 }).filter((text) => text.trim() !== ''), fc.boolean()), { minLength: 1, maxLength: 12 });

  test('whoever writes in whatever order, over what they saw: every text sent stands, gave way to its own writer, or is kept', async () => {
    const { id } = await book.held();
    let nth = 0;
    await fc.assert(fc.asyncProperty(moves, fc.array(fc.nat(2), { minLength: 12, maxLength: 12 }), async (script: readonly Move[], bursts) => {
      nth += 1;
      const box = { place: 'PRESENT', subject: `story-${nth}`, field: 'NAME' };
      // The editor is the officer again in a second tab: what they saw there is older than what they know.
      const writers = { a: officer, b: approver, editor: officer };
      const seen = { a: 0, b: 0, editor: 0 };
      const sent: { by: number; text: string; isSaved: boolean; version: number }[] = [];
      const send = async ([who, text, isFresh]: Move, step: number): Promise<void> => {
        const words = `${step} ${text}`;
        const { saved: [told] } = await book.wrote(writers[who], id, [{ ...box, value: words, base: seen[who] }]);
        if (told === undefined) throw new Error('A box came back without an answer.');
        sent.push({ by: writers[who].userId ?? 0, text: words, isSaved: told.isSaved, version: told.version });
        // Some look at what they were told, and some go on over what they saw before.
        if (told.isSaved || isFresh) seen[who] = told.version;
      };
      for (let step = 0; step < script.length;) {
        const burst = script.slice(step, step + 1 + (bursts[step] ?? 0));
        const at = step;
        await Promise.all(burst.map((move, index) => send(move, at + index)));
        step += burst.length;
      }
      const kept = await owned<{ value: string; by_id: number; stands: boolean }>(
        `select value, by_id, true as stands from meeting_answer where subject = $1 union all select value, by_id, false from meeting_answer_lost where subject = $1`, [box.subject]);
      for (const { by, text, isSaved, version } of sent) {
        const isKept = kept.some((row) => row.value === text && row.by_id === by);
        // One's own text may be written over by oneself, having seen it; any other is there.
        const isOwnNext = isSaved && sent.some((other) => other.by === by && other.isSaved && other.version === version + 1);
        expect({ text, isKept: isKept || isOwnNext }).toEqual({ text, isKept: true });
      }
      expect(kept.filter(({ stands }) => stands)).toHaveLength(1);
    }), { numRuns: 40 });
  });
});
