import { AbsenceTier } from '@attendance/shared/attendance';
import { useSearchParams } from 'react-router';
import { searchWith } from '../../../graphql/page-query.ts';
import { formatNumber, formatRate } from '../../../lib/format.ts';
import { StackBar } from '../../../ui/charts/stack-bar.tsx';
import { Link } from '../../../ui/link.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { finding } from './finding.ts';
import { ListView } from './list-view.tsx';
import { WITHOUT_RANGE } from './range.ts';
import type { RecordView, RegisterView } from './view.ts';
import { ViewControls } from './view-controls.tsx';
import { HowItIsWorkedOut } from './worked-out.tsx';
import { YearView } from './year-view.tsx';

/** The year of a child: what stands out, the figures that say so, and every session behind them. */
export function RegisterPanel({ view, registers }: { view: RecordView; registers: RegisterView }) {
  const [search] = useSearchParams();
  const isList = search.get('view') === 'list';
  const leftOn = view.main?.endsOn && view.main.endsOn < view.on ? view.main.endsOn : null;
  return (
    <Panel lead flush id="register" title={finding(registers.sessions, leftOn)} aside={<ViewControls view={view} isList={isList} />}>
      <Totals registers={registers} />
      <div className="app-panel__body app-stack">
        {registers.thisYear.length > 1 && <p className="app-small app-muted">Figures and heading take {registers.thisYear.length} registers of this year together: {registers.thisYear.map(({ schoolName }) => schoolName).join(' and ')}.</p>}
        {isList ? <ListView view={view} registers={registers} /> : <YearView view={view} registers={registers} />}
        <HowItIsWorkedOut view={view} registers={registers} />
      </div>
    </Panel>
  );
}

function Totals({ registers: { counts, tier } }: { registers: RegisterView }) {
  const absent = counts.authorised + counts.unauthorised;
  return (
    <dl className="app-totals">
      <div className="is-main"><dt>Attendance</dt><dd>{formatRate(counts.attended, counts.possible)} {counts.possible > 0 && <small>{formatNumber(counts.attended)} of {formatNumber(counts.possible)}</small>}</dd></div>
      <div className="is-bar"><dt className="govuk-visually-hidden">Share</dt><dd><StackBar attended={counts.attended} authorised={counts.authorised} unauthorised={counts.unauthorised} /></dd></div>
      <div><dt>Authorised</dt><dd><Opens count={counts.authorised} show="authorised" words="authorised absences" /></dd></div>
      <div><dt>Unauthorised</dt><dd><Opens count={counts.unauthorised} show="unauthorised" words="unauthorised absences" /></dd></div>
      <div><dt>Late, before / after close</dt><dd><Opens count={counts.lateBefore} show="late-before" words="sessions late before the register closed" /> / <Opens count={counts.lateAfter} show="late-after" words="sessions late after the register closed" /></dd></div>
      <div><dt>Missing marks</dt><dd><Opens count={counts.missing} show="missing" words="missing marks" /></dd></div>
      {(tier === AbsenceTier.PERSISTENT || tier === AbsenceTier.SEVERE) && (
        <div className="is-words">
          <dt className="govuk-visually-hidden">Absence</dt>
          <dd><Tag colour={tier === AbsenceTier.SEVERE ? 'red' : 'orange'}>{tier === AbsenceTier.SEVERE ? 'Severely absent' : 'Persistently absent'}</Tag><span className="app-line">{formatRate(absent, counts.possible)} missed</span></dd>
        </div>
      )}
    </dl>
  );
}

/** A count that leads to the sessions it counts, on the same page; nought leads nowhere. */
function Opens({ count, show, words }: { count: number; show: string; words: string }) {
  const [search] = useSearchParams();
  if (count === 0) return <>0</>;
  return <Link href={searchWith(search, { view: 'list', show, ...WITHOUT_RANGE })} preventScrollReset>{formatNumber(count)}<span className="govuk-visually-hidden"> {words}: show them</span></Link>;
}
