import type { PoolClient } from 'pg';
import { publishedFaults, PublishedLevel, PublishedSeries, type PublishedGroup, type PublishedPhase, type PublishedTerm } from '@attendance/shared/attendance';
import { parseAcademicYear } from '@attendance/shared/calendar';
import { FileRefused, markChanged, type Cells, type Kind, type Merged } from '../../../platform/loading/index.ts';
import { COLUMNS, COUNTS, PERCENTS, REASONS, type Field } from './published-columns.ts';

/** What the file does not say of itself. */
export interface Publication {
  readonly publishedOn: string;
  /** The last day of a year to date. */
  readonly to: string | null;
}

const KEY = { series: 'text', academic_year: 'smallint', term: 'text', level: 'text', area_code: 'text', phase: 'text', pupil_group: 'text' } as const;
/** What a later publication may say otherwise, with its type: the stage has these columns, and the table has them too. */
const SAID = {
  period: 'text', period_to: 'date', area_name: 'text', la_code: 'integer', region_code: 'text',
  possible: 'bigint', attended: 'bigint', absent: 'bigint', authorised: 'bigint', unauthorised: 'bigint', late: 'bigint', persistent: 'bigint', severe: 'bigint', reasons: 'jsonb', enrolments: 'numeric',
  absent_percent: 'numeric', authorised_percent: 'numeric', unauthorised_percent: 'numeric', persistent_percent: 'numeric', severe_percent: 'numeric',
  symbols: 'jsonb', source: 'text', published_on: 'date',
} as const;
const STAGE = { ...KEY, ...SAID } as const;
type Staged = keyof typeof STAGE;
const KEYS = Object.keys(KEY);
const COLUMNS_SAID = Object.keys(SAID);

const SOURCES: Readonly<Record<PublishedSeries, string>> = {
  DAILY: 'Department for Education, Pupil attendance in schools', CENSUS: 'Department for Education, Pupil absence in schools in England',
  CARE: 'Department for Education, Outcomes for children in need, including children looked after by local authorities in England',
};
const LEVELS = { National: PublishedLevel.NATIONAL, Regional: PublishedLevel.REGIONAL, 'Local authority': PublishedLevel.LOCAL_AUTHORITY, School: null, Provider: null } as const;
const PHASES: Readonly<Record<string, PublishedPhase>> = {
  primary: 'PRIMARY', 'state-funded primary': 'PRIMARY', secondary: 'SECONDARY', 'state-funded secondary': 'SECONDARY',
  special: 'SPECIAL', 'special schools': 'SPECIAL', 'state-funded special': 'SPECIAL', 'state-funded special school': 'SPECIAL', total: 'ALL', all: 'ALL', 'all schools': 'ALL',
};
/** The social care groups, without the day they were taken on. */
const GROUPS: Readonly<Record<string, PublishedGroup>> = { 'cla 12 months': 'CLA', cppo: 'CPP', cino: 'CIN' };
const TERMS: Readonly<Record<string, PublishedTerm>> = {
  'academic year': 'YEAR', 'six half terms': 'YEAR', 'autumn and spring term': 'AUTUMN_SPRING', 'autumn and spring terms': 'AUTUMN_SPRING', 'autumn term': 'AUTUMN', 'spring term': 'SPRING', 'summer term': 'SUMMER',
};
/** A row of everyone, where a file also has rows of some. */
const EVERYONE = /^(?:total|all\b.*|n\/a|z)$/i;
/** What publishers write where there is no figure. */
const SYMBOLS = new Set(['c', 'x', 'z', 'u', 'low', '~', '.', '..', ':']);

/**
 * National, regional and local figures from the published files: the daily series (year to date), the census series and the one of children
 * with a social worker. Rows of single schools, of some pupils only and of other kinds of school are left aside. An earlier publication never
 * takes the place of a later one.
 */
export function publishedKind(publication: Publication): Kind<Field, Staged> {
  return {
    operation: 'loadPublishedFigures', columns: COLUMNS, stage: STAGE,
    read: (cells) => readFigure(cells, publication),
    judgements: [{
      column: COLUMNS.phase.title, reason: 'This figure stands in more than one row.',
      rows: `select line, area_name || ', ' || phase as value from load_stage where (${KEYS.join(', ')}) in (select ${KEYS.join(', ')} from load_stage group by ${KEYS.join(', ')} having count(*) > 1)`,
    }],
    merge,
  };
}

function readFigure(cells: Cells<Field>, { publishedOn, to }: Publication): Record<Staged, string | number | null> | null {
  const level = cells.oneOf('level', LEVELS);
  const phase = PHASES[cells.needed('phase').toLowerCase()];
  const isOfSome = (['yearGroup', 'characteristic', 'academyType'] as const).some((field) => !EVERYONE.test(cells.text(field) ?? 'all'));
  if (level === null || phase === undefined || isOfSome) return null;
  // Only the daily series publishes attendance; the census asks for absence.
  const group = cells.has('group') ? groupOf(cells) : 'ALL';
  if (group === null) return null;
  const series = group !== 'ALL' ? PublishedSeries.CARE : cells.has('attended') ? PublishedSeries.DAILY : PublishedSeries.CENSUS;
  const time = timeOf(cells, series);
  if (time.term === 'YEAR_TO_DATE' && to === null) throw new FileRefused('The file does not say up to which day its year to date goes.', 'Name the day: --to 2026-07-10.');
  const figures = figuresOf(cells, series);
  return {
    series, level, phase, pupil_group: group, ...time, ...areaOf(cells, level), ...figures, period: cells.needed('term'), period_to: time.term === 'YEAR_TO_DATE' ? to : null, source: SOURCES[series], published_on: publishedOn,
  };
}

