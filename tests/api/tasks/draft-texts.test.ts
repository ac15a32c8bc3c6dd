import { HALF_TYPED } from '@attendance/shared/meetings';
import { ANSWER_DRAFT, draftBeside } from '@attendance/shared/tasks';
import { draftTexts } from '../../../server/src/modules/tasks/index.ts';
import { aKey, champion, elsewhere, manager, MeetingBook, officer } from '../../support/meeting-book.ts';
import { agreeAction } from '../../support/meeting-rows.ts';
import { codesOf, person, underReach } from '../../support/people.ts';
import { asOwner } from '../../support/register-state.ts';
import { PUPILS, SCHOOLS } from '../../support/small-authority.ts';
import { Role } from '../../support/test-portal.ts';

const { mason, hidden } = PUPILS;
const { oakmere } = SCHOOLS;
const KEEP = 'mutation Keep($input: DraftTextInput!) { saveDraftText(input: $input) { isSaved version value } }';
const READ = 'query Read($meeting: Int, $task: Int) { draftTexts(meetingId: $meeting, taskId: $task) { part pupilId value version } }';
type Actor = typeof officer;

describe('what a person has typed and not sent', () => {
  let book: MeetingBook;
  let id = 0;
  beforeEach(async () => {
    book = await MeetingBook.open('draft_texts');
    id = Number((await book.held()).id);
  });
  afterEach(() => book.close());

  const about = (pupilId: number | null = mason.id): string => HALF_TYPED.action(oakmere, pupilId === null ? 'SCHOOL' : 'PUPIL', pupilId);
  const keep = (input: object, actor: Actor = officer) => book.ask(actor, KEEP, { input: { meetingId: id, part: about(), pupilId: mason.id, base: 0, ...input } });
  const kept = async (input: object, actor: Actor = officer): Promise<unknown> => {
    const { data, errors } = await keep(input, actor);
    expect(errors).toEqual([]);
    return data?.saveDraftText;
  };
  const read = (actor: Actor = officer, where: object = { meeting: id }): Promise<{ part: string; pupilId: number | null; value: string; version: number }[]> => book.did(actor, READ, where);
  const owned = <Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> => asOwner(book.portal.ownerUrl, async (owner) => (await owner.query<Row>(text, values)).rows);

  test('is kept over the version it was typed over, and read by whoever typed it and nobody else', async () => {
    expect(await kept({ value: 'kerry: home' })).toEqual({ isSaved: true, version: 1, value: 'kerry: home' });
    expect(await kept({ value: 'kerry: home visit', base: 1 })).toEqual({ isSaved: true, version: 2, value: 'kerry: home visit' });
    // Another window, that saw neither: it is told what stands, and saves over it knowingly.
    expect(await kept({ value: 'kerry: ring', base: 0 })).toEqual({ isSaved: false, version: 2, value: 'kerry: home visit' });
    expect(await kept({ part: draftBeside(about(), 'SERVICE'), value: 'EARLY_HELP' })).toEqual({ isSaved: true, version: 1, value: 'EARLY_HELP' });
    expect(await read()).toEqual([{ part: about(), pupilId: mason.id, value: 'kerry: home visit', version: 2 }, { part: draftBeside(about(), 'SERVICE'), pupilId: mason.id, value: 'EARLY_HELP', version: 1 }]);
    for (const other of [manager, champion]) expect(await read(other)).toEqual([]);
    expect(JSON.stringify(await book.papers(String(id), champion))).not.toContain('home visit');
    const [entry] = await owned<{ kind: string; pupil_ids: number[] }>(`select kind, pupil_ids from audit_entry where details ->> 'draft' is not null order by seq desc limit 1`);
    expect(entry).toEqual({ kind: 'CHANGED', pupil_ids: [mason.id] });
  });

  test('about a child, a meeting or a task out of reach is not kept, and a child who goes out of reach takes it along', async () => {
    expect(codesOf(await keep({ value: 'x', part: about(hidden.id), pupilId: hidden.id }))).toEqual(['NOT_FOUND']);
    expect(codesOf(await keep({ value: 'x', part: HALF_TYPED.comment, pupilId: null }, elsewhere))).toEqual(['NOT_FOUND']);
    expect(codesOf(await keep({ value: 'x', taskId: 1 }))).toEqual(['INVALID']);
    expect(codesOf(await keep({ value: 'x', part: 'free words' }))).toEqual(['INVALID']);
    expect(codesOf(await keep({ value: 'x'.repeat(4001) }))).toEqual(['INVALID']);
    expect(codesOf(await keep({ value: 'x' }, person(Role.GOVERNOR, { schools: [oakmere] }, 44)))).toEqual(['FORBIDDEN']);
    const task = await agreeAction(book.portal, { status: 'OPEN', dueOn: '2026-12-04', ownerId: 44 });
    expect(codesOf(await book.ask(elsewhere, KEEP, { input: { taskId: task, part: ANSWER_DRAFT, value: 'x', base: 0 } }))).toEqual(['NOT_FOUND']);
    expect(await kept({ meetingId: null, taskId: task, part: ANSWER_DRAFT, pupilId: null, value: 'Rang twice' }, champion)).toMatchObject({ isSaved: true });
    expect(await read(champion, { task })).toEqual([{ part: ANSWER_DRAFT, pupilId: mason.id, value: 'Rang twice', version: 1 }]);
    await book.portal.rows('update pupil set restricted = true where id = $1', [mason.id]);
    expect(await read(champion, { task })).toEqual([]);
    expect(codesOf(await book.ask(champion, KEEP, { input: { taskId: task, part: ANSWER_DRAFT, value: 'Rang thrice', base: 1 } }))).toEqual(['NOT_FOUND']);
  });

  test('is gone in the transaction that makes something of it, and a saving that comes after it brings nothing back', async () => {
    await kept({ value: 'kerry: home visit' });
    await kept({ part: draftBeside(about(), 'SERVICE'), value: 'EARLY_HELP' });
    await kept({ part: about(null), pupilId: null, value: 'policy' });
    const input = { schoolId: oakmere, pupilId: mason.id, scope: 'PUPIL', type: 'HOME_VISIT', what: 'Home visit', side: 'SCHOOL', ownerId: 44, owner: 'A champion', dueOn: '2026-11-27' };
    const add = 'mutation Add($id: ID!, $key: String!, $input: MeetingActionInput!) { addMeetingAction(id: $id, key: $key, input: $input) { id } }';
    expect(codesOf(await book.ask(officer, add, { id, key: aKey(), input: { ...input, what: '' } }))).toEqual(['INVALID']);
    expect(await read()).toHaveLength(3);
    await book.did(officer, add, { id, key: aKey(), input });
    expect((await read()).map(({ value }) => value)).toEqual(['policy']);
    expect(await kept({ value: 'kerry: home visi', base: 0 })).toEqual({ isSaved: false, version: 2, value: '' });
    expect(await kept({ value: 'kerry: and', base: 2 })).toMatchObject({ isSaved: true, version: 3 });

    await book.complete(String(id));
    const issued = await book.stepped(officer, 'issueRecord', await book.papers(String(id)));
    await kept({ part: HALF_TYPED.comment, pupilId: null, value: 'Agreed, but Mon' }, champion);
    await book.stepped(champion, 'commentOnRecord', issued, ', comment: $comment', { comment: 'Agreed, but Mondays too' });
    expect(await read(champion)).toEqual([]);

    const [task] = await owned<{ id: number; version: number }>('select id, version from task');
    await kept({ meetingId: null, taskId: task?.id, part: ANSWER_DRAFT, pupilId: null, value: 'Went' }, champion);
    await book.did(champion, 'mutation Change($id: ID!, $version: Int!) { changeTask(id: $id, version: $version, status: DONE, note: "Went on Monday") { id } }', task ?? {});
    expect(await read(champion, { task: task?.id })).toEqual([]);
  });

  test('is forgotten when nothing can be made of it any more, or when nobody came back to it', async () => {
    const forget = async (): Promise<number> => underReach(book.portal, { ...manager, reach: { ...manager.reach, full: true } }, async (operation) => draftTexts().forget(operation));
    await kept({ value: 'kerry: home visit' });
    await kept({ part: HALF_TYPED.comment, pupilId: null, value: 'Early' }, champion);
    expect(await forget()).toBe(0);
    await book.portal.rows(`update meeting set status = 'RECORD_ISSUED' where id = $1`, [id]);
    expect(await forget()).toBe(1);
    await book.portal.rows(`update meeting set status = 'LOCKED' where id = $1`, [id]);
    expect(await forget()).toBe(2);
    await book.portal.rows(`update meeting set status = 'HELD' where id = $1`, [id]);
    await book.portal.rows(`update draft_text set at = '2026-09-01' where part = 'COMMENT'`);
    expect(await forget()).toBe(1);
  });
});
