import { BandMoved, COHORT_AXIS_NAMES, LIST_KINDS, type ListKind } from '@attendance/shared/attendance';
import { Refusal, RefusalCode } from '../../../platform/errors/refusal.ts';
import { PupilMeasure, PupilSort, PupilSpan, SortDirection, type PupilFilter } from '../figures.inputs.ts';
import { WorkListSort } from '../work-list.inputs.ts';

export type FiledList = 'PUPILS' | 'SIBLINGS' | 'TRANSITION' | ListKind;
const FILED_LISTS: readonly FiledList[] = ['PUPILS', 'SIBLINGS', 'TRANSITION', ...LIST_KINDS];

/** A list whose file is asked for: the filter and order of its page. */
export interface ListOrder { readonly list: FiledList; readonly filter: PupilFilter; readonly sort: string | null; readonly direction: SortDirection }

const CHOICES = { measure: Object.values(PupilMeasure), span: Object.values(PupilSpan), axis: COHORT_AXIS_NAMES, across: COHORT_AXIS_NAMES, moved: Object.values(BandMoved) } as const;
const WORDS = ['phase', 'ncYear', 'fromWeek', 'toWeek', 'value', 'acrossValue', 'code'] as const;
const NUMBERS = ['schoolId', 'academicYear', 'slot', 'movedFrom', 'movedTo'] as const;
const FLAGS = ['mine', 'silent'] as const;
/** What every list but that of a figure's rows is narrowed by. */
const OF_WORK: readonly string[] = ['schoolId', 'phase', 'ncYear', 'mine'];

/** The list a request asks for, null where it asks for none. What it does not know of a filter it refuses: left out, it would be another list. */
export function listOrderIn(body: Record<string, unknown>, given: Record<string, unknown>): ListOrder | null {
  if (body.list === undefined) return null;
  const list = FILED_LISTS.find((each) => each === body.list);
  const said = Object.entries(given).filter(([, value]) => value !== null && value !== undefined);
  if (list === undefined || !said.every(([key, value]) => (list === 'PUPILS' || OF_WORK.includes(key)) && isOf(key, value))) throw new Refusal(RefusalCode.INVALID, 'That is not a list of the portal. Nothing was downloaded. Open the list again and download from there.');
  const sorts: readonly string[] = list === 'PUPILS' ? Object.values(PupilSort) : Object.values(WorkListSort);
  return {
    list, filter: { measure: PupilMeasure.COUNTED, ...Object.fromEntries(said) }, sort: sorts.find((each) => each === body.sort) ?? null,
    direction: body.direction === SortDirection.ASC ? SortDirection.ASC : SortDirection.DESC,
  };
}

function isOf(key: string, value: unknown): boolean {
  if ((NUMBERS as readonly string[]).includes(key)) return Number.isInteger(value) && Math.abs(value as number) < (key === 'academicYear' ? 2100 : 2 ** 31);
  if ((FLAGS as readonly string[]).includes(key)) return typeof value === 'boolean';
  if ((WORDS as readonly string[]).includes(key)) return typeof value === 'string' && value.length < 200 && !value.includes('\0');
  return Object.hasOwn(CHOICES, key) && (CHOICES[key as keyof typeof CHOICES] as readonly unknown[]).includes(value);
}
