import type { OperationActor as Actor } from '../../../server/src/platform/graphql/operation.ts';
import { aKey, champion, elsewhere, MeetingBook, officer, PAPERS, type Papers } from '../../support/meeting-book.ts';
import { codesOf } from '../../support/people.ts';
import { asOwner } from '../../support/register-state.ts';
import { SCHOOLS } from '../../support/small-authority.ts';
import { addSchools } from './term.ts';

jest.setTimeout(60_000);

const { oakmere } = SCHOOLS;
const TELLS = '{ people { id name part kind hasEmail schools } others untoldSchools officerUntold }';
const BEFORE = `query Before($id: ID!, $command: MeetingCommand!, $officerId: Int) { meetingRecipients(id: $id, command: $command, officerId: $officerId) ${TELLS} }`;
const PLANNED = `query Planned($command: MeetingCommand!, $schoolIds: [Int!]!, $officerId: Int) { plannedRecipients(command: $command, schoolIds: $schoolIds, officerId: $officerId) ${TELLS} }`;
const PLAN = `mutation Plan($key: String!, $command: MeetingCommand!, $input: MeetingInput!) { planMeeting(key: $key, command: $command, input: $input) { ${PAPERS} } }`;
const CHANGE = `mutation Change($id: ID!, $version: Int!, $command: MeetingCommand!, $input: MeetingChangeInput!) { changeMeeting(id: $id, version: $version, command: $command, input: $input) { ${PAPERS} } }`;
const HAND_ON = `mutation HandOn($id: ID!, $version: Int!) { handOnMeeting(id: $id, version: $version, officerId: 47, reason: "Leaves") { ${PAPERS} } }`;
const WHEN = { type: 'SINGLE_SCHOOL', schoolIds: [oakmere], mode: 'REMOTE', onDay: '2026-12-02', atTime: '14:00', minutes: 65, place: '' };
interface Tells { people: { id: number; name: string; part: string; kind: string; hasEmail: boolean; schools: string[] }[]; others: number; untoldSchools: string[]; officerUntold: boolean }

