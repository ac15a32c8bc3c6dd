import { Field, ID, InputType, Int, registerEnumType } from 'type-graphql';
import { WatchKind } from '@attendance/shared/attendance';
import { WorkListKind } from '../work-list.inputs.ts';

export { WatchKind };
registerEnumType(WatchKind, { name: 'WatchKind', description: 'What a watch list is of.' });

@InputType({ description: 'A new watch list. The same key twice is the same request, and gives one list.' })
export class NewWatchList {
  @Field(() => String, { description: 'Made by whoever asks, once for each list meant.' }) key: string;
  @Field(() => String) name: string;
  @Field(() => WatchKind) kind: WatchKind;
  @Field(() => Boolean, { defaultValue: false }) shared: boolean;
}

@InputType({ description: 'A watch list as it is to be; refused where its version is no longer the one given.' })
export class WatchListChange {
  @Field(() => ID) id: number;
  @Field(() => Int) version: number;
  @Field(() => String) name: string;
  @Field(() => Boolean) shared: boolean;
  @Field(() => [WorkListKind], { defaultValue: [], description: 'Of pupils: told when a child joins one of these lists of work.' }) alertKinds: WorkListKind[];
  @Field(() => Int, { nullable: true, description: 'Of schools: told when attendance of the last school weeks is so many percentage points below the weeks before.' }) alertFallPoints?: number | null;
  @Field(() => Int, { nullable: true, description: 'Of schools: told when no marks came for so many school days.' }) alertSilentDays?: number | null;
}

@InputType({ description: 'A child or a school to watch: one of the two.' })
export class NewWatch {
  @Field(() => ID) listId: number;
  @Field(() => ID, { nullable: true }) pupilId?: number | null;
  @Field(() => Int, { nullable: true }) schoolId?: number | null;
  @Field(() => String, { description: 'Why, in a sentence.' }) why: string;
}

@InputType({ description: 'A list page to keep: its address without what was typed. The same key twice gives one view.' })
export class NewSavedView {
  @Field(() => String) key: string;
  @Field(() => String) name: string;
  @Field(() => String, { description: 'Path and query of a page of lists, pupils, schools or the area.' }) address: string;
  @Field(() => Boolean, { defaultValue: false }) shared: boolean;
  @Field(() => Boolean, { defaultValue: false, description: 'For a list of work: told when a child joins it; for one by plans, who came on it and went off it.' }) alertJoins: boolean;
}

@InputType()
export class SavedViewChange {
  @Field(() => ID) id: number;
  @Field(() => Int) version: number;
  @Field(() => String) name: string;
  @Field(() => Boolean) shared: boolean;
  @Field(() => Boolean) alertJoins: boolean;
}
