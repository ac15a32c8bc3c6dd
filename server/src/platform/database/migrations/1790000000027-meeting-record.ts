import { reachPolicies } from '../row-policies.ts';
import { ForwardOnly } from './forward-only.ts';
import { MEETING_RECORD_FUNCTIONS } from './meeting-record-functions.ts';
import { followsPupil } from './sql-text.ts';

const OF_CHILD_AND_SCHOOL = { school: 'school_id', schools: 'school_ids', pupil: 'pupil_id', restricted: 'restricted' };
/** Columns of a row about a school's part in a meeting, and maybe about a child. */
const ABOUT = `meeting_id integer not null references meeting (id), school_id integer not null references school (id), pupil_id integer references pupil (id), school_ids integer[] not null, restricted boolean not null default false`;
const TABLES = ['meeting_answer', 'meeting_answer_lost', 'meeting_pupil', 'meeting_action', 'referral_draft'];

/**
 * What is said before, in and after a meeting. Each box of a form is one row of `meeting_answer` with a version of its own, so that
 * two people write side by side; what another's text gives way to, and what came too late, stands in `meeting_answer_lost`.
 */
export class MeetingRecord1790000000027 extends ForwardOnly {
  readonly statements = [
    `alter table meeting add column held_on date, add column started_at timestamptz, add column issued_on date, add column comments_until date, add column locked_on date`,
    `alter table meeting_school add column prepared_at timestamptz, add column prepared_by integer references app_user (id)`,
    // Who has the papers open, and where: gone when nobody says so again.
    `create unlogged table meeting_presence (
      meeting_id integer not null references meeting (id) on delete cascade,
      user_id integer not null references app_user (id),
      reading text not null default '',
      school_ids integer[] not null,
      at timestamptz not null default clock_timestamp(),
      primary key (meeting_id, user_id),
      constraint meeting_presence_reading check (length(reading) <= 80)
    )`,
    ...reachPolicies('meeting_presence', { schools: 'school_ids' }),
    `create table meeting_answer (
      id integer generated always as identity primary key, ${ABOUT},
      place text not null,
      subject text not null default '',
      field text not null,
      value text not null,
      version integer not null default 1,
      by_id integer references app_user (id),
      at timestamptz not null default clock_timestamp(),
      constraint meeting_answer_one unique (meeting_id, school_id, place, subject, field),
      constraint meeting_answer_place check (place in ('PREPARATION', 'PARTNER', 'NOTES', 'PRESENT', 'SECTION', 'COHORT', 'PUPIL', 'COMMENT')),
      constraint meeting_answer_length check (length(value) <= 10000 and length(subject) <= 80 and length(field) <= 40)
    )`,
    `create table meeting_answer_lost (
      id bigint generated always as identity primary key, ${ABOUT},
      place text not null,
      subject text not null,
      field text not null,
      value text not null,
      version integer not null,
      by_id integer references app_user (id),
      at timestamptz not null default clock_timestamp(),
      too_late boolean not null
    )`,
    `create index meeting_answer_lost_one on meeting_answer_lost (meeting_id, school_id, place, subject, field)`,
    // Who is spoken about, and why: proposed when the pack was frozen, or added by hand. Left out again only with a reason.
    `create table meeting_pupil (
      id integer generated always as identity primary key, ${ABOUT},
      origin text not null,
      priority text,
      also text[] not null default '{}',
      reason text not null,
      position smallint not null,
      was_persistent boolean not null default false,
      was_severe boolean not null default false,
      added_by integer references app_user (id),
      removed_reason text,
      removed_by integer references app_user (id),
      constraint meeting_pupil_one unique (meeting_id, school_id, pupil_id),
      constraint meeting_pupil_named check (pupil_id is not null),
      constraint meeting_pupil_origin check (origin in ('PROPOSED', 'SCHOOL', 'OFFICER')),
      constraint meeting_pupil_texts check (length(reason) between 1 and 500 and length(removed_reason) between 1 and 500)
    )`,
    `create table meeting_cohort (
      id integer generated always as identity primary key,
      meeting_id integer not null references meeting (id),
      school_id integer not null references school (id),
      cohort text not null,
      label text not null,
      pupils integer not null,
      persistent integer not null,
      reason text not null,
      origin text not null,
      removed_reason text,
      constraint meeting_cohort_one unique (meeting_id, school_id, cohort),
      constraint meeting_cohort_origin check (origin in ('PROPOSED', 'SCHOOL', 'OFFICER'))
    )`,
    // Agreed in the room. When the record is issued each becomes a task of its owner, and this row holds its number.
    `create table meeting_action (
      id integer generated always as identity primary key, ${ABOUT},
      type text,
      scope text not null,
      what text not null,
      side text not null,
      owner_id integer references app_user (id),
      owner text not null,
      due_on date not null,
      priority text not null default 'NORMAL',
      service text,
      carried_from integer references task (id),
      task_id integer references task (id),
      dropped_at timestamptz,
      version integer not null default 1,
      made_with uuid not null,
      made_by integer references app_user (id),
      made_at timestamptz not null default now(),
      constraint meeting_action_made_once unique (made_with),
      constraint meeting_action_scope check (scope in ('SCHOOL', 'COHORT', 'PUPIL', 'AREA')),
      constraint meeting_action_about check ((scope = 'PUPIL') = (pupil_id is not null)),
      constraint meeting_action_texts check (length(what) between 1 and 500 and length(owner) between 1 and 120)
    )`,
    `create index meeting_action_meeting on meeting_action (meeting_id)`,
    `create index meeting_action_task on meeting_action (task_id)`,
    // A request for a service, as agreed: casework will take these over.
    `create table referral_draft (
      id integer generated always as identity primary key, ${ABOUT},
      action_id integer not null references meeting_action (id),
      service text not null,
      reason text not null,
      status text not null default 'DRAFT',
      made_at timestamptz not null default now(),
      constraint referral_draft_one unique (action_id),
      constraint referral_draft_status check (status in ('DRAFT', 'WITHDRAWN'))
    )`,
    ...TABLES.flatMap((table) => [`create index ${table}_pupil on ${table} (pupil_id)`, `create index ${table}_school_ids on ${table} using gin (school_ids)`, ...reachPolicies(table, OF_CHILD_AND_SCHOOL), ...followsPupil(table)]),
    ...reachPolicies('meeting_cohort', { school: 'school_id' }),
    // An officer's own notes are for the authority alone.
    ...['meeting_answer', 'meeting_answer_lost'].map((table) => `create policy ${table}_notes on ${table} as restrictive for select to reach_schools, reach_pupils using (place <> 'NOTES')`),
    ...MEETING_RECORD_FUNCTIONS,
  ];
}
