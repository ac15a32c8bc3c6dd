import type { Judgement } from '../../../platform/loading/index.ts';

const SAME_NAME = 'lower(p.legal_surname) = lower(s.legal_surname) and lower(p.legal_forename) = lower(s.legal_forename)';

/** The day a stay ends as it will stand: what the file says, or what is held where it has no such column. */
const END = 'case when s.says_end then s.ends_on else (select h.ends_on from enrolment h where h.id = s.enrolment_id) end';

/** What only the database knows of the rows of a roll: which child and which stay each means, and what contradicts what is held. */
export const ROLL_JUDGEMENTS = (schoolId: number): readonly (Judgement | string)[] => [
  {
    column: 'UPN', reason: 'This UPN stands in more than one row. Which of them is right cannot be known.',
    rows: 'select line, upn as value from load_stage where upn in (select upn from load_stage group by 1 having count(*) > 1)',
  },
  {
    column: 'UPN', reason: 'A pupil of this name and date of birth stands in the file with another UPN as well. Leave out the one that is no longer used.',
    rows: `select s.line, s.upn as value from load_stage s join load_stage p on p.line <> s.line and p.born_on = s.born_on and ${SAME_NAME}`,
  },
  `update load_stage s set pupil_id = p.id from pupil p where p.upn = s.upn`,
  // A number that was replaced still names its child: the one held now is kept.
  `update load_stage s set pupil_id = p.id, upn = p.upn, former_upn = p.former_upn from pupil p where s.pupil_id is null and p.former_upn = s.upn`,
  `update load_stage s set pupil_id = p.id from pupil p where s.pupil_id is null and p.upn = s.former_upn`,
  {
    column: 'UPN', reason: 'The portal knows this UPN as another child’s: name and date of birth both differ. Check the UPN with the school.',
    rows: `select s.line, s.upn as value from load_stage s join pupil p on p.id = s.pupil_id where p.born_on <> s.born_on and not (${SAME_NAME})`,
  },
  {
    column: 'UPN', reason: 'A pupil of this name and date of birth is held at this school with another UPN. If it is the same child, add a column “Former UPN” with the old one.',
    rows: `select s.line, s.upn as value from load_stage s join pupil p on p.born_on = s.born_on and ${SAME_NAME}
      where s.pupil_id is null and exists (select from enrolment e where e.pupil_id = p.id and e.school_id = ${schoolId})`,
  },
  `update load_stage s set enrolment_id = e.id, starts_on = e.starts_on from enrolment e where e.pupil_id = s.pupil_id and e.school_id = ${schoolId}
     and (e.starts_on = s.starts_on or (s.starts_on is null and e.starts_on = (select max(l.starts_on) from enrolment l where l.pupil_id = e.pupil_id and l.school_id = e.school_id)))`,
  {
    column: 'Date of joining', reason: 'This is blank, and the portal holds no stay of this pupil at the school.',
    rows: `select s.line, '' as value from load_stage s where s.starts_on is null`,
  },
  {
    column: 'Date of leaving', reason: 'This is before the date of joining.',
    rows: `select s.line, s.ends_on::text as value from load_stage s where s.says_end and s.ends_on < s.starts_on`,
  },
  {
    column: 'Date of joining', reason: 'The pupil is held at this school at the same time with another date of joining. Use that date, or end that stay first.',
    rows: `select s.line, s.starts_on::text as value from load_stage s join enrolment e on e.pupil_id = s.pupil_id and e.school_id = ${schoolId} and e.id is distinct from s.enrolment_id
      where daterange(e.starts_on, e.ends_on, '[]') && daterange(s.starts_on, ${END}, '[]')`,
  },
];
