import type { CohortAxis } from '@attendance/shared/attendance';

/** Where an axis stands: with each enrolment of a year, in what was missed, or with the school. */
export type AxisPlace = { readonly of: 'PUPIL' | 'CARE'; readonly column: string } | { readonly of: 'BAND' } | { readonly of: 'SCHOOL'; readonly value: string; readonly label: string };

const ofPupil = (column: string): AxisPlace => ({ of: 'PUPIL', column });
const ofCare = (column: string): AxisPlace => ({ of: 'CARE', column });

/** Whether a school `s` is one of the authority's own, or of another area and delivers all the same. */
export const SCHOOL_AREA = `case when s.la_code in (select code from authority) then 'HERE' else 'ELSEWHERE' end`;

/** Of a school `s`, whose trust is `u`. */
export const AXIS_PLACES: Readonly<Record<CohortAxis, AxisPlace>> = {
  SEX: ofPupil('sex'), YEAR_GROUP: ofPupil('year_group'), KEY_STAGE: ofPupil('key_stage'), SEN: ofPupil('sen'), PRIMARY_NEED: ofPupil('primary_need'), FSM: ofPupil('fsm'), FSM6: ofPupil('fsm6'),
  EAL: ofPupil('eal'), ETHNICITY: ofPupil('ethnicity'), ETHNICITY_MINOR: ofPupil('ethnicity_minor'), SERVICE_CHILD: ofPupil('service_child'), HOME: ofPupil('home'), NEW_TO_SCHOOL: ofPupil('new_to_school'), LAST_YEAR: ofPupil('last_year'), PART_TIME: ofPupil('part_time'),
  CARE: ofCare('care'), YOUNG_CARER: ofCare('young_carer'), YOUTH_JUSTICE: ofCare('youth_justice'), PUPIL_PREMIUM: ofCare('pupil_premium'), ENROLMENT_STATUS: ofPupil('enrolment_status'), ABSENCE_BAND: { of: 'BAND' },
  PHASE: { of: 'SCHOOL', value: 's.phase', label: 's.phase' }, SCHOOL_TYPE: { of: 'SCHOOL', value: 's.type_code::text', label: 's.type_code::text' },
  TRUST: { of: 'SCHOOL', value: 's.trust_id::text', label: 'u.name' }, LOCALITY: { of: 'SCHOOL', value: 's.locality', label: 's.locality' },
  ATTENDS: { of: 'SCHOOL', value: SCHOOL_AREA, label: SCHOOL_AREA },
};

export const OF_SCHOOL = 'join school s on s.id = t.school_id left join trust u on u.id = s.trust_id';
const NONE = `'NOT_RECORDED'`;

/** The band of absence of a year's row, by its place among the bands of five percent. */
const bandOf = (y: string): string => `case when ${y}.possible > 0 then ((${y}.authorised + ${y}.unauthorised) * 20 / ${y}.possible)::text end`;

/** Which value of an axis holds for a year's row `y` with its `enrolment_cohort` row `c`, school `s` and trust `u`. */
export function valueOn(axis: CohortAxis): string {
  const place = AXIS_PLACES[axis];
  return `coalesce(${place.of === 'SCHOOL' ? place.value : place.of === 'BAND' ? bandOf('y') : `c.${place.column}`}, ${NONE})`;
}

/** The test that a year's row `y` is of those who have a value on an axis; both arguments are SQL. */
export function holdsFor(axis: CohortAxis, value: string, year: string): string {
  const place = AXIS_PLACES[axis];
  if (place.of === 'BAND') return `coalesce(${bandOf('y')}, ${NONE}) = ${value}`;
  if (place.of === 'SCHOOL') return `y.school_id in (select s.id from school s where coalesce(${place.value}, ${NONE}) = ${value})`;
  return `y.enrolment_id in (select c.enrolment_id from enrolment_cohort c where c.academic_year = ${year} and coalesce(c.${place.column}, ${NONE}) = ${value})`;
}
