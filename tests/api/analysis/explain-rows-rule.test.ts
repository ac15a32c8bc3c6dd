import {
  addsSessions, countedByPupil, countMarks, countOf, countsSession, Definition, leftOutBy, lineOfEnrolment, linesOfSessions, MARK_ALPHABET, markOfCode, MARKS_BY_CATEGORY, rowShareOf, sessionsByLine, type MarkCounts, type RecordedCounts, type RowMeasureName,
} from '@attendance/shared/attendance';
import { academicYearOfWeek } from '@attendance/shared/calendar';
import { addCrowd } from '../../support/crowd.ts';
import { person } from '../../support/people.ts';
import { fileOf, openDays, stream, YESTERDAY } from '../../support/register-book.ts';
import { SCHOOLS, TODAY } from '../../support/small-authority.ts';
import { Role, TestPortal } from '../../support/test-portal.ts';
import { wildBook } from '../../support/wild-book.ts';

jest.setTimeout(120_000);

interface Enrolled { readonly enrolmentId: number; readonly pupilId: number; readonly sex: string; readonly bornOn: string; readonly startsOn: string; readonly endsOn: string | null; readonly status: string; readonly phase: string }
interface Week { readonly weekStart: string; readonly marks: string }
interface Asked { readonly measure: RowMeasureName; readonly sex?: string; readonly from?: string; readonly to?: string; readonly slot?: number; readonly code?: string; readonly year?: number }

const PERCENTS = { persistent: 10, severe: 50, atRisk: 5 };
const ASKED: readonly Asked[] = [
  { measure: 'PERSISTENT', sex: 'F' }, { measure: 'SEVERE', sex: 'M', year: 2025 }, { measure: 'AT_RISK' }, { measure: 'NEARLY_PERSISTENT', sex: 'F', year: 2025 }, { measure: 'PERSISTENT', year: 2025, to: '2025-12-01' },
  { measure: 'ABSENT', sex: 'F', from: '2026-10-05', to: '2026-10-19' }, { measure: 'LATE', from: '2026-11-09', to: '2026-11-09' }, { measure: 'UNAUTHORISED', year: 2025, from: '2026-05-04', to: '2026-07-13' }, { measure: 'COUNTED', sex: 'M', from: '2026-11-09', to: '2026-11-16' },
  { measure: 'CODED', code: 'I' }, { measure: 'CODED', code: 'X', sex: 'M' }, { measure: 'CODED', code: 'G', year: 2025 }, { measure: 'ATTENDED', slot: 8 }, { measure: 'ABSENT', slot: 0, sex: 'F', from: '2026-09-14', to: '2026-11-09' },
];

