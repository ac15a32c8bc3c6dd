import { BARRIER_KIND_WORDS, BARRIER_STATUS_WORDS, isClosedBarrier, type BarrierKind, type BarrierStatus } from '@attendance/shared/attendance';
import { dayNumber, formatDate, plural } from '../../../lib/format.ts';
import { Tag, type TagColour } from '../../../ui/tag.tsx';

const COLOURS: Readonly<Record<BarrierStatus, TagColour>> = { OPEN: 'orange', BEING_WORKED_ON: 'blue', CLOSED_UNRESOLVED: 'grey', RESOLVED: 'green' };

export function StatusTag({ status }: { status: BarrierStatus }) {
  return <Tag colour={COLOURS[status]}>{BARRIER_STATUS_WORDS[status]}</Tag>;
}

/** "since 2 November 2026, 2 weeks" */
export function sinceWords(sinceOn: string, today: string): string {
  const weeks = Math.floor((dayNumber(today) - dayNumber(sinceOn)) / 7);
  return `since ${formatDate(sinceOn)}${weeks > 0 ? `, ${plural(weeks, 'week')}` : ''}`;
}

/** "2 to do, 1 past its day" */
export function actionWords({ actionsOpen, actionsLate }: { actionsOpen: number; actionsLate: number }): string {
  if (actionsOpen === 0) return 'None to do';
  return `${actionsOpen} to do${actionsLate > 0 ? `, ${actionsLate} past ${actionsLate === 1 ? 'its' : 'their'} day` : ''}`;
}

interface Change { readonly kind: string; readonly about: string | null; readonly fields: readonly { readonly field: string; readonly from: string | null; readonly to: string | null }[] }

const FIELDS: Readonly<Record<string, string>> = {
  title: 'Title', kind: 'Kind', known: 'What is known', place: 'Place', since_on: 'Since', owner_id: 'Owner', status: 'Status', reason: 'Reason', team_note: 'For the team only',
  what: 'What', owner: 'Who', due_on: 'Due', done_when: 'Done when', outcome: 'Outcome', done_on: 'Done on',
};
const DAYS: readonly string[] = ['since_on', 'due_on', 'done_on'];

/** The line of a chronology. */
export function changeTitle({ kind, about, fields }: Change): string {
  switch (kind) {
    case 'MADE': return 'Logged';
    case 'CHANGED': return 'Changed';
    case 'MOVED': {
      const to = fields.find(({ field }) => field === 'status')?.to as BarrierStatus | undefined;
      const from = fields.find(({ field }) => field === 'status')?.from as BarrierStatus | undefined;
      return to === undefined ? 'Moved' : from !== undefined && isClosedBarrier(from) ? 'Opened again' : BARRIER_STATUS_WORDS[to];
    }
    case 'SCHOOL_LINKED': return `${about ?? 'A school'} linked`;
    case 'SCHOOL_UNLINKED': return `${about ?? 'A school'} no longer linked`;
    case 'PUPIL_LINKED': return `${about ?? 'A pupil'} linked`;
    case 'PUPIL_UNLINKED': return `${about ?? 'A pupil'} no longer linked`;
    case 'ACTION_MADE': return `Action planned: ${about ?? ''}`;
    case 'ACTION_CHANGED': return `Action changed: ${about ?? ''}`;
    default: return 'Note for the team';
  }
}

/** One value of a field as people read it. */
export function fieldWords(field: string, value: string | null): string {
  if (value === null || value === '') return 'nothing';
  if (DAYS.includes(field)) return formatDate(value);
  if (field === 'kind') return BARRIER_KIND_WORDS[value as BarrierKind] ?? value;
  return field === 'status' ? (BARRIER_STATUS_WORDS[value as BarrierStatus] ?? value) : value;
}

export const fieldName = (field: string): string => FIELDS[field] ?? field;
