import { createHash } from 'node:crypto';
import type pg from 'pg';
import { CAST, OAKMERE, type Urn } from './cast.ts';
import { copyRows, type Cell } from './copy-rows.ts';
import { actionsOf, type AgreedAction } from './meetings-actions.ts';
import { boxesOf, castOnList, reasonOf, sendLine, spokenOf, type AbsentPupil, type SchoolPeople, type SpokenOf } from './meetings-papers.ts';
import { championOf, planMeetings, type PlannedMeeting } from './meetings-plan.ts';
import { ownTasks } from './meetings-own-tasks.ts';
import { SUMMARY_COLUMNS, summaryRows } from './meetings-summaries.ts';
import { LISTED_BY_SCHOOL } from './meetings-words.ts';
import type { World } from './model.ts';
import { Random } from './random.ts';

/** Weeks before a meeting over which a pupil's absence is looked at, and how many of a school's most absent pupils are drawn from. */
const WEEKS_BEFORE = 12;
const DRAWN_FROM = 48;

/** Gives the practice authority its meetings, with what was agreed and what came of it. Marks must be there: who is spoken about follows from them. One transaction as portal_ingest. */
export async function loadMeetings(pool: pg.Pool, world: World): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const counts = await load(client, world);
    await client.query(`select append_audit('COLLECTED', 'loadPracticeMeetings', null, 'SYSTEM', '{}', '{}', $1, null, null, 'world')`, [JSON.stringify(counts)]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined); // the first error is the one worth telling
    throw error;
  } finally {
    client.release();
  }
}

/** A key that is the same in every world made with the same numbers. */
const keyOf = (world: World, ...parts: readonly (string | number)[]): string => createHash('sha256').update(['world', world.seed, ...parts].join(' ')).digest('hex').replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-4$3-8$4-$5');
/** An instant on a day, in the morning of the clock. */
const at = (day: string, minute: number): string => `${day} ${String(8 + Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}:00+00`;
/** The instant a meeting began, by the clock on the wall. */
const begun = (day: string, time: string): string => `${day} ${time}:00 Europe/London`;

