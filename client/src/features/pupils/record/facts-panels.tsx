import { compulsorySchoolAge, isOfCompulsorySchoolAge } from '@attendance/shared/pupils';
import { formatDate } from '../../../lib/format.ts';
import { DataTable, type DataColumn } from '../../../ui/data-table.tsx';
import { Details } from '../../../ui/details.tsx';
import { Link } from '../../../ui/link.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { SummaryList, type SummaryRow } from '../../../ui/summary-list.tsx';
import { useMe } from '../../identity/index.ts';
import { yearWords } from '../find-pupils.ts';
import { holdsOn, type EnrolmentOfPupil, type PupilRecord } from './record.ts';
import type { RecordView } from './view.ts';
import { CARE_WORDS, kindWords, leavingWords, rollWords, valueWords } from './words.ts';

type Dated = { id: string; key: string; value: string; validFrom: string; validTo: string | null };

const SINCE = (row: Dated): string => (row.validTo === null ? `since ${formatDate(row.validFrom)}` : `${formatDate(row.validFrom)} to ${formatDate(row.validTo)}`);

function datedFacts({ careStatuses, characteristics }: PupilRecord): Dated[] {
  return [
    ...(careStatuses ?? []).map((status) => ({ ...status, id: `care-${status.id}`, key: 'Care', value: CARE_WORDS[status.kind] ?? status.kind })),
    ...characteristics.map((each) => ({ ...each, id: `fact-${each.id}`, key: kindWords(each.kind), value: valueWords(each) })),
  ];
}

/** What the school and the council know of a child, as it holds on the day; what held before is folded away. */
export function CharacteristicsPanel({ view }: { view: RecordView }) {
  const all = datedFacts(view.pupil).filter(({ validFrom }) => validFrom <= view.on);
  const row = (each: Dated): SummaryRow => ({ key: each.key, value: <>{each.value}<span className="app-line">{SINCE(each)}</span></> });
  const now = all.filter((each) => holdsOn(each, view.on));
  const before = all.filter((each) => !holdsOn(each, view.on));
  return (
    <Panel title="Needs and circumstances" aside={`As at ${formatDate(view.on)}`}>
      {now.length === 0 ? <p>Nothing is recorded for this day.</p> : <SummaryList rows={now.map(row)} />}
      {before.length > 0 && <Details summary="What held before"><SummaryList rows={before.map(row)} /></Details>}
    </Panel>
  );
}

/** Every school of a child that the reader may know of, latest first. */
export function EnrolmentsPanel({ view }: { view: RecordView }) {
  const { can } = useMe();
  const columns: DataColumn<EnrolmentOfPupil>[] = [
    { key: 'school', heading: 'School', cell: ({ school }) => (school ? (can('school:read') ? <Link href={`/schools/${school.id}`}>{school.name}</Link> : school.name) : 'A school outside your reach') },
    { key: 'year', heading: 'Year and form', cell: ({ ncYear, form }) => `${yearWords(ncYear)}${form ? `, ${form}` : ''}` },
    { key: 'roll', heading: 'Roll', cell: ({ status }) => rollWords(status) },
    { key: 'from', heading: 'From', cell: ({ startsOn }) => formatDate(startsOn) },
    { key: 'to', heading: 'To', cell: ({ endsOn, leavingReason }) => (endsOn === null ? 'On roll' : <>{formatDate(endsOn)}{leavingReason && <span className="app-line">{leavingWords(leavingReason)}</span>}</>) },
  ];
  return (
    <Panel title="Schools" flush>
      <DataTable caption="Schools, latest first" columns={columns} rows={view.pupil.enrolments} rowKey={({ id }) => id} empty="On no school’s roll that you can see." />
    </Panel>
  );
}

/** Between which days the law asks for education, and whether it does on the day shown. */
export function AgePanel({ view }: { view: RecordView }) {
  const { bornOn } = view.pupil;
  const { startsOn, endsOn } = compulsorySchoolAge(bornOn);
  const isNow = isOfCompulsorySchoolAge(bornOn, view.on);
  return (
    <Panel title={isNow ? 'Of compulsory school age' : view.on < startsOn ? 'Not yet of compulsory school age' : 'Past compulsory school age'}>
      <p>From {formatDate(startsOn)} to {formatDate(endsOn)}.</p>
    </Panel>
  );
}
