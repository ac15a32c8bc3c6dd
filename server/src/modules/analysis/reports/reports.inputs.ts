import { ReportCellKind, ReportFilterKind } from '@attendance/shared/attendance';
import { Field, InputType, Int, registerEnumType } from 'type-graphql';

registerEnumType(ReportCellKind, { name: 'ReportCellKind', description: 'What a cell holds. POINTS are percentage points; DATE is an ISO day.' });
registerEnumType(ReportFilterKind, { name: 'ReportFilterKind', description: 'What a part of a report may be narrowed by.' });

@InputType({ description: 'What a report is narrowed by. A part leaves out of account what it does not take.' })
export class ReportFilter {
  @Field(() => String, { nullable: true }) phase?: string | null;
  @Field(() => Int, { nullable: true }) schoolId?: number | null;
  @Field(() => String, { nullable: true }) ncYear?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Only schools whose named officer is asking.' }) mine?: boolean | null;
  @Field(() => String, { nullable: true, description: 'Of a pupil list: which list behind a figure, such as PERSISTENT.' }) threshold?: string | null;
}
