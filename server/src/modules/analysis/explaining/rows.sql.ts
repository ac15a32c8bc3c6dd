import { addsSessions, definitionsOfList, isOfPersistence, isOfPlans, isPlainCount, linesOfSessions, MARK_ALPHABET, MARKS_BY_CATEGORY, type ListKind, type RecordedCounts } from '@attendance/shared/attendance';
import { weeksBegun } from '../early.sql.ts';
import { LAST_SCHOOL_DAY } from '../figures.repository.ts';
import { isInDate, isLive, saidOf } from '../plan.sql.ts';
import { COUNTS, EVERY_VALUE, groupOf, isOfSessions, MARKS, placeOf, SESSIONS, SESSIONS_OF, SPAN_FROM, type Listing } from '../pupil-figures.repository.ts';

/**
 * The SQL behind the explanation of a figure by the filter of its rows. Values $1 to $18 are those of the list itself; $19 is the
 * day the census begins its second half of summer; $20 and $21 what lists of work are tested with.
 */

const literal = (characters: string): string => `'${characters.replaceAll(`'`, `''`)}'`;
const NOWHERE = { recorded: MARK_ALPHABET, not_possible: MARKS_BY_CATEGORY.NOT_POSSIBLE, closed: MARKS_BY_CATEGORY.ADMIN } as const;
const COLUMNS = [...SESSIONS, 'coded'] as const;
/** Of a past year, its last day: nobody who came later is of it. */
const ON_DAY = 'least($8::date, make_date($1 + 1, 8, 25))';
const HAS_LEFT = `coalesce(e.ends_on < ${ON_DAY}, false)`;

/** Everything of a year in a place: `y` its registers, `s` their sessions in the weeks asked for, `b` its enrolments, with a register or on roll. */
function recordedOf(listing: Listing): string {
  const tests = groupOf(listing);
  return `y as (select y.*, ${tests.length === 0 ? 'true' : `(${tests.join(' and ')})`} as in_group from pupil_year y where y.academic_year = $1::int and ${placeOf(listing, 'y.school_id')} and ${EVERY_VALUE} and $19::date is not null),
    s as materialized (${sessionsOf(listing)}),
    b as (select e.id as enrolment_id, e.pupil_id, e.school_id, e.starts_on, e.ends_on, e.status, y.enrolment_id is not null as registered, ${HAS_LEFT} as has_left, coalesce(y.in_group, false) as in_group
      from enrolment e left join y on y.enrolment_id = e.id
      where ${placeOf(listing, 'e.school_id')} and (y.enrolment_id is not null or (e.starts_on <= ${ON_DAY} and coalesce(e.ends_on, ${ON_DAY}) >= make_date($1, 9, 1))))`;
}

/** A year's sum is kept, and of pupils nothing more is asked; sessions that count nowhere, some weeks, a half day and a code are counted from the weeks. */
function sessionsOf(listing: Listing): string {
  const { weeks, filter: { measure, span, slot } } = listing;
  return !addsSessions(measure) && weeks === null && !span && typeof slot !== 'number' ? ofYear() : ofWeeks(listing);
}

const ofYear = (): string => `select y.enrolment_id, y.pupil_id, y.school_id, y.in_group, ${SESSIONS.map((name) => `y.${name}::int as ${name}, coalesce(l.${name}, 0)::int as after_${name}`).join(', ')}, 0 as coded, 0 as after_coded, 0 as recorded, 0 as not_possible, 0 as closed
  from y left join (select w.enrolment_id, ${SESSIONS.map((name) => `sum(w.${name}) as ${name}`).join(', ')} from register_week w where w.week_start between $19::date and make_date($1 + 1, 8, 25) group by 1) l on l.enrolment_id = y.enrolment_id`;

function ofWeeks({ filter: { slot, span, code } }: Listing): string {
  const isOfSlot = typeof slot === 'number';
  const countIn = (marks: string): string => (isOfSlot ? `(strpos(${literal(marks)}, substr(w.marks, $14::int + 1, 1)) > 0)::int` : `(length(w.marks) - length(translate(w.marks, ${literal(marks)}, '')))`);
  const counts: Readonly<Record<(typeof COLUMNS)[number], string>> = {
    ...Object.fromEntries(SESSIONS.map((name) => [name, isOfSlot ? countIn(MARKS[name]) : `w.${name}`])) as Record<(typeof SESSIONS)[number], string>,
    coded: code ? `(length(w.marks) - length(replace(w.marks, $15::text, '')))` : '0',
  };
  const last = span ? `join pupil_standing d on d.enrolment_id = y.enrolment_id and d.academic_year = y.academic_year` : '';
  const within = span ? ` and w.week_start ${span === 'LATEST_WEEK' ? '=' : '>='} ${SPAN_FROM[span]}` : '';
  return `select y.enrolment_id, y.pupil_id, y.school_id, y.in_group, ${COLUMNS.map((name) => `sum(${counts[name]})::int as ${name}, coalesce(sum(${counts[name]}) filter (where w.week_start >= $19::date), 0)::int as after_${name}`).join(', ')},
      ${Object.entries(NOWHERE).map(([name, marks]) => `sum(${countIn(marks)})::int as ${name}`).join(', ')}
    from y ${last} join register_week w on w.enrolment_id = y.enrolment_id and w.week_start between greatest($10::date, make_date($1, 8, 26)) and least($11::date, make_date($1 + 1, 8, 25))${within}
    group by 1, 2, 3, 4`;
}

/** On which line each enrolment stands, with how many sessions. Twin of lineOfEnrolment and sessionsByLine in shared/src/attendance. */
function linesOf({ filter: { measure, code } }: Listing): string {
  if (!isOfSessions(measure)) {
    return `lines as (select b.enrolment_id, b.pupil_id, b.school_id, case when not b.registered then case when b.has_left then 'LEFT_BEFORE' else 'NO_REGISTER' end
        when not b.in_group then 'OUTSIDE_GROUP' when t.enrolment_id is null then 'OTHER_WEEKS' when ${COUNTS[measure]} then 'IN_FIGURE' when t.possible = 0 then 'NO_SESSIONS' else 'REST' end as reason, 1 as n
      from b left join s t on t.enrolment_id = b.enrolment_id)`;
  }
  const lines = linesOfSessions(measure, code ?? null).map(({ reason, plus, minus }) => `('${reason}', case when s.in_group then ${[plus.map(columnOf).join(' + '), ...minus.map(columnOf)].join(' - ')} else 0 end)`);
  return `lines as (select s.enrolment_id, s.pupil_id, s.school_id, l.reason, l.n from s cross join lateral (values ('OUTSIDE_GROUP', case when s.in_group then 0 else s.recorded end), ${lines.join(', ')}) l(reason, n) where l.n > 0)`;
}
const COLUMN_NAMES: Readonly<Record<keyof RecordedCounts, string>> = {
  possible: 'possible', attended: 'attended', authorised: 'authorised', unauthorised: 'unauthorised', lateBefore: 'late_before', lateAfter: 'late_after', missing: 'missing', coded: 'coded', recorded: 'recorded', notPossible: 'not_possible', closed: 'closed',
};
const columnOf = (name: keyof RecordedCounts): string => `s.${COLUMN_NAMES[name]}`;

/** Twin of leftOutBy in shared/src/attendance, of an enrolment `f` with its age and the phase of its school. */
const NATIONAL = `case when f.age < 5 then 'TOO_YOUNG' when f.age > 15 then 'TOO_OLD' when f.status = 'G' then 'GUEST' when f.phase not in ('PRIMARY', 'SECONDARY', 'SPECIAL', 'ALL_THROUGH') then 'SCHOOL_KIND' end`;

/** The enrolments of the group, each with what the other definitions ask of it. Age is told for leavers too, as `enrolment_ages` says. */
const POPULATION = `f as (select s.*, b.starts_on, b.status, b.has_left, c.phase, a.age, row_number() over (partition by s.pupil_id order by s.possible desc, s.enrolment_id) as turn,
    ${COLUMNS.map((name) => `(sum(s.${name}) over (partition by s.pupil_id))::int as pooled_${name}`).join(', ')}
  from s join b on b.enrolment_id = s.enrolment_id join school c on c.id = s.school_id join enrolment_ages($1::int, $5::int) a on a.enrolment_id = s.enrolment_id where s.in_group)`;

/** What an enrolment `t` adds to the part and to the whole of a figure. Twin of rowShareOf in shared/src/attendance. */
function sharesOf({ filter: { measure } }: Listing): readonly [part: string, whole: string] {
  const part = isOfSessions(measure) ? SESSIONS_OF[measure] : `(${COUNTS[measure]})::int`;
  if (isPlainCount(measure)) return [part, part];
  if (!isOfSessions(measure)) return [part, '(t.possible > 0)::int'];
  return [part, measure === 'MISSING' ? '(t.possible + t.missing)' : 't.possible'];
}

/** On which side of each definition every enrolment of the group falls, beside ours. Twin of sideOf in shared/src/attendance. */
function sidesOf(listing: Listing): string {
  const [part, whole] = sharesOf(listing);
  const own = COLUMNS.map((name) => `f.${name}`).join(', ');
  const left = (share: string): string => `case when t.reason is null then ${share} else 0 end`;
  return `d as (select l.definition, l.reason, f.enrolment_id, f.pupil_id, f.school_id, ${COLUMNS.map((name) => `l.${name}`).join(', ')} from f cross join lateral (values
      ('LOCAL', null::text, ${own}), ('BY_PUPIL', case when f.turn > 1 then 'SAME_PUPIL' end, ${COLUMNS.map((name) => `f.pooled_${name}`).join(', ')}), ('ON_ROLL', case when f.has_left then 'LEFT' end, ${own}), ('DFE_DAILY', ${NATIONAL}, ${own}),
      ('DFE_CENSUS', coalesce(${NATIONAL}, case when f.starts_on >= $19::date then 'STARTED_LATE' when f.age = 15 and f.possible > 0 and f.possible = f.after_possible then 'NO_SESSIONS_LEFT' end), ${COLUMNS.map((name) => `case when f.age = 15 then f.${name} - f.after_${name} else f.${name} end`).join(', ')})) l(definition, reason, ${COLUMNS.join(', ')})),
    ours as (select t.enrolment_id, t.possible, t.authorised + t.unauthorised as absent, (${part})::int as part, (${whole})::int as whole from f t),
    theirs as (select t.*, (${left(part)})::int as their_part, (${left(whole)})::int as their_whole from d t),
    sides as (select t.definition, ${sideCase(isOfSessions(listing.filter.measure))} as side, case when (o.part, o.whole) = (t.their_part, t.their_whole) then null else coalesce(t.reason, case t.definition when 'BY_PUPIL' then 'POOLED' when 'DFE_CENSUS' then 'YEAR_11' end) end as reason,
        t.enrolment_id, t.pupil_id, t.school_id, o.part, o.whole, t.their_part, t.their_whole, o.possible, o.absent, case when t.reason is null then t.possible else 0 end as their_possible, case when t.reason is null then t.authorised + t.unauthorised else 0 end as their_absent
      from theirs t join ours o on o.enrolment_id = t.enrolment_id)`;
}
const sideCase = (ofSessions: boolean): string => `case when (o.part, o.whole) = (t.their_part, t.their_whole) then 'SAME' when t.reason is not null then 'LEFT_OUT' ${ofSessions ? `else 'FEWER'` : `when o.part > t.their_part then 'ONLY_HERE' else 'ONLY_THERE'`} end`;

/** Lines and sides of the figure of a list of rows. */
export const partsOfRows = (listing: Listing): string => `with ${recordedOf(listing)}, ${linesOf(listing)}, ${POPULATION}, ${sidesOf(listing)}`;

/** Twins of isOnPlanList in shared/src/attendance; $20 is how many school weeks a word on a plan is in date. */
const ON_PLAN_LIST = { SEVERE_NO_PLAN: `not ${isLive('$20')}`, SEVERE_PLAN_NOT_WORKING: `${isInDate('$20')} and said.status = 'IN_PLACE_NOT_WORKING'` } as const;
/** The number that law or guidance names, where a list looks ahead of it: in the unit of the standing `d`. $21 is that number. */
const REACHES_LEGAL: Readonly<Partial<Record<ListKind, string>>> = { PENALTY_WATCH: 'd.penalty >= $21::int', TEN_DAY: 'd.unauthorised_run >= $21::int * 2', FIFTEEN_DAY: 'd.ill_sessions >= $21::int * 2' };

/** Lines and sides of a list of work: who of everyone recorded is on it, and why others are not. Twin of lineOfListed in shared/src/attendance. */
export function partsOfList(kind: ListKind, listing: Listing, shownFrom: number): string {
  const severe = isOfPlans(kind) ? ON_PLAN_LIST[kind] : null;
  const isShown = isOfPersistence(kind) ? [`when not c.shown then 'TOO_FEW_WEEKS'`] : [];
  const legal = REACHES_LEGAL[kind];
  const others: Readonly<Record<ReturnType<typeof definitionsOfList>[number], string>> = { BY_PUPIL: `case when f.turn > 1 then 'SAME_PUPIL' end`, DFE_DAILY: NATIONAL, LEGAL: `case when not f.is_legal then 'UNDER_LEGAL' end` };
  return `with ${recordedOf(listing)},
    kept as (select m.enrolment_id from work_list_member m join b on b.enrolment_id = m.enrolment_id where m.kind = '${severe === null ? kind : 'SEVERE'}' and m.academic_year = $1::int),
    ${severe === null ? 'said as (select null::int as enrolment_id where false)' : saidOf('kept', '$8')},
    m as (select kept.enrolment_id, ${severe ?? 'true'} as is_on from kept left join said on said.enrolment_id = kept.enrolment_id where ($20::int, $21::int) is not null),
    c as (select s.id as school_id, ${weeksBegun('s.id', '$1::int', `(select max(p.marks_to) from pupil_standing p where p.school_id = s.id and p.academic_year = $1::int)`, String(shownFrom + 1))} > ${shownFrom} as shown,
        coalesce((select max(p.marks_to) from pupil_standing p where p.school_id = s.id and p.academic_year = $1::int) < ${LAST_SCHOOL_DAY('s.id', '$8')}, false) as silent
      from school s where ${placeOf(listing, 's.id')}),
    lines as (select b.enrolment_id, b.pupil_id, b.school_id, case when not b.registered then case when b.has_left then 'LEFT_BEFORE' else 'NO_REGISTER' end
        when not b.in_group then 'OUTSIDE_GROUP' when m.is_on then 'IN_FIGURE' when m.enrolment_id is not null then 'PLAN_SAYS_OTHERWISE' when b.ends_on < d.marks_to then 'OFF_ROLL' ${isShown.join(' ')}
        when t.possible = 0 then 'NO_SESSIONS' when c.silent then 'SILENT' else 'BELOW_RULE' end as reason, 1 as n
      from b left join s t on t.enrolment_id = b.enrolment_id left join m on m.enrolment_id = b.enrolment_id left join pupil_standing d on d.enrolment_id = b.enrolment_id and d.academic_year = $1::int join c on c.school_id = b.school_id),
    f as (select l.enrolment_id, l.pupil_id, l.school_id, b.status, k.phase, a.age, s.possible, s.authorised + s.unauthorised as absent, row_number() over (partition by l.pupil_id order by s.possible desc, l.enrolment_id) as turn, ${legal ?? 'true'} as is_legal
      from lines l join b on b.enrolment_id = l.enrolment_id join s on s.enrolment_id = l.enrolment_id join school k on k.id = l.school_id join pupil_standing d on d.enrolment_id = l.enrolment_id join enrolment_ages($1::int, $5::int) a on a.enrolment_id = l.enrolment_id
      where l.reason = 'IN_FIGURE'),
    sides as (select v.definition, case when v.reason is null then 'SAME' else 'LEFT_OUT' end as side, v.reason, f.enrolment_id, f.pupil_id, f.school_id, 1 as part, 1 as whole, (v.reason is null)::int as their_part, (v.reason is null)::int as their_whole,
        f.possible, f.absent, case when v.reason is null then f.possible else 0 end as their_possible, case when v.reason is null then f.absent else 0 end as their_absent
      from f cross join lateral (values ('LOCAL', null::text)${definitionsOfList(kind).map((name) => `, ('${name}', ${others[name]})`).join('')}) v(definition, reason))`;
}