describe('whom a command would write to', () => {
  let book: MeetingBook;
  beforeEach(async () => { book = await MeetingBook.open('meeting_recipients'); });
  afterEach(() => book.close());

  const rows = <T extends object>(text: string, values: unknown[] = []): Promise<T[]> => asOwner(book.portal.ownerUrl, async (owner) => (await owner.query<T>(text, values)).rows);
  const before = (actor: Actor, id: string, command: string, officerId: number | null = null): Promise<Tells> => book.did(actor, BEFORE, { id, command, officerId });
  const writtenSince = async (from: number): Promise<string[]> => (await rows<{ who: string }>('select kind || recipient_id as who from outbox_message where id > $1 order by id', [from])).map(({ who }) => who);
  const last = async (): Promise<number> => (await rows<{ id: number }>('select coalesce(max(id), 0)::int as id from outbox_message'))[0]?.id ?? 0;
  /** Asks, gives the command, and gives what was said before and what was written. */
  const both = async (asked: Promise<Tells>, give: () => Promise<unknown>): Promise<[string[], string[]]> => {
    const { people } = await asked;
    const from = await last();
    await give();
    return [people.map(({ kind, id }) => `${kind}${id}`), await writtenSince(from)];
  };

  test('is who is written to: booking, moving, handing on, calling off, issuing the record', async () => {
    let made: Papers | undefined;
    const given = async (text: string, variables: object, actor: Actor = officer): Promise<void> => { made = await book.did<Papers>(actor, text, { id: made?.id, version: made?.version, ...variables }); };
    const idOf = (): string => made?.id ?? '';
    const steps: [string, () => Promise<Tells>, () => Promise<unknown>, number][] = [
      ['BOOK', () => book.did(officer, PLANNED, { command: 'BOOK', schoolIds: [oakmere] }), () => given(PLAN, { key: aKey(), command: 'BOOK', input: WHEN }), 2],
      ['MOVE', () => before(officer, idOf(), 'MOVE'), () => given(CHANGE, { command: 'MOVE', input: { onDay: '2026-12-03', reason: 'Snow' } }), 2],
      ['HAND_ON', () => before(officer, idOf(), 'HAND_ON', 47), () => given(HAND_ON, {}), 3],
      ['CANCEL', () => before(champion, idOf(), 'CANCEL'), () => given(CHANGE, { command: 'CANCEL', input: { reason: 'Ill' } }, champion), 2],
    ];
    for (const [command, ask, give, count] of steps) {
      const [said, written] = await both(ask(), give);
      expect([command, said]).toEqual([command, written]);
      expect([command, said.length]).toEqual([command, count]);
    }
    const held = await book.held();
    await book.complete(held.id);
    const [said, written] = await both(before(officer, held.id, 'ISSUE'), () => book.stepped(officer, 'issueRecord', held));
    expect([said, written]).toEqual([['MEETING_RECORD44'], ['MEETING_RECORD44']]);
    expect((await before(officer, held.id, 'COMMENT')).people).toEqual([]);
  });

  test('says each by name, as whom, for which school, and who has no address', async () => {
    await rows(`update app_user set email = '' where id = 44`);
    const [school] = await rows<{ name: string }>('select name from school where id = $1', [oakmere]);
    const made = await book.booked({ onDay: '2026-12-02' });
    expect(await before(champion, made.id, 'CANCEL')).toEqual({
      people: [{ id: 43, name: 'An officer', part: 'OFFICER', kind: 'MEETING_INVITATION', hasEmail: true, schools: [] }, { id: 44, name: 'A champion', part: 'SCHOOL', kind: 'MEETING_INVITATION', hasEmail: false, schools: [school?.name] }],
      others: 0, untoldSchools: [], officerUntold: false,
    });
  });

  test('says so where nobody would be told: a champion who left, an officer whose role ended', async () => {
    const made = await book.booked({ onDay: '2026-12-02' });
    await rows(`update user_grant set valid_to = '2026-11-18' where user_id in (43, 44)`);
    const [school] = await rows<{ name: string }>('select name from school where id = $1', [oakmere]);
    expect(await before(officer, made.id, 'MOVE')).toEqual({ people: [], others: 0, untoldSchools: [school?.name], officerUntold: true });
    expect(await book.did<Tells>(officer, PLANNED, { command: 'OFFER', schoolIds: [oakmere], officerId: 47 })).toMatchObject({ people: [{ id: 47 }], untoldSchools: [school?.name], officerUntold: false });
  });

  test('of a group tells a school its own people and the officer, and of others how many; nobody elsewhere is told anything', async () => {
    await addSchools(book.portal, [{ id: 990501, name: 'Fell End' }, { id: 990502, name: 'Low Gill' }]);
    for (const [user, school] of [[44, 990501], [46, 990502]] as const) await rows('update user_grant set school_ids = $2 where user_id = $1', [user, [school]]);
    await book.portal.rows(`insert into school_officer (school_id, user_id, valid_from) select unnest(array[990501, 990502]), 43, '2026-09-01'`);
    const group = await book.did<Papers>(officer, PLAN, { key: aKey(), command: 'BOOK', input: { ...WHEN, type: 'SMALL_SCHOOLS_GROUP', schoolIds: [990501, 990502] } });
    const own = { ...champion, reach: { ...champion.reach, schools: [990501] } };
    expect(await before(own, group.id, 'CANCEL')).toMatchObject({ people: [{ id: 43 }, { id: 44, schools: ['Fell End'] }], others: 1, untoldSchools: [] });
    expect((await before(officer, group.id, 'CANCEL')).people.map(({ id, schools }) => [id, ...schools])).toEqual([[43], [44, 'Fell End'], [46, 'Low Gill']]);
    expect(codesOf(await book.ask(elsewhere, BEFORE, { id: group.id, command: 'CANCEL' }))).toEqual(['NOT_FOUND']);
    expect(codesOf(await book.ask(champion, PLANNED, { command: 'BOOK', schoolIds: [oakmere] }))).toEqual(['FORBIDDEN']);
  });
});
