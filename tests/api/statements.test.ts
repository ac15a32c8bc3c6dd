import { getNamedType, isEnumType, Kind, parse, typeFromAST, type GraphQLType, type OperationDefinitionNode } from 'graphql';
import { clientPages } from '../support/client-pages.ts';
import { contractSchema } from '../../server/src/app/contract.ts';
import { addCrowd } from '../support/crowd.ts';
import { FIGURES } from '../support/figures.ts';
import { agreeAction, agreeWide } from '../support/meeting-rows.ts';
import { knowOfficer, person } from '../support/people.ts';
import { bookOf, fileOf, openDays, sendRegisters, YESTERDAY } from '../support/register-book.ts';
import { knowTerms, PUPILS, SCHOOLS } from '../support/small-authority.ts';
import { Role, TestPortal } from '../support/test-portal.ts';
import { addSchools } from './meetings/term.ts';

jest.setTimeout(60_000);

/** Beginning, settings, audit and commit are four; the rest is what the screen itself costs. */
const SCREENS: readonly (readonly [name: string, most: number, document: string])[] = [
  ['home', 14, `query Home($take: Int!) { me { name role } authority { name } freshness { marksTo session silent { schoolId name pupils } } areaOverview { ${FIGURES} }
    schoolFigures(filter: { marks: SILENT }, take: $take) { total items { schoolId name marksTo } } deliveries(attention: true, take: $take) { total items { id fileName status school { name } } } myLooks(take: $take) { total items { at operation } } }`],
  ['area', 12, `query Area($take: Int!) { freshness { marksTo } areaOverview { ${FIGURES} lastYear { possible attended } weeks { weekStart possible lastYearPossible } phases { phase schools ${FIGURES} } } schoolFigures(take: $take) { total items { schoolId name ${FIGURES} trend silent } } }`],
  ['school', 20, `query School($take: Int!) { school(id: ${SCHOOLS.tarnbrook}) { name trust { name } officer { fullName } contacts { fullName } terms { name } closures { label } links { linkedUrn } }
    schoolOverview(schoolId: ${SCHOOLS.tarnbrook}) { ${FIGURES} weeks { weekStart possible } } yearGroupFigures(schoolId: ${SCHOOLS.tarnbrook}) { ncYear ${FIGURES} } pupilFigures(filter: { schoolId: ${SCHOOLS.tarnbrook} }, take: $take) { total items { name lastMarks possible } } }`],
  ['pupil', 16, `query Pupil($take: Int!) { pupil(id: 1000) { legalForename enrolments { school { name } ncYear } characteristics { kind } careStatuses { kind } carers { fullName } siblings { id legalForename enrolments { school { name } } } addresses { lines }
    registers { academicYear weeks { weekStart marks open changed } changes { slot } } looks(take: $take) { total items { who at } } } }`],
  ['lists of work', 7, 'query Lists($take: Int!) { workLists { kind total } workList(kind: LATENESS, sort: SCHOOL, take: $take) { total items { name schoolName sentence lastMarks } } }'],
  ['work', 12, 'query Work($take: Int!) { myWork(take: $take) { counts { overdue later } items { id what pupilName } atMySchools { total items { id } } } clocks(take: $take) { total items { id daysLeft } officers { broken } } }'],
  ['term planner', 8, 'query Planner($take: Int!) { meetingPlanner(filter: { by: OFFICER }, take: $take) { total totals { covered } groups { key totals { covered } } officers { name } work { severe actionsDue recordsDue } items { name tier { tier score measures { reason } } next { step } meetings { id status } } } }'],
  ['delivery', 8, 'query Delivery($take: Int!) { delivery(id: 1) { reference status school { name } changes { from to marks } refusedByCode { code count } refusedRows(take: $take) { total items { line why todo } } } }'],
];

/** A school that sends no registers. */
const INDEPENDENT = 990511;

/** Whose page it is, where it is no manager's. */
function readerOf(document: string): ReturnType<typeof person> | null {
  if (document.includes('meetingSummary')) return person(Role.DATA_ANALYST);
  return document.includes('partnerMeetings') ? person(Role.EARLY_HELP_WORKER, { pupils: Array.from({ length: 100 }, (_, nth) => 1000 + nth) }) : null;
}