async function load(client: pg.PoolClient, world: World): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  const copy = async (table: string, columns: string, rows: readonly (readonly Cell[])[]): Promise<void> => { counts[table] = await copyRows(client, table, columns.split(', '), rows); };
  /** Sends rows the database numbers, and gives the number of the first. */
  const numbered = async (table: string, columns: string, rows: readonly (readonly Cell[])[]): Promise<number> => {
    await copy(table, columns, rows);
    const { rows: [found] } = await client.query<{ first: number; last: number }>(`select min(id)::int as first, max(id)::int as last from ${table}`);
    if (rows.length > 0 && (!found || found.last - found.first + 1 !== rows.length)) throw new Error(`The practice authority needs an empty database: ${table} holds other rows.`);
    return found?.first ?? 1;
  };

  const { rows: users } = await client.query<{ id: number; subject: string }>('select id, subject from app_user');
  const ids = new Map(users.map(({ id, subject }) => [subject, id]));
  const user = (subject: string | null): number | null => (subject === null ? null : (ids.get(subject) ?? null));
  /** The form knows people of the portal by a u and their number. */
  const keyOnList = (subject: string): string => { const person = castOnList(subject); return person === null ? subject : `u${user(person)}`; };
  const nameOf = (subject: string): string => CAST.find((member) => member.subject === subject)?.fullName ?? '';
  const people = await contacts(client);
  const planned = planMeetings(world);
  const spoken = await absentPupils(client, world, planned);
  const reach = (pupil: AbsentPupil | null, schoolId: Urn): readonly Cell[] => [pupil?.pupilId ?? null, [...(pupil?.schoolIds ?? [schoolId])], false];

  const first = await numbered('meeting', 'type, status, mode, on_day, at_time, minutes, place, officer_id, school_ids, version, made_with, made_by, made_at, held_on, started_at, issued_on, comments_until, locked_on', planned.map(({ story }, index) => [
    story.place.type, story.status, story.place.mode, story.onDay, story.place.atTime, story.place.minutes, story.place.place, user(story.place.officer), story.place.schools.map(({ urn }) => urn), story.version, keyOf(world, 'meeting', index), user(story.steps[0]?.by ?? null),
    at(story.steps[0]?.on ?? story.onDay, index % 50), story.heldOn, story.isHeld ? begun(story.onDay, story.place.atTime) : null, story.issuedOn, story.commentsUntil, story.lockedOn,
  ]));
  const idOf = new Map(planned.map((meeting, index) => [meeting, first + index]));
  const each = <Row>(rows: (meeting: PlannedMeeting, id: number, index: number) => readonly Row[]): Row[] => planned.flatMap((meeting, index) => rows(meeting, first + index, index));

  await copy('meeting_school', 'meeting_id, school_id, section_complete_at, prepared_at, prepared_by', each(({ story }, id) => story.place.schools.map((school, nth) => [
    id, school.urn, story.issuedOn === null ? null : at(story.issuedOn, 60 + nth), story.preparedOn === null ? null : at(story.preparedOn, 90 + nth), story.preparedOn === null ? null : user(story.steps.filter(({ command }) => command === 'PREPARE')[nth]?.by ?? null),
  ])));
  await copy('meeting_change', 'meeting_id, command, status, on_day, at_time, reason, by_id, at, school_ids', each(({ story }, id) => story.steps.map((step, nth) => [
    id, step.command, step.status, step.onDay, step.atTime, step.reason, user(step.by), step.command === 'HOLD' || step.command === 'NO_SHOW' ? begun(step.on, step.atTime) : at(step.on, 100 + 7 * nth), story.place.schools.map(({ urn }) => urn),
  ])));
  await copy('clock', 'kind, source, source_id, what, side, school_id, school_ids, officer_id, counted, days, started_on, due_on, met_on, stopped_on', each(({ story }, id) => story.clocks().map((clock) => [
    clock.kind, 'MEETING', id, clock.kind === 'RECORD' ? 'The record of the meeting is issued' : 'The school prepares its meeting', clock.kind === 'RECORD' ? 'LA' : 'SCHOOL', clock.schoolId, [clock.schoolId], user(story.place.officer), 'SCHOOL_DAYS', clock.days, clock.startedOn, clock.dueOn, clock.metOn, clock.stoppedOn,
  ])));
  const listed = await listedBySchool(client, world, planned);
  await copy('meeting_pupil', 'meeting_id, school_id, pupil_id, school_ids, restricted, origin, reason, position, was_persistent, was_severe, added_by', each((meeting, id) => [
    ...[...(spoken.get(meeting) ?? [])].flatMap(([schoolId, pupils]) => pupils.map((pupil, nth) => [id, schoolId, ...reach(pupil, schoolId), 'PROPOSED', reasonOf(pupil), nth + 1, true, pupil.isSevere, null])),
    ...(listed !== null && listed.meeting === meeting ? [[id, OAKMERE, ...reach(listed.pupil, OAKMERE), 'SCHOOL', LISTED_BY_SCHOOL.reason, 1, false, false, user(championOf(meeting.story.first))]] : []),
  ]));
  await copy('meeting_answer', 'meeting_id, school_id, pupil_id, school_ids, restricted, place, subject, field, value, by_id, at', each(({ story }, id, index) => boxesOf(story, people, spoken.get(planned[index]!) ?? new Map<Urn, readonly SpokenOf[]>(), nameOf(story.place.officer), new Random(world.seed, 95, index)).concat(listed !== null && listed.meeting === planned[index] ? [sendLine(OAKMERE, listed.pupil, LISTED_BY_SCHOOL.send, story.preparedOn ?? story.onDay)] : []).map((box, nth) => [
    id, box.schoolId, ...reach(box.pupil, box.schoolId), box.place, keyOnList(box.subject), box.field, box.value, user(box.by), box.on === story.heldOn ? begun(box.on, story.place.atTime) : at(box.on, 120 + (nth % 90)),
  ])));

  const actions = agreedOf(world, planned, spoken, people);
  const tasked = actions.filter((action) => action.task !== null);
  const owns = ownTasks(world);
  const firstTask = await numbered('task', 'source, type, scope, what, school_id, pupil_id, school_ids, restricted, side, owner_id, owner, priority, from_on, due_on, overdue_from, status, done_on, note, version, made_with, made_by, made_at', [
    ...tasked.map((action, nth): readonly Cell[] => [
      'MEETING', action.type, action.scope, action.what, action.schoolId, ...reach(action.pupil, action.schoolId), action.side, user(action.owner), action.ownerName, action.priority, action.meeting.story.heldOn, action.dueOn, action.overdueFrom, action.task!.status, action.task!.doneOn, action.task!.note,
      action.task!.steps.length, keyOf(world, 'task', nth), user(action.meeting.story.place.officer), at(action.task!.steps[0]!.on, 180),
    ]),
    ...owns.map((own, nth): readonly Cell[] => ['OWN', null, own.schoolId === null ? 'AREA' : 'SCHOOL', own.what, own.schoolId, null, own.schoolId === null ? [] : [own.schoolId], false, 'LA', user(own.owner), nameOf(own.owner), 'NORMAL', own.madeOn, own.dueOn, own.overdueFrom, 'OPEN', null, '', 1, keyOf(world, 'own', nth), user(own.owner), at(own.madeOn, 30)]),
  ]);
  const taskOf = new Map(tasked.map((action, nth) => [action, firstTask + nth]));
  const from = (action: AgreedAction): number | null => (action.carriedFrom === null ? null : (taskOf.get(action.carriedFrom) ?? null));
  const carried = tasked.filter((action) => from(action) !== null);
  await client.query('update task t set carried_from = c.earlier from unnest($1::int[], $2::int[]) c (id, earlier) where t.id = c.id', [carried.map((action) => taskOf.get(action)), carried.map(from)]);
  await copy('task_change', 'task_id, kind, status, owner, owner_id, due_on, note, by_id, at, school_id, pupil_id, school_ids, restricted, team_only', [
    ...tasked.flatMap((action, nth) => action.task!.steps.map((step, index): readonly Cell[] => [firstTask + nth, step.kind, step.status, action.ownerName, user(action.owner), action.dueOn, step.note, user(step.by), at(step.on, 181 + index), action.schoolId, ...reach(action.pupil, action.schoolId), false])),
    ...owns.map((own, nth): readonly Cell[] => [firstTask + tasked.length + nth, 'MADE', 'OPEN', nameOf(own.owner), user(own.owner), own.dueOn, '', user(own.owner), at(own.madeOn, 31), own.schoolId, null, own.schoolId === null ? [] : [own.schoolId], false, true]),
  ]);
  const firstAction = await numbered('meeting_action', 'meeting_id, school_id, pupil_id, school_ids, restricted, type, scope, what, side, owner_id, owner, due_on, priority, service, carried_from, task_id, made_with, made_by, made_at', actions.map((action, nth) => [
    idOf.get(action.meeting)!, action.schoolId, ...reach(action.pupil, action.schoolId), action.type, action.scope, action.what, action.side, user(action.owner), action.ownerName, action.dueOn, action.priority, action.service, from(action), taskOf.get(action) ?? null, keyOf(world, 'action', nth), user(action.meeting.story.place.officer), begun(action.meeting.story.onDay, action.meeting.story.place.atTime),
  ]));
  await copy('referral_draft', 'meeting_id, school_id, pupil_id, school_ids, restricted, action_id, service, reason, made_at', actions.flatMap((action, nth) => (action.task === null || action.service === null ? [] : [[
    idOf.get(action.meeting)!, action.schoolId, ...reach(action.pupil, action.schoolId), firstAction + nth, action.service, action.what, at(action.task.steps[0]!.on, 182),
  ]])));
  await copy('school_term_summary', SUMMARY_COLUMNS, summaryRows(world, user));
  return counts;
}

