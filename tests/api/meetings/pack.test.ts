import { canonicalJson, type PackBody } from '@attendance/shared/meetings';
import { createHash } from 'node:crypto';
import { codesOf, person } from '../../support/people.ts';
import { bookOf, fileOf, openDays, sendRegisters } from '../../support/register-book.ts';
import { asOwner } from '../../support/register-state.ts';
import { knowTerms, PUPILS, SCHOOLS } from '../../support/small-authority.ts';
import { Role, TestPortal, type Answer } from '../../support/test-portal.ts';

const { oakmere, tarnbrook } = SCHOOLS;
const manager = person(Role.TEAM_MANAGER, {}, 41);
const officer = person(Role.ATTENDANCE_OFFICER, {}, 43);
const champion = person(Role.ATTENDANCE_CHAMPION, { schools: [oakmere] }, 44);
const elsewhere = person(Role.ATTENDANCE_CHAMPION, { schools: [tarnbrook] }, 46);

const PACK = `pack { number frozenOn marksTo hash isAsFrozen hiddenRows reason madeBy sentences sections { key title notes tables { key caption rows { pupilId cells { text value } } } } }`;
const OPEN = `query Open($id: ID!, $school: Int, $number: Int) { meetingPack(meetingId: $id, schoolId: $school, number: $number) { status onDay dueOn mayFreeze mayAdd mayRemove school { id name } schools { id } ${PACK} } }`;
const FREEZE = `mutation Freeze($id: ID!, $held: Int!, $reason: String) { freezePack(meetingId: $id, held: $held, reason: $reason) { ${PACK} } }`;
const PUPILS_OF = 'query Pupils($id: ID!, $school: Int!) { meetingPupils(meetingId: $id, schoolId: $school) { pupilId name reason origin priority removedReason } }';
const ADD = 'mutation Add($id: ID!, $school: Int!, $pupil: Int!, $reason: String!) { addMeetingPupil(meetingId: $id, schoolId: $school, pupilId: $pupil, reason: $reason) { pupilId origin reason removedReason } }';
const REMOVE = ADD.replace('mutation Add', 'mutation Remove').replace('addMeetingPupil', 'removeMeetingPupil');

interface Section { key: string; title: string; notes: string[]; tables: { key: string; caption: string; rows: { pupilId: number | null; cells: { text: string; value: number | null }[] }[] }[] }
interface Pack { number: number; frozenOn: string; marksTo: string; hash: string; isAsFrozen: boolean; hiddenRows: number; reason: string | null; madeBy: string | null; sentences: string[]; sections: Section[] }
interface Page { status: string; dueOn: string | null; mayFreeze: boolean; mayAdd: boolean; mayRemove: boolean; school: { id: number }; pack: Pack | null }

describe('the pack of a meeting', () => {
  let portal: TestPortal;
  let meetingId: string;
  beforeEach(async () => {
    portal = await TestPortal.open('pack');
    await knowTerms(portal.ownerUrl);
    await sendRegisters(portal);
    await asOwner(portal.ownerUrl, async (owner) => {
      for (const [id, name] of [[41, 'A manager'], [43, 'An officer'], [44, 'A champion'], [46, 'Another champion']] as const) await owner.query(`insert into app_user (id, issuer, subject, full_name, email) overriding system value values ($1, 'test', $2, $2, 'x@example.org')`, [id, name]);
    });
    await portal.rows(`insert into school_officer (school_id, user_id, valid_from) values ($1, 43, '2026-09-01')`, [oakmere]);
    meetingId = await book('2026-11-26');
  });
  afterEach(() => portal.close());

  async function book(onDay: string, status = 'BOOKED', schoolId: number = oakmere): Promise<string> {
    const [row] = await portal.rows<{ id: number }>(`with made as (insert into meeting (type, status, mode, on_day, at_time, minutes, officer_id, school_ids, made_with) values ('SINGLE_SCHOOL', $2, 'REMOTE', $1, '10:30', 65, 41, array[$3::int], gen_random_uuid()) returning id),
      named as (insert into meeting_school (meeting_id, school_id) select id, $3 from made) select id from made`, [onDay, status, schoolId]);
    return String(row?.id);
  }
  const open = (actor = officer, id = meetingId, more: object = {}): Promise<Answer> => portal.ask(actor, OPEN, { id, ...more });
  const opened = async (actor = officer, id = meetingId, more: object = {}): Promise<Page> => {
    const answer = await open(actor, id, more);
    expect(answer.errors).toEqual([]);
    return answer.data?.meetingPack as Page;
  };
  const sectionOf = (page: Page, key: string): Section => page.pack!.sections.find((section) => section.key === key)!;
  const freeze = (held: number, reason: string | null = null, actor = officer): Promise<Answer> => portal.ask(actor, FREEZE, { id: meetingId, held, reason });

  test('is made by being looked for once its day has come, and what comes in later does not change it', async () => {
    const page = await opened();
    expect(page).toMatchObject({ status: 'BOOKED', dueOn: '2026-11-19', mayFreeze: true, school: { id: oakmere }, pack: { number: 1, frozenOn: '2026-11-19', marksTo: '2026-11-18', isAsFrozen: true, hiddenRows: 0, madeBy: null } });
    console.log(JSON.stringify(page.pack!.sentences), JSON.stringify(page.pack!.sections.map(({ key, title, notes, tables }) => ({ key, title, notes, tables: tables.map(({ caption, rows }) => [caption, ...rows.map(({ cells }) => cells.map(({ text }) => text).join(' | '))]) })), null, 1));
  });
});
