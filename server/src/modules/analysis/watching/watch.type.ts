import { Field, ID, Int, ObjectType } from 'type-graphql';
import { WorkListKind } from '../work-list.inputs.ts';
import { WatchKind } from './watch.inputs.ts';

@ObjectType('WatchList', { description: 'A named list of children or of schools that somebody watches.' })
export class WatchListType {
  @Field(() => ID) id: number;
  @Field(() => String) name: string;
  @Field(() => WatchKind) kind: WatchKind;
  @Field(() => Boolean, { description: 'Read by everybody who reads pupils of the whole authority. Only the owner changes it.' }) shared: boolean;
  @Field(() => Boolean) isMine: boolean;
  @Field(() => String) ownerName: string;
  @Field(() => Int, { description: 'What a change must name; it goes up with each.' }) version: number;
  @Field(() => Int, { description: 'Members within reach of whoever asks.' }) members: number;
  @Field(() => [WorkListKind]) alertKinds: WorkListKind[];
  @Field(() => Int, { nullable: true, description: 'Percentage points.' }) alertFallPoints: number | null;
  @Field(() => Int, { nullable: true, description: 'School days.' }) alertSilentDays: number | null;
  @Field(() => Boolean, { description: 'Whether the child or school asked about is on it.' }) holds: boolean;
}

@ObjectType('WatchedRecent', { description: 'The last school weeks of one enrolment, from where its school’s marks make them begin.' })
export class WatchedRecentType {
  @Field(() => ID) enrolmentId: number;
  @Field(() => String) schoolName: string;
  @Field(() => String, { description: 'A Monday.' }) from: string;
  @Field(() => Int) possible: number;
  @Field(() => Int) absent: number;
}

@ObjectType('WatchedPupil', { description: 'A child on a watch list, with current figures over all enrolments on roll.' })
export class WatchedPupilType {
  @Field(() => ID) entryId: number;
  @Field(() => ID) pupilId: number;
  @Field(() => String) name: string;
  @Field(() => String) ncYear: string;
  @Field(() => String, { nullable: true }) form: string | null;
  @Field(() => Int, { nullable: true }) schoolId: number | null;
  @Field(() => String) schoolName: string;
  @Field(() => String) why: string;
  @Field(() => String) watchedOn: string;
  @Field(() => Int, { description: 'Possible sessions of this academic year so far.' }) possible: number;
  @Field(() => Int) absent: number;
  @Field(() => Int, { description: 'Possible sessions of the last school weeks.' }) recentPossible: number;
  @Field(() => Int) recentAbsent: number;
  @Field(() => [WatchedRecentType], { description: 'The same by enrolment: schools’ last weeks may begin on different days.' }) recent: WatchedRecentType[];
  @Field(() => Int, { description: 'Possible sessions from the week in which watching began.' }) sincePossible: number;
  @Field(() => Int) sinceAbsent: number;
  @Field(() => String) sentence: string;
}

@ObjectType('WatchedSchool', { description: 'A school on a watch list, with current figures within reach.' })
export class WatchedSchoolType {
  @Field(() => ID) entryId: number;
  @Field(() => Int) schoolId: number;
  @Field(() => String) name: string;
  @Field(() => String) why: string;
  @Field(() => String) watchedOn: string;
  @Field(() => Int) possible: number;
  @Field(() => Int) absent: number;
  @Field(() => Int) recentPossible: number;
  @Field(() => Int) recentAbsent: number;
  @Field(() => String, { nullable: true, description: 'The Monday from which the last school weeks are counted.' }) recentFrom: string | null;
  @Field(() => Int) sincePossible: number;
  @Field(() => Int) sinceAbsent: number;
  @Field(() => Int, { description: 'School days since its last marks.' }) silentDays: number;
  @Field(() => String) sentence: string;
}

@ObjectType('WatchListPage')
export class WatchListPageType {
  @Field(() => WatchListType) list: WatchListType;
  @Field(() => [WatchedPupilType], { description: 'Empty for a list of schools.' }) pupils: WatchedPupilType[];
  @Field(() => [WatchedSchoolType], { description: 'Empty for a list of children.' }) schools: WatchedSchoolType[];
}

@ObjectType('WatchColleague', { description: 'Somebody a shared list may be handed over to.' })
export class WatchColleagueType {
  @Field(() => ID) id: number;
  @Field(() => String) name: string;
  @Field(() => String) jobTitle: string;
}

@ObjectType('SavedView', { description: 'A list page under a name, to be opened again.' })
export class SavedViewType {
  @Field(() => ID) id: number;
  @Field(() => String) name: string;
  @Field(() => String) path: string;
  @Field(() => Boolean) shared: boolean;
  @Field(() => Boolean) isMine: boolean;
  @Field(() => String) ownerName: string;
  @Field(() => Int) version: number;
  @Field(() => Boolean) alertJoins: boolean;
  @Field(() => Int, { nullable: true, description: 'Rows now, within reach of whoever asks; only for a list of work.' }) total: number | null;
}

@ObjectType('WatchAlert', { description: 'Something that is so now of those one watches, and was not when it was last read.' })
export class WatchAlertType {
  @Field(() => String, { description: 'What markAlertsRead takes.' }) id: string;
  @Field(() => String, { description: 'The list or view it comes from.' }) from: string;
  @Field(() => String, { description: 'Where the list or view is.' }) fromPath: string;
  @Field(() => ID, { nullable: true }) pupilId: number | null;
  @Field(() => Int, { nullable: true }) schoolId: number | null;
  @Field(() => String) name: string;
  @Field(() => String, { description: 'What became so: the name of a list of work, or of what happened to a school.' }) what: string;
  @Field(() => String) sentence: string;
}

@ObjectType('WatchAlerts')
export class WatchAlertsType {
  @Field(() => Int) total: number;
  @Field(() => [WatchAlertType]) items: WatchAlertType[];
}

@ObjectType('DigestLine', { description: 'How much changed on one list or view, and where it is read.' })
export class DigestLineType {
  @Field(() => String, { description: 'PUPILS, SCHOOLS or VIEW.' }) of: string;
  @Field(() => ID, { description: 'Of the list or view.' }) sourceId: number;
  @Field(() => Int) changes: number;
  @Field(() => String) path: string;
}

@ObjectType('WeeklyDigest', { description: 'One’s own message of a week: counts and addresses, no name.' })
export class WeeklyDigestType {
  @Field(() => String, { description: 'ISO week, such as 2026-W47.' }) week: string;
  @Field(() => String) status: string;
  @Field(() => Date) writtenAt: Date;
  @Field(() => Int) changes: number;
  @Field(() => [DigestLineType]) lines: DigestLineType[];
}

@ObjectType('DigestState')
export class DigestStateType {
  @Field(() => Boolean, { description: 'Whether one is written each week in which something changed.' }) on: boolean;
  @Field(() => WeeklyDigestType, { nullable: true }) latest: WeeklyDigestType | null;
}