/** What each held meeting agreed, the earlier ones first, so that what was not done is carried over. */
function agreedOf(world: World, planned: readonly PlannedMeeting[], spoken: ReadonlyMap<PlannedMeeting, ReadonlyMap<Urn, readonly SpokenOf[]>>, people: ReadonlyMap<Urn, SchoolPeople>): AgreedAction[] {
  const reviewed = new Set(planned.filter(({ story, isThisTerm }) => isThisTerm && story.issuedOn !== null).flatMap(({ story }) => story.place.schools.map(({ urn }) => urn)));
  const bySchool = new Map<Urn, readonly AgreedAction[]>();
  return planned.flatMap((meeting, index) => (meeting.story.isHeld ? meeting.story.place.schools : []).flatMap((school) => {
    const actions = actionsOf({ meeting, school, pupils: spoken.get(meeting)?.get(school.urn) ?? [], people: people.get(school.urn), today: world.today, random: new Random(world.seed, 96, index, school.urn), earlier: bySchool.get(school.urn) ?? [], isReviewed: !meeting.isThisTerm && reviewed.has(school.urn) });
    bySchool.set(school.urn, actions);
    return actions;
  }));
}

async function contacts(client: pg.PoolClient): Promise<Map<Urn, SchoolPeople>> {
  const { rows } = await client.query<SchoolPeople & { schoolId: number }>(
    `select school_id as "schoolId", coalesce(max(full_name) filter (where role = 'ATTENDANCE_CHAMPION'), 'Attendance champion') as champion, coalesce(max(full_name) filter (where role = 'HEADTEACHER'), 'Headteacher') as head from school_contact group by 1`);
  return new Map(rows.map(({ schoolId, ...people }) => [schoolId, people]));
}