describe('the lines and definitions of the database are the rules, of a group, of some weeks, of a code and of a half day', () => {
  let portal: TestPortal;
  let enrolments: Enrolled[];
  const weeks = new Map<number, Week[]>();
  const manager = person(Role.TEAM_MANAGER);
  beforeAll(async () => {
    portal = await TestPortal.open('explain_rows_rule');
    const crowd = await addCrowd(portal.ingest, 60, SCHOOLS.tarnbrook);
    for (const { id } of crowd) {
      const next = stream(id);
      await portal.rows('update pupil set born_on = $2, sex = $3 where id = $1', [id, `${2025 - 2 - Math.floor(next() * 16)}-${['08-31', '09-01', '02-28'][Math.floor(next() * 3)]}`, next() < 0.5 ? 'F' : 'M']);
      await portal.rows('update enrolment set starts_on = $2, status = $3 where id = $1', [id, ['2025-09-03', '2025-09-03', '2026-06-01', '2026-09-03'][Math.floor(next() * 4)], ['C', 'C', 'S', 'G'][Math.floor(next() * 4)]]);
    }
    const started = new Map((await portal.rows<{ id: number; on: string }>('select id, starts_on as on from enrolment')).map(({ id, on }) => [id, on]));
    const days = await openDays(portal, SCHOOLS.tarnbrook, '2025-09-03', YESTERDAY);
    const sent = await portal.send(fileOf(wildBook(crowd.slice(0, -2), days).filter(({ pupil, day }) => day >= (started.get(pupil.id) ?? ''))), SCHOOLS.tarnbrook);
    if (!sent.kept) throw new Error(JSON.stringify(sent.refusal));
    await portal.rows(`update enrolment set ends_on = '2026-11-06' where id = any ($1::int[])`, [crowd.slice(0, 4).map(({ id }) => id)]);
    enrolments = await portal.rows<Enrolled>(`select e.id as "enrolmentId", e.pupil_id as "pupilId", p.sex, p.born_on as "bornOn", e.starts_on as "startsOn", e.ends_on as "endsOn", e.status, s.phase from enrolment e join pupil p on p.id = e.pupil_id join school s on s.id = e.school_id where e.school_id = ${SCHOOLS.tarnbrook}`);
    for (const { enrolmentId, ...week } of await portal.rows<Week & { enrolmentId: number }>('select enrolment_id as "enrolmentId", week_start as "weekStart", marks from register_week order by 1, 2')) weeks.set(enrolmentId, [...(weeks.get(enrolmentId) ?? []), week]);
  });
  afterAll(() => portal.close());

  const filterOf = ({ measure, sex, from, to, slot, code, year }: Asked) => ({ measure, schoolId: SCHOOLS.tarnbrook, ...(sex ? { axis: 'SEX', value: sex } : {}), fromWeek: from, toWeek: to, slot, code, academicYear: year });
  const ofYear = ({ enrolmentId }: Enrolled, year = 2026): Week[] => (weeks.get(enrolmentId) ?? []).filter(({ weekStart }) => academicYearOfWeek(weekStart) === year);
  const inSpan = (asked: Asked, enrolment: Enrolled): Week[] => ofYear(enrolment, asked.year).filter(({ weekStart }) => weekStart >= (asked.from ?? '') && weekStart <= (asked.to ?? '9'));
  const countsOf = ({ slot, code }: Asked, its: readonly Week[]): RecordedCounts & MarkCounts => {
    const marks = its.map((week) => (slot === undefined ? week.marks : week.marks[slot])).join('');
    return { ...countMarks(marks), recorded: countOf(marks, MARK_ALPHABET), notPossible: countOf(marks, MARKS_BY_CATEGORY.NOT_POSSIBLE), closed: countOf(marks, MARKS_BY_CATEGORY.ADMIN), coded: code === undefined ? 0 : countOf(marks, markOfCode(code) ?? '?') };
  };
  const isIn = ({ sex }: Asked, enrolment: Enrolled): boolean => ofYear(enrolment).length + ofYear(enrolment, 2025).length > 0 && (sex === undefined || enrolment.sex === sex);

  /** By the rules alone: on which line every enrolment, or every session, stands. */
  const linesByRule = (asked: Asked): Map<string, Map<number, number>> => {
    const lines = new Map<string, Map<number, number>>();
    const put = (reason: string, id: number, n: number): void => { if (n > 0) lines.set(reason, (lines.get(reason) ?? new Map<number, number>()).set(id, n)); };
    const lastDay = asked.year === 2025 ? '2026-08-25' : TODAY;
    for (const enrolment of enrolments) {
      const its = inSpan(asked, enrolment);
      const isRegistered = ofYear(enrolment, asked.year).length > 0;
      const isInGroup = isIn(asked, enrolment);
      const hasLeft = enrolment.endsOn !== null && enrolment.endsOn < lastDay;
      if (addsSessions(asked.measure)) {
        if (its.length > 0) for (const [reason, n] of sessionsByLine(linesOfSessions(asked.measure, asked.code ?? null), countsOf(asked, its), isInGroup)) put(reason, enrolment.enrolmentId, n);
      } else if (isRegistered || (enrolment.startsOn <= lastDay && (enrolment.endsOn ?? lastDay) >= `${asked.year ?? 2026}-09-01`)) {
        put(lineOfEnrolment(asked.measure, { isRegistered, hasLeft, isInGroup, counts: its.length === 0 ? null : countsOf(asked, its) }, PERCENTS), enrolment.enrolmentId, 1);
      }
    }
    return lines;
  };

  test.each(ASKED)('every line of %j', async (asked) => {
    const lines = linesByRule(asked);
    expect(lines.size).toBeGreaterThan(1);
    for (const [reason, byRule] of lines) {
      const answer = await portal.ask(manager, 'query Who($figure: FigureInput!, $line: FigureLine!) { explainedRows(figure: $figure, line: $line, take: 100) { items { enrolmentId sessions } } }', { figure: { rows: filterOf(asked) }, line: { definition: 'LOCAL', side: 'LEFT_OUT', reason } });
      expect(answer.errors).toEqual([]);
      const { items } = answer.data?.explainedRows as { items: { enrolmentId: string; sessions: number | null }[] };
      expect([reason, Object.fromEntries(items.map(({ enrolmentId, sessions }) => [enrolmentId, sessions ?? 1]))]).toEqual([reason, Object.fromEntries(byRule)]);
    }
  });

  test.each(ASKED)('every definition of %j', async (asked) => {
    const year = asked.year ?? 2026;
    const counted = enrolments.filter((enrolment) => isIn(asked, enrolment) && inSpan(asked, enrolment).length > 0);
    const share = (counts: RecordedCounts | null): { part: number; whole: number } => (counts === null ? { part: 0, whole: 0 } : rowShareOf(asked.measure, counts, PERCENTS));
    const pooled = countedByPupil(counted.map((enrolment) => ({ ...enrolment, counts: countsOf(asked, inSpan(asked, enrolment)) })));
    const national = (definition: Definition, enrolment: Enrolled): RecordedCounts | null => {
      const its = inSpan(asked, enrolment).filter(({ weekStart }) => countsSession(definition, enrolment, weekStart, year));
      return leftOutBy(definition, enrolment, year) === null ? countsOf(asked, its) : null;
    };
    const byRule: Readonly<Record<string, (enrolment: Enrolled) => RecordedCounts | null>> = {
      LOCAL: (enrolment) => countsOf(asked, inSpan(asked, enrolment)), BY_PUPIL: ({ enrolmentId }) => (pooled.get(enrolmentId) ?? null) as (RecordedCounts & MarkCounts) | null,
      ON_ROLL: (enrolment) => (enrolment.endsOn !== null && enrolment.endsOn < (year === 2025 ? '2026-08-25' : TODAY) ? null : countsOf(asked, inSpan(asked, enrolment))),
      DFE_DAILY: (enrolment) => national(Definition.DFE_DAILY, enrolment), DFE_CENSUS: (enrolment) => national(Definition.DFE_CENSUS, enrolment),
    };
    const answer = await portal.ask(manager, 'query Why($figure: FigureInput!) { explainRows(figure: $figure) { definitions { definition part whole } } }', { figure: { rows: filterOf(asked) } });
    const { definitions } = answer.data?.explainRows as { definitions: { definition: string; part: number; whole: number }[] };
    expect(definitions.length).toBeGreaterThan(3);
    for (const { definition, ...told } of definitions) {
      const sum = counted.map((enrolment) => share(byRule[definition]?.(enrolment) ?? null)).reduce((total, each) => ({ part: total.part + each.part, whole: total.whole + each.whole }), { part: 0, whole: 0 });
      expect([definition, told]).toEqual([definition, sum]);
    }
  });
});
