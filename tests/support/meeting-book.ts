import type { OperationActor as Actor } from '../../server/src/platform/graphql/operation.ts';
import { person } from './people.ts';
import { asOwner } from './register-state.ts';
import { knowTerms, PUPILS, SCHOOLS } from './small-authority.ts';
import { Role, TestPortal, type Answer } from './test-portal.ts';

/** Who takes part in the meetings of tests. */
export const manager = person(Role.TEAM_MANAGER, {}, 41);
export const officer = person(Role.ATTENDANCE_OFFICER, {}, 43);
export const champion = person(Role.ATTENDANCE_CHAMPION, { schools: [SCHOOLS.oakmere] }, 44);
export const elsewhere = person(Role.ATTENDANCE_CHAMPION, { schools: [SCHOOLS.tarnbrook] }, 46);
export const otherOfficer = person(Role.ATTENDANCE_OFFICER, {}, 47);

let keys = 0;
/** A number for a form, never the same twice. */
export const aKey = (): string => { keys += 1; return `00000000-0000-4000-8000-${String(keys).padStart(12, '0')}`; };

export interface Box { schoolId: number; place: string; subject: string; field: string; value: string; base: number }
export interface Papers { id: string; status: string; version: number; allowedCommands: string[]; issuedOn: string | null; commentsUntil: string | null; schools: { id: number; complete: boolean; prepared: boolean }[]; written: { place: string; subject: string; field: string; value: string; version: number; by: string | null; isMine: boolean }[] }
export interface Sync { saved: { isSaved: boolean; version: number; value: string; by: string | null }[]; changes: { field: string; value: string; version: number; by: string | null }[]; readers: { name: string; reading: string }[]; at: string; status: string; version: number }

export const PAPERS = 'id status version allowedCommands issuedOn commentsUntil schools { id complete prepared } written { place subject field value version by isMine }';
export const SYNC = `mutation Sync($id: ID!, $since: String, $reading: String!, $answers: [AnswerInput!]!) { syncMeeting(id: $id, since: $since, reading: $reading, answers: $answers) { saved { isSaved version value by } changes { field value version by } readers { name reading } at status version } }`;

/** A small authority with one meeting of Oakmere on the day of all tests, and what is done to it. */
export class MeetingBook {
  private constructor(readonly portal: TestPortal) {}

  static async open(name: string): Promise<MeetingBook> {
    const portal = await TestPortal.open(name);
    await knowTerms(portal.ownerUrl);
    await asOwner(portal.ownerUrl, async (owner) => {
      for (const [id, full, role, schools] of [[41, 'A manager', Role.TEAM_MANAGER, []], [43, 'An officer', Role.ATTENDANCE_OFFICER, []], [44, 'A champion', Role.ATTENDANCE_CHAMPION, [SCHOOLS.oakmere]], [46, 'Another champion', Role.ATTENDANCE_CHAMPION, [SCHOOLS.tarnbrook]], [47, 'Another officer', Role.ATTENDANCE_OFFICER, []]] as const) {
        await owner.query(`insert into app_user (id, issuer, subject, full_name, email) overriding system value values ($1, 'test', $2, $2, 'x@example.org')`, [id, full]);
        await owner.query(`insert into user_grant (user_id, role, school_ids, valid_from) values ($1, $2, $3, '2026-09-01')`, [id, role, schools]);
      }
    });
    await portal.rows(`insert into school_officer (school_id, user_id, valid_from) values ($1, 43, '2026-09-01')`, [SCHOOLS.oakmere]);
    return new MeetingBook(portal);
  }

  ask(actor: Actor, text: string, variables: object): Promise<Answer> {
    return this.portal.ask(actor, text, variables as Record<string, unknown>);
  }

  /** The answer of an operation that must go well, under its first name. */
  async did<T>(actor: Actor, text: string, variables: object): Promise<T> {
    const { data, errors } = await this.ask(actor, text, variables);
    expect(errors).toEqual([]);
    return Object.values(data ?? {})[0] as T;
  }

