import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import { Checkboxes } from '../ui/checkboxes.tsx';
import { Column, Columns } from '../ui/columns.tsx';
import { Details } from '../ui/details.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { FileUpload } from '../ui/file-upload.tsx';
import { FreshnessBanner } from '../ui/freshness-banner.tsx';
import { Input } from '../ui/input.tsx';
import { InsetText } from '../ui/inset-text.tsx';
import { Link } from '../ui/link.tsx';
import { LoadingState } from '../ui/loading-state.tsx';
import { NotYours } from '../ui/not-yours.tsx';
import { NotificationBanner } from '../ui/notification-banner.tsx';
import { Panel } from '../ui/panel.tsx';
import { Radios } from '../ui/radios.tsx';
import { Select } from '../ui/select.tsx';
import { SummaryList } from '../ui/summary-list.tsx';
import { Tag, type TagColour } from '../ui/tag.tsx';
import { Textarea } from '../ui/textarea.tsx';
import { TimeOutStrip } from '../ui/time-out-strip.tsx';
import { WarningText } from '../ui/warning-text.tsx';

const colours: TagColour[] = ['grey', 'green', 'teal', 'blue', 'purple', 'magenta', 'red', 'orange', 'yellow'];

function Form() {
  const [kinds, setKinds] = useState<string[]>(['ill']);
  return (
    <>
      <ErrorSummary keepFocus errors={[{ text: 'Say what happened', href: '#what' }, { text: 'Choose who was there', href: '#who' }]} />
      <Input id="upn" name="upn" label="UPN" hint="13 characters, on the school's own record" defaultValue="R990418018044" error="The letter should be U. One digit may be mistyped" />
      <Select id="school" name="school" label="School" items={[{ text: 'Oakmere Academy', value: 's2' }, { text: 'Fellgate Primary', value: 's4' }]} />
      <Textarea id="what" name="what" label="What happened" rows={3} />
      <Radios name="who" legend="Who was there" defaultValue="m" items={[{ value: 'm', label: 'Mother', hint: 'Dawn Thirkell' }, { value: 'f', label: 'Father' }, { divider: 'or' }, { value: 'o', label: 'Someone else', conditional: <Input id="other" label="Their name" /> }]} />
      <Checkboxes name="kind" className="govuk-checkboxes--small" legend="Why, as you were told" values={kinds} onChange={setKinds} items={[{ value: 'ill', label: 'Ill' }, { value: 'worry', label: 'Worried about school' }, { value: 'none', label: 'No reason given', exclusive: true }]} />
      <FileUpload id="file" name="file" label="Send a file" hint="CSV or XML, up to 200 MB" />
      <div className="app-buttons"><Button preventDoubleClick>Send it</Button><Button variant="secondary">Keep as a draft</Button><Button variant="warning">Undo this delivery</Button><Button small variant="secondary">Small</Button><Button disabled>Cannot yet</Button></div>
    </>
  );
}

export function Parts() {
  return (
    <div className="app-stack app-stack--wide">
      <h1>Parts</h1>
      <TimeOutStrip minutes={5} onStay={() => undefined}>Your note on Mason Thirkell is saved as a draft.</TimeOutStrip>
      <Panel title="The freshness banner says what we cannot see, before any chart">
        <div className="app-stack app-stack--tight">
          <FreshnessBanner state="all-in" title="All 114 schools have sent marks." aside="Marks to Wed 18 Nov, afternoon">Figures below cover every pupil.</FreshnessBanner>
          <FreshnessBanner state="stopped" title="The overnight feed stopped at 02:14. Nothing was lost." aside="Marks to Tue 17 Nov, afternoon · 96 of 114 schools">We try again at 09:30. <Link href="/status">Service status</Link></FreshnessBanner>
          <FreshnessBanner state="as-it-stood" title="You are looking at the register as it stood on Fri 6 Nov 2026." aside="As it stood view"><Link href="/now">Back to today</Link></FreshnessBanner>
        </div>
      </Panel>
      <Panel title="When something is not there">
        <Columns>
          <Column span={3}><h3>Empty</h3><EmptyState>No reviews are due this week. The next is Caleb Nwosu, Tue 24 Nov.</EmptyState></Column>
          <Column span={3}><h3>Loading</h3><LoadingState words="Still fetching marks for 19 schools…" /></Column>
          <Column span={3}><h3>It went wrong</h3><ErrorState title="We could not load the register." reference="7F2-K9" onRetry={() => undefined} /></Column>
          <Column span={3}><h3>Not yours to see</h3><NotYours title="This family is outside your caseload."><Link href="/why">You can open it with a reason</Link>; the manager and the family’s access record will show it.</NotYours></Column>
        </Columns>
      </Panel>
      <Columns>
        <Column span={6}><Panel title="A form"><Form /></Panel></Column>
        <Column span={6}>
          <Panel title="Small parts">
            <div className="app-stack">
              <p className="app-row">{colours.map((colour) => <Tag key={colour} colour={colour}>{colour}</Tag>)}</p>
              <NotificationBanner keepFocus kind="success" text="Sent to Oakmere Academy" />
              <WarningText>A notice cannot be taken back once it is posted.</WarningText>
              <InsetText>A tenth session means: consider, not issue.</InsetText>
              <Details summary="How this is counted"><p>Ten school weeks of this school.</p></Details>
              <SummaryList rows={[{ key: 'Name', value: 'Mason Thirkell' }, { key: 'School', value: 'Oakmere Academy', actions: [{ href: '/change', text: 'Change', hiddenText: 'school' }] }]} />
            </div>
          </Panel>
        </Column>
      </Columns>
    </div>
  );
}
