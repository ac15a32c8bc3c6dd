import { Category, NATIONAL_CODES, type NationalCode } from '@attendance/shared/attendance';
import { ruleValue } from '@attendance/shared/kernel';
import { useMe } from '../../features/identity/index.ts';
import { formatDate } from '../../lib/format.ts';
import { DataTable, type DataColumn } from '../../ui/data-table.tsx';
import { Link } from '../../ui/link.tsx';
import { Page, PageTitle } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { MarkCell } from '../../ui/register/mark-cell.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';
import { ruleRows, type RuleRow } from './rule-words.ts';

const CATEGORIES: readonly { readonly category: Category; readonly heading: string }[] = [
  { category: Category.PRESENT, heading: 'Here: possible, attended' },
  { category: Category.APPROVED_EDUCATION, heading: 'Educated elsewhere: possible, attended' },
  { category: Category.AUTHORISED, heading: 'Authorised absence: possible, missed' },
  { category: Category.UNAUTHORISED, heading: 'Unauthorised absence: possible, missed' },
  { category: Category.NOT_POSSIBLE, heading: 'Could not be there: in no rate' },
  { category: Category.ADMIN, heading: 'Not a session: in no rate' },
  { category: Category.MISSING, heading: 'No mark: in no rate, shown as missing' },
];

const codes = CATEGORIES.flatMap(({ category }) => NATIONAL_CODES.filter((code) => code.category === category));
const headingOf = (code: NationalCode): string => CATEGORIES.find(({ category }) => category === code.category)?.heading ?? '';

/** What a code counts towards besides its category. */
function alsoCounts(code: NationalCode): string {
  const parts = [
    code.isLate && (code.category === Category.PRESENT ? 'Late before the register closed' : 'Late after the register closed'),
    code.countsForPenalty && 'Penalty window',
    code.countsForTenDayReturn && 'Ten-day return',
    code.countsForTwentyDayDeletion && 'Twenty-day rule',
    code.countsForSicknessReturn && 'Sickness return',
    code.isTemporary && 'Must be replaced once the reason is known',
  ].filter((part) => part !== false);
  return parts.length === 0 ? 'Nothing more' : parts.join('; ');
}

function inUse({ validFrom, validTo }: NationalCode): string {
  if (validFrom !== null) return `From ${formatDate(validFrom)}`;
  return validTo === null ? 'Always' : `Until ${formatDate(validTo)}`;
}

const codeColumns: DataColumn<NationalCode>[] = [
  { key: 'code', heading: 'Code', cell: (code) => <span className="app-nowrap"><MarkCell mark={code.mark} decorative /> <strong>{code.code}</strong></span> },
  { key: 'words', heading: 'What it says', cell: (code) => code.label },
  { key: 'also', heading: 'Also counts for', cell: alsoCounts },
  { key: 'use', heading: 'In use', cell: inUse },
];

const ruleColumns: DataColumn<RuleRow>[] = [
  { key: 'what', heading: 'What', cell: (row) => row.what },
  { key: 'value', heading: 'Value', cell: (row) => row.values.map((each) => <div key={each.since} className="app-nowrap"><strong>{each.value}</strong></div>) },
  { key: 'since', heading: 'Holds and comes from', wide: true, cell: (row) => row.values.map((each) => <div key={each.since}>{each.since}: {each.source}</div>) },
];

/** Every measure, code and threshold, from the rules the portal itself counts with. */
export function Component() {
  const { today } = useMe();
  const on = (name: Parameters<typeof ruleValue>[0]): number => ruleValue(name, today);
  return (
    <Page windowTitle="How each number is worked out" breadcrumbs={[{ text: 'Home', href: '/' }, { text: 'How each number is worked out' }]}>
      <PageTitle title="How each number is worked out" lede="The same rules for every screen. They are read from where the portal itself reads them, so this page cannot fall behind." />
      <Panel title="Every rate is sessions missed over sessions possible" lead>
        <SummaryList
          rows={[
            { key: 'Session', value: 'A morning or an afternoon. A school day has two.' },
            { key: 'Possible sessions', value: 'Sessions marked present, educated elsewhere, authorised or unauthorised. Closed days, days before joining or after leaving, and sessions a pupil could not have come to are left out.' },
            { key: 'Attendance', value: 'Possible sessions attended, as a share of possible sessions. Absence is worked out and rounded first, and attendance is what is left of 100%, so the two always add up.' },
            { key: 'Absence', value: 'Authorised and unauthorised sessions, as a share of possible sessions.' },
            { key: 'Unauthorised absence', value: 'Sessions with code G, N, O or U. A reason not yet established (N) counts as unauthorised until it is replaced.' },
            { key: 'Late', value: 'Before the register closed (L) counts as attended. After it closed (U) counts as unauthorised absence.' },
            { key: 'Persistently absent', value: `A pupil who missed ${on('persistent-absence.percent')}% or more of their own possible sessions. Whole sessions are compared, never a rounded rate: 9.96% is shown as 10.0% and is not persistent.` },
            { key: 'Severely absent', value: `A pupil who missed ${on('severe-absence.percent')}% or more. Severe absence is part of persistent absence.` },
            { key: 'At risk', value: `A pupil who missed ${on('at-risk.percent')}% or more, and less than ${on('persistent-absence.percent')}%. A choice of this service, to see pupils sooner.` },
            { key: 'Too early to say', value: `Persistent and severe absence are shown only after ${on('persistent-absence.shown-from-week')} full weeks, because one day off in the first week is 20%.` },
            { key: 'A group', value: 'Sessions of all its pupils are added and divided once. It is never an average of rates, so a large school counts for more than a small one.' },
            { key: 'Who is counted', value: 'Every enrolment of the year, leavers up to the day they left. A pupil at two schools is counted at each. Explain beside a figure shows the same figure counted other ways.' },
            { key: 'Last year', value: 'The same school weeks of last year: September beside September, wherever the holidays fell.' },
            { key: 'England', value: <>Published national figures of the same phase, each with its series, period and source: <Link href="/about/published-figures">published figures held here</Link>. A difference is taken before either figure is rounded.</> },
            { key: 'Missing marks', value: 'Sessions a school’s file named without a mark. They are in no rate, and are counted beside it.' },
            { key: 'Penalty window', value: `Sessions with code G, N, O or U in any ${on('penalty.school-weeks')} school weeks, across terms and years. At ${on('penalty.sessions')} a person must consider a notice; the portal decides nothing.` },
            { key: 'A silent school', value: 'One whose marks stop before its last school day. Its figures stand still, and the banner above every page says so.' },
            { key: 'Hidden counts (c)', value: `Where only figures are shown, a count under ${on('suppression.minimum')} is replaced by c, so that no child can be recognised.` },
          ]}
        />
      </Panel>
      <Panel title={`Attendance codes: ${codes.length}, by what they count as`} flush foot="School Attendance (Pupil Registration) (England) Regulations 2024, regulation 10. Codes that are no longer used still count in older registers.">
        <DataTable caption="Attendance codes by category" columns={codeColumns} rows={codes} rowKey={(code) => code.mark} groupOf={headingOf} tight />
      </Panel>
      <Panel title="Values that may change, with their dates and sources" flush foot="A figure of an earlier year is worked out with the value of that year.">
        <DataTable caption="Thresholds and periods" columns={ruleColumns} rows={ruleRows()} rowKey={(row) => row.name} />
      </Panel>
    </Page>
  );
}
