import { partOpened } from '@attendance/shared/attendance';
import { headingsOf, OPENED } from '../../support/figure-lists.ts';
import { knowOfficer, person } from '../../support/people.ts';
import { partsOpenTo, reportFor, type AnsweredReport, type AnsweredRow } from '../../support/report-answer.ts';
import { sendReportBook } from '../../support/report-book.ts';
import { SCHOOLS } from '../../support/small-authority.ts';
import { Role, TestPortal } from '../../support/test-portal.ts';

jest.setTimeout(180_000);

const manager = person(Role.TEAM_MANAGER);
const officer = person(Role.ATTENDANCE_OFFICER, {}, 41);
type Column = AnsweredReport['columns'][number];

/** The filter a count's link leads to, by the names the list page knows. */
function filterOf({ opens, code }: Column, { opensWith }: AnsweredRow): Record<string, unknown> {
  const said = [...new URLSearchParams(opensWith ?? '')].map(([name, value]): [string, unknown] => [name, value === 'yes' ? true : ['schoolId', 'slot', 'movedFrom', 'movedTo'].includes(name) ? Number(value) : value]);
  return { ...Object.fromEntries(said), ...(code === null ? {} : { code }), measure: opens };
}

describe('every count of every standard report', () => {
  let portal: TestPortal;
  beforeAll(async () => {
    portal = await TestPortal.open('report_counts');
    await sendReportBook(portal);
    await knowOfficer(portal.ownerUrl);
    // One joined in October, and one left with a reason that the roll gives.
    await portal.ingest.query(`insert into enrolment (id, pupil_id, school_id, nc_year, starts_on, ends_on, leaving_reason) overriding system value values (901, 2, $1, '9', '2026-10-12', null, null), (902, 3, $1, '9', '2026-09-03', '2026-10-09', 'Moved house')`, [SCHOOLS.tarnbrook]);
    await portal.rows('insert into school_officer (school_id, user_id, valid_from) values ($1, 41, $2)', [SCHOOLS.tarnbrook, '2026-09-01']);
  });
  afterAll(() => portal.close());

  test.each([
    ['everything, for a manager', manager, {}], ['one school, for a manager', manager, { schoolId: SCHOOLS.tarnbrook }], ['one phase, for an officer', officer, { phase: 'SECONDARY' }], ['an officer’s own schools', officer, { mine: true }],
  ] as const)('opens exactly the rows it counts, or says why it opens none: %s', async (_what, actor, filter) => {
    const opened = new Set<string>();
    const wrong: unknown[] = [];
    for (const { number, part, namesPupils } of await partsOpenTo(portal, actor)) {
      if (namesPupils) continue;
      const report = await reportFor(portal, actor, number, part, { filter });
      const counts = report.columns.filter(({ kind }) => kind === 'COUNT');
      for (const column of counts) expect([number, part, column.key, (column.opens === null) !== (column.unopened === null)]).toEqual([number, part, column.key, true]);
      // Published rows are of others' counts, and open nothing.
      const rows = [...report.rows, ...report.compared.filter(({ opensWith }) => opensWith !== null)];
      for (const column of counts.filter(({ opens }) => opens !== null && opens !== 'REASONS' && partOpened(opens) === null)) {
        const counted = rows.filter(({ cells }) => cells[column.key] !== null && cells[column.key] !== '0');
        for (const row of counted) expect([number, part, row.key, row.opensWith]).toEqual([number, part, row.key, expect.any(String)]);
        for (let from = 0; from < counted.length; from += 40) {
          const some = counted.slice(from, from + 40);
          const headings = await headingsOf(portal, actor, some.map((row) => filterOf(column, row)));
          some.forEach((row, index) => {
            const says = column.opens === 'CODED' ? 'sessions' : OPENED[column.opens ?? '']?.[1];
            if (String(headings[index]?.[says ?? 'total']) !== row.cells[column.key]) wrong.push([number, part, row.key, column.key, row.cells[column.key], headings[index]]);
            opened.add(`${number} ${part} ${column.key}`);
          });
        }
      }
      for (const column of counts) {
        const list = partOpened(column.opens ?? '');
        if (list === null) continue;
        for (const row of report.rows.filter(({ cells }) => Number(cells[column.key]) > 0)) {
          const { total, rows: listed } = await reportFor(portal, actor, list.number, list.part, { filter: { schoolId: Number(new URLSearchParams(row.opensWith ?? '').get('schoolId')) } });
          if (String(total) !== row.cells[column.key] || listed.length !== total || listed.some(({ schoolId }) => schoolId !== row.schoolId)) wrong.push([number, part, row.key, column.key, row.cells[column.key], total, listed]);
          opened.add(`${number} ${part} ${column.key}`);
        }
      }
      for (const column of counts.filter(({ opens }) => opens === 'REASONS')) {
        for (const { schoolId, cells } of report.rows.filter((row) => Number(row.cells[column.key]) > 0)) {
          const { data } = await portal.ask(actor, `{ overdueReasonPupils(schoolId: ${schoolId}) { sessions } }`);
          if (String((data?.overdueReasonPupils as { sessions: number }).sessions) !== cells[column.key]) wrong.push([number, part, schoolId, cells[column.key], data]);
          opened.add(`${number} ${part} ${column.key}`);
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(opened.size).toBeGreaterThan(18);
    // Who left an officer’s own school did so with a reason.
    expect(['joined', 'left', ...('mine' in filter ? [] : ['leftUnexplained'])].filter((key) => !opened.has(`10 ROLLS ${key}`))).toEqual('schoolId' in filter ? ['leftUnexplained'] : []);
  });

  test('a hidden count is no link’s figure: people who see figures only open no list', async () => {
    for (const { number, part } of await partsOpenTo(portal, person(Role.DATA_ANALYST))) {
      const { columns, rows } = await reportFor(portal, person(Role.DATA_ANALYST), number, part);
      for (const row of rows) for (const { key, kind } of columns) if (kind === 'COUNT' && !['rank', 'possible'].includes(key)) expect([number, part, key, ['1', '2', '3', '4'].includes(row.cells[key] ?? '')]).toEqual([number, part, key, false]);
    }
  });
});
