import type { Judgement } from '../../../platform/loading/index.ts';

/** Which person each row means, and what the database does not know of what it names. */
export const PEOPLE_JUDGEMENTS: readonly (Judgement | string)[] = [
  {
    column: 'Role', reason: 'This person has this role in more than one row. Put all schools into one.',
    rows: `select line, role as value from load_stage where (issuer, email, coalesce(role, '')) in (select issuer, email, coalesce(role, '') from load_stage group by 1, 2, 3 having count(*) > 1)`,
  },
  {
    column: 'Subject', reason: 'This email address stands in the file with two subjects.',
    rows: 'select line, subject as value from load_stage where (issuer, email) in (select issuer, email from load_stage group by 1, 2 having count(distinct subject) > 1)',
  },
  // A subject given once is meant for all the rows of a person.
  `update load_stage s set subject = o.subject from load_stage o where s.subject is null and o.subject is not null and (o.issuer, o.email) = (s.issuer, s.email)`,
  `update load_stage s set user_id = u.id from app_user u where (u.issuer, u.subject) = (s.issuer, s.subject)`,
  // Where only one person of the provider has the address, and the provider said so when they signed in.
  `update load_stage s set user_id = u.id from (select issuer, lower(email) as email, min(id) as id from app_user group by 1, 2 having count(*) = 1) u
     where s.subject is null and (u.issuer, u.email) = (s.issuer, s.email)`,
  {
    column: 'Email', reason: 'Nobody with this address has signed in yet. Give the subject by which the identity provider knows the person, or let the person sign in once and load the file again.',
    rows: 'select line, email as value from load_stage where user_id is null and subject is null',
  },
  { column: 'Name', reason: 'This is blank, and a person the portal does not know yet needs a name.', rows: `select line, '' as value from load_stage where user_id is null and full_name is null` },
  { column: 'Schools', reason: 'There is no school with this URN here. Load the schools first.', rows: 'select line, urn::text as value from load_stage, unnest(school_ids) urn where not exists (select from school h where h.id = urn)' },
  { column: 'Trust', reason: 'There is no trust with this number here.', rows: 'select line, trust_id::text as value from load_stage where trust_id is not null and not exists (select from trust t where t.id = trust_id)' },
  { column: 'Caseload', reason: 'There is no pupil with this UPN here. Load the pupils first.', rows: 'select line, upn as value from load_stage, unnest(upns) upn where not exists (select from pupil p where p.upn = upn)' },
];
