import { Roles1790000000001 } from './1790000000001-roles.ts';
import { Identity1790000000002 } from './1790000000002-identity.ts';
import { Organisations1790000000003 } from './1790000000003-organisations.ts';
import { Pupils1790000000004 } from './1790000000004-pupils.ts';
import { Registers1790000000005 } from './1790000000005-registers.ts';
import { Audit1790000000006 } from './1790000000006-audit.ts';
import { IdentityFunctions1790000000007 } from './1790000000007-identity-functions.ts';
import { Undo1790000000008 } from './1790000000008-undo.ts';
import { Spreading1790000000009 } from './1790000000009-spreading.ts';
import { Published1790000000010 } from './1790000000010-published.ts';
import { CountsGiven1790000000011 } from './1790000000011-counts-given.ts';
import { Standing1790000000012 } from './1790000000012-standing.ts';
import { Patterns1790000000013 } from './1790000000013-patterns.ts';
import { Watching1790000000014 } from './1790000000014-watching.ts';
import { Barriers1790000000015 } from './1790000000015-barriers.ts';
import { Explaining1790000000017 } from './1790000000017-explaining.ts';
import { Cohorts1790000000018 } from './1790000000018-cohorts.ts';
import { WorkLists1790000000019 } from './1790000000019-work-lists.ts';
import { Siblings1790000000020 } from './1790000000020-siblings.ts';
import { Residence1790000000021 } from './1790000000021-residence.ts';
import { Meetings1790000000022 } from './1790000000022-meetings.ts';
import { Tasks1790000000023 } from './1790000000023-tasks.ts';
import { TaskReminders1790000000024 } from './1790000000024-task-reminders.ts';
import { Documents1790000000025 } from './1790000000025-documents.ts';
import { Communications1790000000026 } from './1790000000026-communications.ts';
import { MeetingRecord1790000000027 } from './1790000000027-meeting-record.ts';
import { Packs1790000000029 } from './1790000000029-packs.ts';
import { Planner1790000000028 } from './1790000000028-planner.ts';
import { Impact1790000000030 } from './1790000000030-impact.ts';
import { MeetingMessages1790000000031 } from './1790000000031-meeting-messages.ts';
import { PlansSaid1790000000032 } from './1790000000032-plans-said.ts';
import { EthnicGroups1790000000033 } from './1790000000033-ethnic-groups.ts';
import { MeetingFrequency1790000000034 } from './1790000000034-meeting-frequency.ts';
import { ClientBuilds1790000000035 } from './1790000000035-client-builds.ts';
import { SendTeam1790000000036 } from './1790000000036-send-team.ts';
import { ActionGroups1790000000037 } from './1790000000037-action-groups.ts';
import { SchoolPoints1790000000038 } from './1790000000038-school-points.ts';
import { BandMoves1790000000039 } from './1790000000039-band-moves.ts';
import { MeetingTidying1790000000040 } from './1790000000040-meeting-tidying.ts';
import { KeptPages1790000000041 } from './1790000000041-kept-pages.ts';
import { ListRules1790000000042 } from './1790000000042-list-rules.ts';
import { HalfTyped1790000000043 } from './1790000000043-half-typed.ts';
import { CohortPoints1790000000044 } from './1790000000044-cohort-points.ts';
import { MeetingOfficers1790000000047 } from './1790000000047-meeting-officers.ts';
import { MeetingCalendar1790000000048 } from './1790000000048-meeting-calendar.ts';
import { MeetingClocks1790000000049 } from './1790000000049-meeting-clocks.ts';
import { MeetingTermMessage1790000000050 } from './1790000000050-meeting-term-message.ts';
import { TierSettings1790000000051 } from './1790000000051-tier-settings.ts';
import { PublishedGroups1790000000052 } from './1790000000052-published-groups.ts';
import { RecentPoints1790000000053 } from './1790000000053-recent-points.ts';
import { TermSummaries1790000000056 } from './1790000000056-term-summaries.ts';
import { MeetingOthers1790000000057 } from './1790000000057-meeting-others.ts';
import { WeeksOfYear1790000000058 } from './1790000000058-weeks-of-year.ts';
import { NamingOfficers1790000000059 } from './1790000000059-naming-officers.ts';
import { WhyNot1790000000060 } from './1790000000060-why-not.ts';

/** The one migration history, in order, listed by hand: a file that is not here does not run. */
export const MIGRATIONS = [
  Roles1790000000001,
  Identity1790000000002,
  Organisations1790000000003,
  Pupils1790000000004,
  Registers1790000000005,
  Audit1790000000006,
  IdentityFunctions1790000000007,
  Undo1790000000008,
  Spreading1790000000009,
  Published1790000000010,
  CountsGiven1790000000011,
  Standing1790000000012,
  Patterns1790000000013,
  Watching1790000000014,
  Barriers1790000000015,
  Explaining1790000000017,
  Cohorts1790000000018,
  WorkLists1790000000019,
  Siblings1790000000020,
  Residence1790000000021,
  Meetings1790000000022,
  Tasks1790000000023,
  TaskReminders1790000000024,
  Documents1790000000025,
  Communications1790000000026,
  MeetingRecord1790000000027,
  Packs1790000000029,
  Planner1790000000028,
  Impact1790000000030,
  MeetingMessages1790000000031,
  PlansSaid1790000000032,
  EthnicGroups1790000000033,
  MeetingFrequency1790000000034,
  ClientBuilds1790000000035,
  SendTeam1790000000036,
  ActionGroups1790000000037,
  SchoolPoints1790000000038,
  BandMoves1790000000039,
  MeetingTidying1790000000040,
  KeptPages1790000000041,
  ListRules1790000000042,
  HalfTyped1790000000043,
  CohortPoints1790000000044,
  MeetingOfficers1790000000047,
  MeetingCalendar1790000000048,
  MeetingClocks1790000000049,
  MeetingTermMessage1790000000050,
  TierSettings1790000000051,
  PublishedGroups1790000000052,
  RecentPoints1790000000053,
  TermSummaries1790000000056,
  MeetingOthers1790000000057,
  WeeksOfYear1790000000058,
  NamingOfficers1790000000059,
  WhyNot1790000000060,
];