/** Which group of children a row is of; null for other groups, which are left aside as rows of some pupils are. */
function groupOf(cells: Cells<Field>): PublishedGroup | null {
  return GROUPS[cells.needed('group').toLowerCase().replace(/ at 31 march$/, '')] ?? null;
}

function timeOf(cells: Cells<Field>, series: PublishedSeries): { academic_year: number; term: PublishedTerm } {
  const written = cells.needed('term').toLowerCase();
  if (/^week\b/.test(written)) cells.refuse('term', 'This is a single week. Load the year-to-date file of the series.');
  const term = TERMS[written] ?? cells.refuse('term', 'This stretch of a year is not known here.');
  const year = parseAcademicYear(cells.needed('year')) ?? cells.refuse('year', 'This is not an academic year such as 202526.');
  return { academic_year: year, term: term === 'YEAR' && series === PublishedSeries.DAILY ? 'YEAR_TO_DATE' : term };
}

function areaOf(cells: Cells<Field>, level: PublishedLevel): { area_code: string; area_name: string; la_code: number | null; region_code: string | null } {
  if (level === PublishedLevel.NATIONAL) return { area_code: cells.needed('country'), area_name: cells.text('countryName') ?? 'England', la_code: null, region_code: null };
  const region = cells.needed('region');
  if (level === PublishedLevel.REGIONAL) return { area_code: region, area_name: cells.text('regionName') ?? region, la_code: null, region_code: region };
  const code = cells.needed('laCode');
  if (!/^\d{3}$/.test(code)) cells.refuse('laCode', 'An authority has three digits.');
  // Former authorities have no code of the newer kind.
  const newer = cells.text('onsCode') ?? code;
  return { area_code: SYMBOLS.has(newer) ? code : newer, area_name: cells.text('laName') ?? code, la_code: Number(code), region_code: region };
}

function figuresOf(cells: Cells<Field>, series: PublishedSeries): Record<(typeof COUNTS)[number] | (typeof PERCENTS)[keyof typeof PERCENTS] | 'enrolments' | 'reasons' | 'symbols', string | number | null> {
  const symbols: Record<string, string> = {};
  const counts = Object.fromEntries(COUNTS.map((field) => [field, countOf(cells, field, symbols)])) as Record<(typeof COUNTS)[number], number | null>;
  const reasons = Object.fromEntries(REASONS.flatMap((field) => {
    const count = countOf(cells, field, {});
    return count === null ? [] : [[field === 'present' ? '/' : field, count] as const];
  }));
  // Daily enrolments are estimates with decimals.
  const enrolments = numberText(cells, 'enrolments', symbols);
  const faults = series === PublishedSeries.DAILY ? publishedFaults({ ...counts, enrolments: null }, reasons) : [];
  if (faults.length > 0) cells.refuse('possible', `The sums of this row do not come out: ${faults.join('; ')}.`);
  const percents = Object.fromEntries((Object.entries(PERCENTS) as [keyof typeof PERCENTS, string][]).map(([field, column]) => [column, numberText(cells, field, symbols, 100)]));
  return { ...counts, ...(percents as Record<(typeof PERCENTS)[keyof typeof PERCENTS], string | null>), enrolments, reasons: JSON.stringify(reasons), symbols: JSON.stringify(symbols) };
}

/** A number as written; null where the cell is blank or holds a symbol, which is kept: suppressed is not zero. */
function numberText(cells: Cells<Field>, field: Field, symbols: Record<string, string>, most = 1e15): string | null {
  const text = cells.text(field);
  if (text === null) return null;
  if (SYMBOLS.has(text)) {
    symbols[field] = text;
    return null;
  }
  return /^\d{1,15}(?:\.\d+)?(?:e-\d+)?$/i.test(text) && Number(text) <= most ? text : cells.refuse(field, 'This is neither a number nor one of the symbols of published statistics.');
}

function countOf(cells: Cells<Field>, field: Field, symbols: Record<string, string>): number | null {
  const text = numberText(cells, field, symbols);
  if (text === null) return null;
  return Number.isSafeInteger(Number(text)) ? Number(text) : cells.refuse(field, 'This is not a whole number.');
}

const sameKey = KEYS.map((name) => `h.${name} = s.${name}`).join(' and ');

async function merge(client: PoolClient): Promise<Merged> {
  const said = (alias: string): string => COLUMNS_SAID.map((name) => `${alias}.${name}`).join(', ');
  await client.query(`update load_stage s set is_new = true where not exists (select from published_figure h where ${sameKey})`);
  await client.query(markChanged(`update published_figure h set ${COLUMNS_SAID.map((name) => `${name} = s.${name}`).join(', ')}, loaded_at = now() from load_stage s
    where ${sameKey} and h.published_on <= s.published_on and (${said('h')}) is distinct from (${said('s')}) returning s.line`));
  await client.query(`insert into published_figure (${[...KEYS, ...COLUMNS_SAID].join(', ')}) select ${[...KEYS, ...COLUMNS_SAID].join(', ')} from load_stage where is_new`);
  const { rows: [found] } = await client.query<{ older: number }>(`select count(*)::int as older from load_stage s join published_figure h on ${sameKey} where h.published_on > s.published_on`);
  const older = found?.older ?? 0;
  return { pupilIds: [], schoolIds: [], notes: older === 0 ? [] : [`Figures here from a later publication, which stay as they are: ${older}.`] };
}