  /** Books a meeting, of Oakmere today unless another is named, and puts Mason and a restricted child on its list. */
  async booked(input: object = {}, pupils: readonly number[] = [PUPILS.mason.id, PUPILS.hidden.id]): Promise<Papers> {
    const made = await this.did<Papers>(officer, `mutation Plan($key: String!, $input: MeetingInput!) { planMeeting(key: $key, command: BOOK, input: $input) { ${PAPERS} } }`,
      { key: aKey(), input: { type: 'SINGLE_SCHOOL', schoolIds: [SCHOOLS.oakmere], mode: 'REMOTE', onDay: '2026-11-19', atTime: '14:00', minutes: 65, place: '', ...input } });
    for (const [position, id] of pupils.entries()) {
      await this.portal.rows(`insert into meeting_pupil (meeting_id, school_id, pupil_id, school_ids, restricted, origin, reason, position) select $1, $2, id, school_ids, restricted, 'PROPOSED', 'Severely absent', $4 from pupil where id = $3`, [made.id, SCHOOLS.oakmere, id, position]);
    }
    return made;
  }

  papers(id: string, actor: Actor = officer): Promise<Papers> {
    return this.did(actor, `query Papers($id: ID!) { targetingMeeting(id: $id) { ${PAPERS} } }`, { id });
  }

  sync(actor: Actor, id: string, answers: readonly Partial<Box>[], since: string | null = null, reading = ''): Promise<Answer> {
    return this.ask(actor, SYNC, { id, since, reading, answers: answers.map((box) => ({ schoolId: SCHOOLS.oakmere, subject: '', base: 0, ...box })) });
  }

  async wrote(actor: Actor, id: string, answers: readonly Partial<Box>[], since: string | null = null, reading = ''): Promise<Sync> {
    const { data, errors } = await this.sync(actor, id, answers, since, reading);
    expect(errors).toEqual([]);
    return data?.syncMeeting as Sync;
  }

  async fill(actor: Actor, id: string, place: string, boxes: Readonly<Record<string, string>>, subject = ''): Promise<Sync> {
    return this.wrote(actor, id, Object.entries(boxes).map(([field, value]) => ({ place, subject, field, value })));
  }

  step(actor: Actor, command: string, meeting: Pick<Papers, 'id' | 'version'>, more = '', variables: object = {}): Promise<Answer> {
    const declared = Object.keys(variables).map((name) => `, $${name}: ${name === 'schoolId' ? 'Int!' : 'String!'}`).join('');
    return this.ask(actor, `mutation Step($id: ID!, $version: Int!${declared}) { ${command}(id: $id, version: $version${more}) { ${PAPERS} } }`, { id: meeting.id, version: meeting.version, ...variables });
  }

  async stepped(actor: Actor, command: string, meeting: Pick<Papers, 'id' | 'version'>, more = '', variables: object = {}): Promise<Papers> {
    const { data, errors } = await this.step(actor, command, meeting, more, variables);
    expect(errors).toEqual([]);
    return data?.[command] as Papers;
  }

  /** A meeting that somebody started, with the champion there. */
  async held(input: object = {}, pupils?: readonly number[]): Promise<Papers> {
    const made = await this.booked(input, pupils);
    await this.fill(officer, made.id, 'PRESENT', { NAME: 'Kerry Bright', PART: 'CHAMPION', HERE: 'YES' }, 'k');
    return this.stepped(officer, 'startMeeting', made);
  }

  /** Everything a record needs, for Mason and the school. */
  async complete(id: string): Promise<void> {
    await this.fill(officer, id, 'SECTION', { FINDINGS: 'Fridays', TREND: 'STEADY', DATA_QUALITY: 'GOOD', SCHOOL_RATING: 'AMBER', OFFICER_RATING: 'AMBER' });
    await this.fill(officer, id, 'PUPIL', { DISCUSSED: 'YES', PLAN_STATUS: 'NONE', BARRIERS: 'ANXIETY', EARLY_HELP: 'NO', RATING: 'RED', RATING_REASON: 'No marks yet', SAFEGUARDING: 'YES' }, String(PUPILS.mason.id));
  }

  close(): Promise<void> {
    return this.portal.close();
  }
}
