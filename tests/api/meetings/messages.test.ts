import { dayInWords } from '@attendance/shared/communications';
import { codesOf } from '../../support/people.ts';
import { aKey, champion, elsewhere, MeetingBook, officer, PAPERS, type Papers } from '../../support/meeting-book.ts';
import { addSchools } from './term.ts';
import { asOwner } from '../../support/register-state.ts';
import { SCHOOLS } from '../../support/small-authority.ts';

const { oakmere } = SCHOOLS;
const CHANGE = `mutation Change($id: ID!, $version: Int!, $command: MeetingCommand!, $input: MeetingChangeInput!) { changeMeeting(id: $id, version: $version, command: $command, input: $input) { ${PAPERS} } }`;
const PLAN = `mutation Plan($key: String!, $command: MeetingCommand!, $input: MeetingInput!) { planMeeting(key: $key, command: $command, input: $input) { ${PAPERS} } }`;
const WHEN = { type: 'SINGLE_SCHOOL', schoolIds: [oakmere], mode: 'REMOTE', onDay: '2026-12-02', atTime: '14:00', minutes: 65, place: 'Library' };
interface Message { kind: string; recipient_id: number; period: string; subject: string; content: string; school_id: number; document_ids: number[]; body: Record<string, unknown> }

describe('messages of meetings', () => {
  let book: MeetingBook;
  beforeEach(async () => { book = await MeetingBook.open('meeting_messages'); });
  afterEach(() => book.close());

  const rows = <T extends object>(text: string, values: unknown[] = []): Promise<T[]> => asOwner(book.portal.ownerUrl, async (owner) => (await owner.query<T>(text, values)).rows);
  const messages = (): Promise<Message[]> => rows<Message>('select kind, recipient_id, period, subject, content, school_id, document_ids, body from outbox_message order by id');
  const told = async (): Promise<string[]> => (await messages()).map(({ kind, recipient_id: to, period, body }) => `${kind} ${to} ${period}${body.method === undefined ? '' : ` ${String(body.method)}`}`);
  const plan = (command = 'BOOK', input: object = {}, key = aKey()) => book.ask(officer, PLAN, { key, command, input: { ...WHEN, ...input } });
  const change = (made: Pick<Papers, 'id' | 'version'>, command: string, input: object = {}, actor = officer) => book.ask(actor, CHANGE, { id: made.id, version: made.version, command, input });
  const changed = async (...given: Parameters<typeof change>): Promise<Papers> => {
    const { data, errors } = await change(...given);
    expect(errors).toEqual([]);
    return data?.changeMeeting as Papers;
  };

  test('booked, moved and called off: the officer and the champion are told each time, with an entry for their calendars', async () => {
    const booked = (await plan()).data?.planMeeting as Papers;
    const moved = await changed(booked, 'MOVE', { onDay: '2026-12-03', reason: 'Mason Thirkell has an appointment' });
    await changed(moved, 'CANCEL', { reason: 'Both ill' }, champion);
    const of = (version: number, method: string): string[] => [43, 44].map((to) => `MEETING_INVITATION ${to} meeting-${booked.id}-v${version} ${method}`);
    expect(await told()).toEqual([...of(1, 'REQUEST'), ...of(2, 'REQUEST'), ...of(3, 'CANCEL')]);
    const all = await messages();
    expect(all.map(({ subject }) => subject)).toEqual([dayInWords('2026-12-02'), dayInWords('2026-12-03')].flatMap((day) => [`Targeting support meeting on ${day}`, `Targeting support meeting on ${day}`]).concat(Array<string>(2).fill(`Called off: targeting support meeting on ${dayInWords('2026-12-03')}`)));
    expect(all[2]?.content).toContain('This replaces what you were sent about it before');
    expect(JSON.stringify(all)).not.toMatch(/Mason|Thirkell|appointment|Both ill/);
    const files = await rows<{ id: number; kind: string; school_id: number; media_type: string; content: Buffer }>('select d.id, d.kind, d.school_id, v.media_type, v.content from document d join document_version v on v.document_id = d.id order by d.id');
    expect(files.map(({ id, kind, school_id: school, media_type: type }) => [id, kind, school, type])).toEqual(files.map(({ id }) => [id, 'INVITATION', oakmere, 'text/calendar']));
    expect(all.map(({ document_ids: ids }) => ids)).toEqual(files.flatMap(({ id }) => [[id], [id]]));
    expect(files.map(({ content }) => /METHOD:(\w+)/.exec(content.toString())?.[1])).toEqual(['REQUEST', 'REQUEST', 'CANCEL']);
    const { data } = await book.ask(champion, 'query Open($id: ID!) { document(id: $id) { title } }', { id: String(files[0]?.id) });
    expect(data).toEqual({ document: { title: `Targeting support meeting on ${dayInWords('2026-12-02')}` } });
  });

  test('an offer is told as a date to answer, and its refusal by the school to the officer too', async () => {
    const offered = (await plan('OFFER')).data?.planMeeting as Papers;
    await changed(offered, 'DECLINE', { reason: 'Not this term' }, champion);
    expect((await told()).filter((each) => each.includes(' 43 '))).toEqual([`MEETING_INVITATION 43 meeting-${offered.id}-v1 REQUEST`, `MEETING_INVITATION 43 meeting-${offered.id}-v2 CANCEL`]);
  });

  test('a command sent again queues once; one refused queues nothing and keeps no file', async () => {
    const key = aKey();
    const booked = (await plan('BOOK', {}, key)).data?.planMeeting as Papers;
    await plan('BOOK', {}, key);
    expect(await told()).toHaveLength(2);
    const moved = await changed(booked, 'MOVE', { onDay: '2026-12-03', reason: 'The hall is needed' });
    await plan('BOOK', {}, key);
    expect(codesOf(await change(booked, 'MOVE', { onDay: '2026-12-04', reason: 'Late' }))).toEqual(['CONFLICT']);
    expect(codesOf(await change(moved, 'CANCEL', {}))).toEqual(['INVALID']);
    expect(codesOf(await change(moved, 'CANCEL', { reason: 'Not mine' }, elsewhere))).toEqual(['NOT_FOUND']);
    expect(codesOf(await plan('BOOK', { onDay: '2026-11-01' }))).toEqual(['INVALID']);
    expect(await told()).toHaveLength(4);
    expect(await rows('select id from document')).toHaveLength(2);
  });

  test('a grant that ended, an account that is closed and a champion elsewhere are not told', async () => {
    await asOwner(book.portal.ownerUrl, async (owner) => {
      for (const [id, ends, active] of [[51, '2026-11-18', true], [52, null, false]] as const) {
        await owner.query(`insert into app_user (id, issuer, subject, full_name, email, active) overriding system value values ($1, 'test', 'gone ' || $1::int, 'Gone', 'gone@example.org', $2)`, [id, active]);
        await owner.query(`insert into user_grant (user_id, role, school_ids, valid_from, valid_to) values ($1, 'ATTENDANCE_CHAMPION', $2, '2026-09-01', $3)`, [id, [oakmere], ends]);
      }
    });
    await plan();
    expect((await messages()).map(({ recipient_id: to }) => to)).toEqual([43, 44]);
  });

  test('an officer who holds no role in force any more is not told, and the champion is', async () => {
    const booked = (await plan()).data?.planMeeting as Papers;
    await asOwner(book.portal.ownerUrl, (owner) => owner.query(`update user_grant set valid_to = '2026-11-18' where user_id = 43`));
    await changed(booked, 'MOVE', { onDay: '2026-12-03', reason: 'The hall is needed' }, champion);
    expect((await told()).slice(2)).toEqual([`MEETING_INVITATION 44 meeting-${booked.id}-v2 REQUEST`]);
  });

  test('in a group each champion gets the file of their own school, and a champion who calls it off tells all', async () => {
    await addSchools(book.portal, [{ id: 990501, name: 'Fell End' }, { id: 990502, name: 'Low Gill' }]);
    await asOwner(book.portal.ownerUrl, async (owner) => {
      for (const [user, school] of [[44, 990501], [46, 990502]] as const) await owner.query('update user_grant set school_ids = $2 where user_id = $1', [user, [school]]);
    });
    await book.portal.rows(`insert into school_officer (school_id, user_id, valid_from) select unnest(array[990501, 990502]), 43, '2026-09-01'`);
    const group = (await plan('BOOK', { type: 'SMALL_SCHOOLS_GROUP', schoolIds: [990501, 990502] })).data?.planMeeting as Papers;
    const own = (files: number[]) => rows<{ school_id: number }>('select school_id from document where id = any ($1)', [files]);
    const sent = await messages();
    expect(await Promise.all(sent.map(async ({ recipient_id: to, document_ids: files }) => [to, ...(await own(files)).map(({ school_id: school }) => school)]))).toEqual([[43, 990501], [44, 990501], [46, 990502]]);
    await changed(group, 'CANCEL', { reason: 'Snow' }, { ...champion, reach: { ...champion.reach, schools: [990501] } });
    const later = (await messages()).slice(3);
    expect(later.map(({ recipient_id: to, body, document_ids: files }) => [to, body.method, files.length])).toEqual([[43, 'CANCEL', 1], [44, 'CANCEL', 1], [46, 'CANCEL', 0]]);
  });

  test('a record that is issued is told to the champion, once, with the last day to comment', async () => {
    const made = await book.held();
    await book.complete(made.id);
    expect((await book.step(officer, 'issueRecord', { id: made.id, version: 1 })).errors).not.toEqual([]);
    const issued = await book.stepped(officer, 'issueRecord', made);
    expect(codesOf(await book.step(officer, 'issueRecord', made))).toEqual(['CONFLICT']);
    const records = (await messages()).filter(({ kind }) => kind === 'MEETING_RECORD');
    expect(records.map(({ recipient_id: to, period, school_id: school }) => [to, period, school])).toEqual([[44, `meeting-${made.id}-v${issued.version}`, oakmere]]);
    expect(records[0]?.content).toContain(`comment on it by ${dayInWords(issued.commentsUntil ?? '')}`);
    expect(JSON.stringify(records)).not.toMatch(/Mason|Thirkell|Marchbank/);
  });
});