const schema = contractSchema();
/** Something a variable of this type may be. */
function ordinary(type: GraphQLType | undefined): unknown {
  const named = getNamedType(type);
  if (isEnumType(named)) return named.getValues()[0]?.name;
  return ({ Boolean: false, Int: 1, String: 'number', ID: '1' } as Record<string, unknown>)[named?.name ?? ''] ?? {};
}

describe('what a screen asks of the database', () => {
  let portal: TestPortal;
  const manager = person(Role.TEAM_MANAGER);
  let wide = 0;
  beforeAll(async () => {
    portal = await TestPortal.open('statements');
    const crowd = await addCrowd(portal.ingest, 110, SCHOOLS.tarnbrook);
    const days = await openDays(portal, SCHOOLS.tarnbrook, '2026-09-03', YESTERDAY);
    const bad = Array.from({ length: 40 }, () => `${PUPILS.amira.upn},09/11/2026,AM,!`);
    await portal.send(fileOf(bookOf(crowd, days, (pupil) => ({ authorised: (pupil.id % 9) / 40 }))) + bad.join('\n'), SCHOOLS.tarnbrook);
    await sendRegisters(portal);
    await portal.rows(`insert into pupil_carer (pupil_id, carer_id, full_name, relationship, parental_responsibility, lives_with) select id, 500, 'A', 'Mother', true, true from generate_series(1000, 1011) id`);
    await knowOfficer(portal.ownerUrl);
    await portal.rows(`insert into barrier (title, kind, known, since_on, owner_id, school_ids, made_with) select 'Bus ' || n, 'TRANSPORT', 'No bus', '2026-11-02', 41, array[$1::int], gen_random_uuid() from generate_series(1, 110) n`, [SCHOOLS.tarnbrook]);
    await portal.rows(`insert into barrier_pupil (barrier_id, pupil_id, school_ids, restricted) select 1, id, array[$1::int], false from generate_series(1000, 1019) id`, [SCHOOLS.tarnbrook]);
    await knowTerms(portal.ownerUrl);
    await addSchools(portal, [{ id: INDEPENDENT, name: 'St Bede’s School', phase: 'INDEPENDENT', typeCode: 11 }]);
    await portal.rows(`with made as (insert into meeting (type, status, mode, on_day, at_time, minutes, officer_id, school_ids, made_with) select 'SINGLE_SCHOOL', 'BOOKED', 'REMOTE', '2026-12-02', '14:00', 65, 41, array[$1::int], gen_random_uuid() from generate_series(1, 30) returning id) insert into meeting_school (meeting_id, school_id) select id, $1 from made`, [SCHOOLS.tarnbrook]);
    await portal.rows(`insert into task (source, scope, what, school_id, pupil_id, school_ids, side, owner_id, owner, from_on, due_on, overdue_from, made_with) select 'MEETING', 'PUPIL', 'Ring ' || n, $1, 1000 + n % 100, array[$1::int], 'SCHOOL', 41, 'An officer', '2026-11-02', '2026-11-10'::date + n % 20, '2026-11-11'::date + n % 20, gen_random_uuid() from generate_series(1, 120) n`, [SCHOOLS.tarnbrook]);
    await portal.rows(`insert into clock (kind, source, source_id, what, side, school_id, school_ids, counted, started_on, due_on) select 'RECORD_DUE', 'MEETING', n, 'Issue the record', 'LA', $1, array[$1::int], 'SCHOOL_DAYS', '2026-11-02', '2026-11-10'::date + n % 20 from generate_series(1, 120) n`, [SCHOOLS.tarnbrook]);
    for (let id = 1000; id < 1110; id += 1) await agreeAction(portal, { pupilId: id, schoolId: SCHOOLS.tarnbrook, fromOn: '2026-10-05' });
    // As many drafts of referrals, made of actions of the first meeting.
    for (let id = 1000; id < 1110; id += 1) await agreeAction(portal, { pupilId: id, schoolId: SCHOOLS.tarnbrook, meetingId: 1, service: 'EARLY_HELP', status: 'OPEN' });
    await portal.rows(`insert into referral_draft (meeting_id, school_id, pupil_id, school_ids, restricted, action_id, service, reason) select meeting_id, school_id, pupil_id, school_ids, restricted, id, service, what from meeting_action where service is not null order by id`);
    for (let n = 0; n < 20; n += 1) wide = await agreeWide(portal, 'SCHOOL', { schoolId: SCHOOLS.tarnbrook, fromOn: '2026-10-05', type: 'CHECK_IN_MENTOR' });
    await portal.rows(`with made as (insert into document (kind, title, school_id, school_ids, retention_class, retain_until, made_with) select 'OTHER', 'Document ' || n, $1, array[$1::int], 'CASE', '2032-11-19', gen_random_uuid() from generate_series(1, 110) n returning id)
      insert into document_version (document_id, number, file_name, media_type, bytes, sha256, content, made_with, school_ids) select id, 1, 'a.txt', 'text/plain', 1, sha256('x'), 'x', gen_random_uuid(), array[$1::int] from made`, [SCHOOLS.tarnbrook]);
    await portal.rows(`insert into outbox_message (kind, recipient_id, period, body, document_ids) select 'MEETING_PREPARATION', 41, n::text, '{"meetingId": 1, "school": "Tarnbrook High", "dueOn": "2026-12-02"}', '{1}' from generate_series(1, 110) n`);
    await portal.ask(manager, 'mutation { createWatchList(input: { key: "of-the-screens", name: "Watched", kind: PUPILS }) { id } }');
    for (let n = 0; n < 30; n += 1) await portal.ask(person(Role.TEAM_MANAGER, {}, 100 + n), '{ pupil(id: 1000) { id } myLooks { total } }');
  });
  afterAll(() => portal.close());

  test.each(SCREENS)('the %s page is at most %i statements, whether it shows five rows or a hundred', async (_name, most, document) => {
    const few = await portal.ask(manager, document, { take: 5 });
    const many = await portal.ask(manager, document, { take: 100 });
    expect([few.errors, many.errors]).toEqual([[], []]);
    expect(JSON.stringify(many.data).length).toBeGreaterThanOrEqual(JSON.stringify(few.data).length);
    expect(many.statements).toBe(few.statements);
    expect(many.statements).toBeLessThanOrEqual(most);
  });

  test('each page of the client asks no more for a hundred rows than for five', async () => {
    const known: Readonly<Record<string, unknown>> = { id: '1', schoolId: SCHOOLS.tarnbrook, schoolIds: [SCHOOLS.tarnbrook], text: 'number', measure: 'PERSISTENT', page: 1, axis: 'SEN', across: 'SEX', by: 'ACTION_TYPE', key: 'CHECK_IN_MENTOR' };
    for (const [name, document] of clientPages()) {
      const needed = (parse(document).definitions[0] as OperationDefinitionNode).variableDefinitions ?? [];
      const variables = Object.fromEntries(needed.filter(({ type, defaultValue }) => type.kind === Kind.NON_NULL_TYPE && defaultValue === undefined).map(({ variable, type }) => [variable.name.value, known[variable.name.value] ?? ordinary(typeFromAST(schema, type))]));
      if (/\bschool\(\s*id: \$/.test(document)) variables.id = String(SCHOOLS.tarnbrook);
      if (/\bpupil\(\s*id: \$/.test(document)) variables.id = '1000';
      if (/effectOfWideAction\(|pupilsOfWideAction\(/.test(document)) variables.taskId = wide;
      if (document.includes('termSummary(')) variables.schoolId = INDEPENDENT;
      if (document.includes('tierPreview(')) variables.values = [];
      if (document.includes('draftTexts(')) variables.meetingId = 1;
      if (document.includes('explainedPupils(')) variables.filter = { measure: 'PERSISTENT', definition: 'LOCAL', side: 'OF', reason: 'RECORDED' };
      if (document.includes('explainRows(')) variables.figure = { list: 'SEVERE_NO_PLAN' };
      if (document.includes('explainedRows(')) Object.assign(variables, { figure: { rows: { measure: 'ABSENT', axis: 'SEX', value: 'F', span: 'RECENT_WEEKS' } }, line: { definition: 'LOCAL', side: 'OF', reason: 'RECORDED' } });
      const counts: number[] = [];
      for (const take of [5, 100]) {
        const answer = await portal.ask(readerOf(document) ?? manager, document, { ...variables, ...(needed.some(({ variable }) => variable.name.value === 'take') ? { take } : {}) });
        expect([name, answer.errors]).toEqual([name, []]);
        counts.push(answer.statements);
      }
      expect([name, counts[1]]).toEqual([name, counts[0]]);
      expect([name, (counts[1] ?? 0) <= 22]).toEqual([name, true]);
    }
  });
});
