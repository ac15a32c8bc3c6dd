import { BandMoved, COHORT_AXIS_NAMES, EXPLAINED_MEASURES, EXPLAINED_REASON_NAMES, LIST_KINDS, type ListKind } from '@attendance/shared/attendance';
import { Refusal, RefusalCode } from '../../../platform/errors/refusal.ts';
import { ExplainedDefinition, ExplainedSide, type ExplainedFilter, type FigureInput, type FigureLine } from '../explaining/explain.inputs.ts';
import { PupilMeasure, PupilSort, PupilSpan, SortDirection, type PupilFilter } from '../figures.inputs.ts';
import { WorkListSort } from '../work-list.inputs.ts';

export type FiledList = 'PUPILS' | 'SIBLINGS' | 'TRANSITION' | ListKind;
const FILED_LISTS: readonly FiledList[] = ['PUPILS', 'SIBLINGS', 'TRANSITION', ...LIST_KINDS];

/** A list whose file is asked for: the filter and order of its page. */
export interface ListOrder { readonly list: FiledList; readonly filter: PupilFilter; readonly sort: string | null; readonly direction: SortDirection }

/** A list of another kind whose file is asked for, in the words of its page: a line of an explanation, reasons overdue, or a watch list. */
export type FurtherOrder =
  | { readonly list: 'EXPLAINED'; readonly line: ExplainedFilter }
  | { readonly list: 'EXPLAINED_ROWS'; readonly figure: FigureInput; readonly line: FigureLine }
  | { readonly list: 'REASONS'; readonly schoolId: number }
  | { readonly list: 'WATCHED'; readonly id: number };

const CHOICES = { measure: Object.values(PupilMeasure), span: Object.values(PupilSpan), axis: COHORT_AXIS_NAMES, across: COHORT_AXIS_NAMES, moved: Object.values(BandMoved) } as const;
const WORDS = ['phase', 'ncYear', 'fromWeek', 'toWeek', 'value', 'acrossValue', 'code'] as const;
const NUMBERS = ['schoolId', 'academicYear', 'slot', 'movedFrom', 'movedTo'] as const;
const FLAGS = ['mine', 'silent'] as const;
/** What every list but that of a figure's rows is narrowed by. */
const OF_WORK: readonly string[] = ['schoolId', 'phase', 'ncYear', 'mine'];

const noList = (): Refusal => new Refusal(RefusalCode.INVALID, 'That is not a list of the portal. Nothing was downloaded. Open the list again and download from there.');
type Said = Readonly<Record<string, unknown>>;
/** What is said of something, without what is said to be nothing. */
const saidIn = (given: unknown): [string, unknown][] => (typeof given === 'object' && given !== null ? Object.entries(given).filter(([, value]) => value !== null && value !== undefined) : []);

/** The list a request asks for, null where it asks for none. What it does not know of a filter it refuses: left out, it would be another list. */
export function listOrderIn(body: Said): ListOrder | FurtherOrder | null {
  if (body.list === undefined) return null;
  const further = furtherOrderIn(body);
  if (further !== null) return further;
  const list = FILED_LISTS.find((each) => each === body.list);
  if (list === undefined) throw noList();
  const sorts: readonly string[] = list === 'PUPILS' ? Object.values(PupilSort) : Object.values(WorkListSort);
  return {
    list, filter: filterIn(body.filter, list === 'PUPILS' ? null : OF_WORK), sort: sorts.find((each) => each === body.sort) ?? null,
    direction: body.direction === SortDirection.ASC ? SortDirection.ASC : SortDirection.DESC,
  };
}

/** A filter by its known parts, or by some of them. */
function filterIn(given: unknown, known: readonly string[] | null): PupilFilter {
  const said = saidIn(given);
  if (!said.every(([key, value]) => (known === null || known.includes(key)) && isOf(key, value))) throw noList();
  return { measure: PupilMeasure.COUNTED, ...Object.fromEntries(said) };
}

function furtherOrderIn(body: Said): FurtherOrder | null {
  const { list, figure } = body;
  if (list === 'REASONS') {
    const { schoolId } = filterIn(body.filter, ['schoolId']);
    if (typeof schoolId !== 'number') throw noList();
    return { list, schoolId };
  }
  if (list === 'WATCHED') {
    if (typeof body.id !== 'string' || !/^\d{1,9}$/.test(body.id)) throw noList();
    return { list, id: Number(body.id) };
  }
  if (list === 'EXPLAINED') {
    const { measure: named, definition, side, reason, ...place } = Object.fromEntries(saidIn(body.line));
    const measure = EXPLAINED_MEASURES.find((each) => each === named);
    if (measure === undefined) throw noList();
    const { schoolId, phase } = filterIn(place, ['schoolId', 'phase']);
    return { list, line: { measure, ...lineIn({ definition, side, reason }), schoolId: schoolId ?? null, phase: phase ?? null } };
  }
  if (list !== 'EXPLAINED_ROWS') return null;
  const { rows, list: kind, of, ...unknown } = Object.fromEntries(saidIn(figure));
  const listed = LIST_KINDS.find((each) => each === kind);
  if (Object.keys(unknown).length > 0 || (kind === undefined) !== (listed === undefined) || (rows === undefined) === (kind === undefined) || (rows !== undefined && of !== undefined)) throw noList();
  return { list, line: lineIn(Object.fromEntries(saidIn(body.line))), figure: listed === undefined ? { rows: filterIn(rows, null) } : { list: listed, of: whoseIn(of) } };
}

function whoseIn(given: unknown): NonNullable<FigureInput['of']> {
  const { schoolId = null, phase = null, ncYear = null, mine = null } = filterIn(given, OF_WORK);
  return { schoolId, phase, ncYear, mine };
}

function lineIn({ definition: a, side: b, reason: c, ...unknown }: Said): FigureLine {
  const [definition, side, reason] = [Object.values(ExplainedDefinition).find((each) => each === a), Object.values(ExplainedSide).find((each) => each === b), EXPLAINED_REASON_NAMES.find((each) => each === c)];
  if (Object.keys(unknown).length > 0 || definition === undefined || side === undefined || reason === undefined) throw noList();
  return { definition, side, reason };
}

function isOf(key: string, value: unknown): boolean {
  if ((NUMBERS as readonly string[]).includes(key)) return Number.isInteger(value) && Math.abs(value as number) < (key === 'academicYear' ? 2100 : 2 ** 31);
  if ((FLAGS as readonly string[]).includes(key)) return typeof value === 'boolean';
  if ((WORDS as readonly string[]).includes(key)) return typeof value === 'string' && value.length < 200 && !value.includes('\0');
  return Object.hasOwn(CHOICES, key) && (CHOICES[key as keyof typeof CHOICES] as readonly unknown[]).includes(value);
}
