import { AbsenceList } from '../ui/register/absence-list.tsx';
import { LastFive } from '../ui/register/last-five.tsx';
import { MarkCell } from '../ui/register/mark-cell.tsx';
import { RegisterGrid } from '../ui/register/register-grid.tsx';
import { RegisterLegend } from '../ui/register/register-legend.tsx';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { Button } from '../ui/button.tsx';
import { StackBar } from '../ui/charts/stack-bar.tsx';
import { Beside } from '../ui/columns.tsx';
import { IdentityBar } from '../ui/identity-bar.tsx';
import { Link } from '../ui/link.tsx';
import { Panel } from '../ui/panel.tsx';
import { ProgressSteps } from '../ui/progress-steps.tsx';
import { SideNav } from '../ui/side-nav.tsx';
import { lastYear, thisYear } from './data.ts';

const steps = [
  { title: 'Received', detail: '4.1 MB, checked for viruses' }, { title: 'Understood', detail: 'Columns matched, UTF-8' }, { title: 'Reading rows', detail: '70%' },
  { title: 'Comparing', detail: 'with what we hold' }, { title: 'Kept', detail: 'all or nothing, then a receipt' },
];

export function Record() {
  return (
    <>
      <Breadcrumbs items={[{ text: 'Home', href: '/' }, { text: 'Oakmere Academy', href: '/schools/s2' }, { text: 'Pupils', href: '/pupils' }]} />
      <IdentityBar
        name="Mason Thirkell"
        facts={[{ label: 'Year 9', value: <><Link href="/schools/s2">Oakmere Academy</Link>, form 9R</> }, { label: 'Born', value: '14 March 2013 (13)' }, { label: 'Lives with', value: 'mother, Dawn Thirkell' }, { label: 'UPN', value: 'K990417017023' }]}
        actions={<><Button>Log a contact</Button><Button variant="secondary" shortcut="n">Note</Button><Button variant="secondary" shortcut="t">Task</Button></>}
        flags={[
          { kind: 'info', text: '2 siblings, 2 schools' }, { kind: 'need', text: 'SEN support: speech and language' }, { kind: 'care', title: 'Child in need', onOpen: () => undefined },
          { kind: 'risk', title: 'Safe contact only.', text: 'Mother: mobile, 9:30 to 14:30. Set by L. Foxcroft, review 2 Feb' },
        ]}
      />
      <Panel lead flush title="Was 96% to 9 October, 65% since: Mondays, and the week his sister was ill">
        <dl className="app-totals">
          <div className="is-main"><dt>Attendance</dt><dd>82.0% <small>82 of 100</small></dd></div>
          <div className="is-bar"><dt className="govuk-visually-hidden">Share</dt><dd><StackBar attended={82} authorised={9} unauthorised={9} /></dd></div>
          <div><dt>Authorised</dt><dd><Link href="/x">9</Link></dd></div>
          <div><dt>Unauthorised</dt><dd><Link href="/x">9</Link></dd></div>
          <div><dt>Missing marks</dt><dd>1</dd></div>
        </dl>
        <div className="app-panel__body app-stack">
          <div className="app-row app-row--apart"><h3>2026 to 2027</h3><RegisterLegend /></div>
          <RegisterGrid academicYear={2026} weeks={thisYear} today="2026-11-19" label="Register 2026 to 2027" describe={(_, slot) => (slot < 2 ? <span>Counts towards a penalty notice until Fri 5 Feb.</span> : null)} />
          <h3>2025 to 2026</h3>
          <RegisterGrid academicYear={2025} weeks={lastYear} today="2026-11-19" label="Register 2025 to 2026" isPast />
        </div>
      </Panel>
      <div className="app-stack app-stack--wide">
        <Beside
          nav={<SideNav label="Mason Thirkell" current="/pupils/p1/register" groups={[
            { items: [{ label: 'Register', href: '/pupils/p1/register' }, { label: 'Family', href: '/pupils/p1/family', count: 4 }, { label: 'Contacts', href: '/pupils/p1/contacts', count: 31 }] },
            { heading: 'Record', items: [{ label: 'Documents', href: '/pupils/p1/documents', count: 12 }, { label: 'Who looked', href: '/pupils/p1/looked' }] },
          ]}
          />}
        >
          <Panel title="Absences, one by one" flush count={3} countIsLate><AbsenceList weeks={thisYear.slice(0, 12)} caption="Absences this year" describe={(_, slot) => (slot < 2 ? 'A penalty notice, until Fri 5 Feb' : null)} /></Panel>
          <Panel title="Marks in lists" foot="Oldest first.">
            <p>
              Last 5 days <LastFive days={[{ date: '2026-11-12', marks: '/M' }, { date: '2026-11-13', marks: '/\\' }, { date: '2026-11-16', marks: 'OO' }, { date: '2026-11-17', marks: '/p' }, { date: '2026-11-18', marks: 'N-' }]} />
              {' '}from <MarkCell mark="N" /> to <MarkCell mark="I" changed />
            </p>
          </Panel>
        </Beside>
        <Panel title="An import on its way">
          <ProgressSteps steps={steps} done={2} state="running" share={0.7} title="Now reading: Saltby Coast Academy" detail="61,400 of 87,400 rows, 4 seconds left. You can leave this page." action={<Link href="/stop">Stop: nothing will be kept</Link>} />
        </Panel>
        <Panel title="One that stopped">
          <ProgressSteps steps={steps} done={2} state="stopped" share={0.4} title="Stopped: the file ended in the middle of a row" />
        </Panel>
      </div>
    </>
  );
}