/** Before a pack is frozen nobody is on a list but whom the school puts there: one pupil of the cast, at the next meeting of Oakmere Academy. */
async function listedBySchool(client: pg.PoolClient, world: World, planned: readonly PlannedMeeting[]): Promise<{ readonly meeting: PlannedMeeting; readonly pupil: AbsentPupil } | null> {
  const meeting = planned.find(({ story, isThisTerm }) => isThisTerm && story.first.urn === OAKMERE && story.status === 'PREPARED');
  const { rows: [pupil] } = await client.query<AbsentPupil>(
    `select id as "pupilId", school_ids as "schoolIds", 0 as possible, 0 as absent, '{}'::text[] as helpers from pupil where upn = $1 and not restricted and $2 = any (school_ids)`, [world.named.get(LISTED_BY_SCHOOL.pupil)?.upn, OAKMERE]);
  return meeting === undefined || pupil === undefined ? null : { meeting, pupil };
}

/** Whom each held meeting speaks about: drawn from the persistently absent pupils its school had on roll that day. Restricted records stay out, as in any pack. */
async function absentPupils(client: pg.PoolClient, world: World, planned: readonly PlannedMeeting[]): Promise<Map<PlannedMeeting, Map<Urn, readonly SpokenOf[]>>> {
  const held = planned.flatMap((meeting) => (meeting.story.isHeld ? meeting.story.place.schools.map((school) => ({ meeting, school })) : []));
  const { rows } = await client.query<AbsentPupil & { nth: number }>(
    `with asked as (select * from unnest($1::int[], $2::date[]) with ordinality a (school_id, day, nth)),
       missed as (select a.nth, w.enrolment_id, w.pupil_id, sum(w.possible)::int as possible, sum(w.authorised + w.unauthorised)::int as absent from asked a
         join enrolment e on e.school_id = a.school_id and e.starts_on <= a.day and coalesce(e.ends_on, a.day) >= a.day and not e.restricted
         join register_week w on w.enrolment_id = e.id and w.week_start between a.day - ${WEEKS_BEFORE * 7 + 6} and a.day - 7 and not w.restricted group by 1, 2, 3
         having sum(w.possible) > 0 and sum(w.authorised + w.unauthorised) * 10 >= sum(w.possible)),
       placed as (select m.*, row_number() over (partition by m.nth order by m.absent::numeric / m.possible desc, m.pupil_id) as place from (select distinct on (nth, pupil_id) * from missed order by nth, pupil_id, possible desc) m)
     select p.nth::int, p.pupil_id as "pupilId", c.school_ids as "schoolIds", p.possible, p.absent,
       array(select u.subject from caseload l join app_user u on u.id = l.user_id where l.pupil_id = p.pupil_id order by 1) as helpers
     from placed p join pupil c on c.id = p.pupil_id and not c.restricted where p.place <= ${DRAWN_FROM} order by p.nth, p.place`,
    [held.map(({ school }) => school.urn), held.map(({ meeting }) => meeting.story.onDay)]);
  const byPlace = new Map<number, AbsentPupil[]>();
  for (const { nth, ...pupil } of rows) byPlace.set(nth, [...(byPlace.get(nth) ?? []), pupil]);
  const found = new Map<PlannedMeeting, Map<Urn, readonly SpokenOf[]>>();
  held.forEach(({ meeting, school }, index) => {
    const own = found.get(meeting) ?? new Map<Urn, readonly SpokenOf[]>();
    own.set(school.urn, spokenOf(byPlace.get(index + 1) ?? [], school.roll, new Random(world.seed, 94, index)));
    found.set(meeting, own);
  });
  return found;
}
