import { COHORT_AXES, type CohortAxis } from '@attendance/shared/attendance';
import { registerEnumType } from 'type-graphql';

type AxisEnum = { readonly [Axis in CohortAxis]: Axis };
/** The axes of the shared rules as the API names them. */
export const CohortAxisEnum = Object.fromEntries(Object.keys(COHORT_AXES).map((axis) => [axis, axis])) as AxisEnum;
registerEnumType(CohortAxisEnum, { name: 'CohortAxis', description: 'A way to tell pupils apart, as they stand today.' });
