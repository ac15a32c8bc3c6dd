import fc from 'fast-check';
import { isNumeric, partOpened, partsFor, REPORTS, reportPart, compareCells, hideSmallTable, ReportFilterKind } from './index.ts';

const PARTS = REPORTS.flatMap((report) => report.parts.map((each) => [report.number, each.key, each] as const));

test('there are twelve standard reports, in order', () => expect(REPORTS.map(({ number }) => number)).toEqual(Array.from({ length: 12 }, (_, index) => index + 1)));

test.each(REPORTS.map((report) => [report.number, report] as const))('report %i asks a question and has a first part', (_number, report) => {
  expect(report.question).toMatch(/\?$/);
  expect(reportPart(report, null)).toBe(report.parts[0]);
  expect(reportPart(report, 'NO_SUCH_PART')).toBeUndefined();
  expect(new Set(report.parts.map(({ key }) => key)).size).toBe(report.parts.length);
});

test.each(PARTS)('report %i, part %s: its columns differ, it is sorted by one of them, and names pupils only with the right to read them', (_number, _key, part) => {
  expect(new Set(part.columns.map(({ key }) => key)).size).toBe(part.columns.length);
  expect(part.columns.map(({ key }) => key)).toContain(part.sort);
  expect(part.of).not.toBe('');
  expect(part.columns.some(({ key }) => key === 'pupil')).toBe(part.namesPupils);
  if (part.namesPupils) expect(part.needs).toBe('pupil:read');
  expect(part.filters.every((each) => each in ReportFilterKind)).toBe(true);
});

test.each(PARTS.filter(([, , { namesPupils }]) => !namesPupils))('report %i, part %s: each count opens rows, or says why not', (_number, _key, part) => {
  for (const { key, kind, opens, unopened, code } of part.columns) {
    if (kind === 'COUNT') expect([key, (opens === null) !== (unopened === null)]).toEqual([key, true]);
    if (code !== null) expect([key, opens]).toEqual([key, 'CODED']);
    const opened = opens === null ? null : partOpened(opens);
    if (opened !== null) expect([key, reportPart(REPORTS.find(({ number }) => number === opened.number)!, opened.part)?.namesPupils]).toEqual([key, true]);
  }
});

test('people who see figures only are offered no name and nothing made of single pupils', () => {
  const open = REPORTS.flatMap((report) => partsFor(report, () => true, true));
  expect(open.every(({ namesPupils, needs }) => !namesPupils && needs === 'school:read')).toBe(true);
  expect(partsFor(REPORTS[1]!, (permission) => permission !== 'report:read', false)).toEqual([]);
  expect(partsFor(REPORTS[0]!, (permission) => permission !== 'school:read', false)).toEqual([]);
});

describe('the order of cells', () => {
  const cell = fc.oneof(fc.integer({ min: -50, max: 50 }), fc.constant(null), fc.constant('c'));
  test('puts numbers by size and what is hidden or missing last, whichever way', () => fc.assert(fc.property(fc.array(cell), fc.boolean(), (cells, descending) => {
    const sorted = [...cells].sort((a, b) => compareCells('COUNT', a, b, descending));
    const numbers = sorted.filter((each) => typeof each === 'number');
    expect(sorted.slice(0, numbers.length)).toEqual(numbers);
    expect(numbers).toEqual([...numbers].sort((a, b) => (descending ? b - a : a - b)));
  })));
  test('reads "c" as a word where a column holds words', () => {
    expect(['C', 'c', 'B', null].sort((a, b) => compareCells('TEXT', a, b, false))).toEqual(['B', 'c', 'C', null]);
    expect([isNumeric({ kind: 'DAYS' }), isNumeric({ kind: 'DATE' })]).toEqual([true, false]);
  });
});

describe('small cells of a table', () => {
  const table = fc.integer({ min: 1, max: 5 }).chain((width) => fc.array(fc.array(fc.nat({ max: 30 }), { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }));
  test('are hidden, and no hidden cell is alone in a row or column that has another to hide', () => fc.assert(fc.property(table, (cells) => {
    const shown = hideSmallTable(cells, 5);
    shown.forEach((row, at) => row.forEach((cell, index) => {
      const own = cells[at]![index]!;
      if (own > 0 && own < 5) expect(cell).toBeNull();
      if (cell !== null) expect(cell).toBe(own);
    }));
    const lines = [...shown.map((row, at) => [row, cells[at]!] as const), ...(cells[0] ?? []).map((_, index) => [shown.map((row) => row[index] ?? null), cells.map((row) => row[index]!)] as const)];
    for (const [line, own] of lines) if (line.filter((cell) => cell === null).length === 1) expect(own.filter((cell, index) => cell > 0 && line[index] !== null)).toEqual([]);
  })));
  test('hide what must be hidden besides', () => expect(hideSmallTable([[9, 0], [8, 7]], 5, (row) => row === 0)).toEqual([[null, null], [null, null]]));
});
