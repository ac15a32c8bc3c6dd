import { MATRIX_SUBJECTS, PERMISSION_MATRIX, ROLE_NAMES, ROLES, type MatrixSubject, type Role, type ScopeKind } from '@attendance/shared/access';
import { useMe } from '../../features/identity/index.ts';
import { Column, Columns } from '../../ui/columns.tsx';
import { DataTable, type DataColumn } from '../../ui/data-table.tsx';
import { Link } from '../../ui/link.tsx';
import { Page, PageTitle } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';

const SUBJECTS = Object.entries(MATRIX_SUBJECTS) as [MatrixSubject, string][];

/** Whose records a role comes near, in words. */
export const REACH_WORDS: Readonly<Record<ScopeKind, string>> = {
  AUTHORITY: 'Every pupil and school of the authority',
  SCHOOLS: 'The pupils of the schools named in the role',
  PUPILS: 'Only the pupils named for this person',
  COHORT: 'Only children in care and those who were',
  AGGREGATE: 'Figures only, no names',
  NONE: 'No pupil and no figure',
};

const isNothing = (role: Role, subject: MatrixSubject): boolean => PERMISSION_MATRIX[role][subject].permissions.length === 0;

const columns: DataColumn<Role>[] = [
  { key: 'role', heading: 'Role', cell: (role) => <><strong>{ROLES[role].label}</strong><span className="app-line">{REACH_WORDS[ROLES[role].scope]}</span></> },
  ...SUBJECTS.map(([subject, heading]): DataColumn<Role> => ({
    key: subject, heading, cell: (role) => <span className={isNothing(role, subject) ? 'app-muted' : undefined}>{PERMISSION_MATRIX[role][subject].words}</span>,
  })),
];

/** The roles, whose records they reach and what they may do there: from the very table the portal asks. */
export function Component() {
  const { me } = useMe();
  // People who act in two roles at once have both names in one key.
  const own = ROLE_NAMES.filter((role) => me.role.split('+').includes(role));
  return (
    <Page windowTitle="Who can see what" breadcrumbs={[{ text: 'Home', href: '/' }, { text: 'Who can see what' }]}>
      <PageTitle title="Who can see what" lede="Rights come from a person’s role, and end with it. The database itself holds back what a role does not reach." />
      <Columns>
        <Column span={8}>
          {own.map((role) => (
            <Panel key={role} title={`You: ${ROLES[role].label.toLowerCase()}`} lead>
              <SummaryList rows={[{ key: 'Whose records', value: REACH_WORDS[ROLES[role].scope] }, ...SUBJECTS.filter(([subject]) => !isNothing(role, subject)).map(([subject, heading]) => ({ key: heading, value: PERMISSION_MATRIX[role][subject].words }))]} />
            </Panel>
          ))}
        </Column>
        <Column span={4}>
          <Panel title="Everything opened is recorded">
            <div className="app-stack">
              <p>Each time a record is shown, changed, sent out or taken in, one entry says who, in which role, when, which children and schools, and what was done.</p>
              <p>A restricted record opens only with a written reason. A download names who received it.</p>
              <p>If the entry cannot be written, nothing is shown. Entries are chained: one that is altered or taken out is found.</p>
              {me.permissions.includes('audit:read-own') && <p><Link href="/my-access">What you opened yourself</Link></p>}
            </div>
          </Panel>
          <Panel title="Records that are held back">
            <div className="app-stack">
              <p>A restricted record is not shown, found or counted without the right to it.</p>
              <p>A protected address is shown only to the roles whose line below says so.</p>
              <p>Where figures are shown without names, small counts are hidden.</p>
            </div>
          </Panel>
        </Column>
      </Columns>
      <Panel title={`All ${ROLE_NAMES.length} roles`} flush foot="The portal has pupils, registers, schools, figures and the access log so far. What stands here about cases, notes, meetings, the virtual school, self-review, legal work and letters is agreed, and holds once those parts are there.">
        <div className="app-scroll app-scroll--dense" role="region" aria-label="What each role may do" tabIndex={0}>
          <DataTable caption="Roles and what they may do" columns={columns} rows={ROLE_NAMES} rowKey={(role) => role} tight />
        </div>
      </Panel>
    </Page>
  );
}
