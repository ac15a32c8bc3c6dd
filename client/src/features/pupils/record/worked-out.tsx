import { absenceThresholds } from '@attendance/shared/attendance';
import { ruleValue } from '@attendance/shared/kernel';
import { formatNumber, formatRate, plural } from '../../../lib/format.ts';
import { Details } from '../../../ui/details.tsx';
import type { RecordView, RegisterView } from './view.ts';

/** The way from everything recorded to the figures above, so that nobody has to take them on trust. */
export function HowItIsWorkedOut({ view, registers: { counts, sessions, tier } }: { view: RecordView; registers: RegisterView }) {
  if (sessions.length === 0) return null;
  const absent = counts.authorised + counts.unauthorised;
  const outside = sessions.length - counts.possible - counts.missing;
  const { persistent, severe } = absenceThresholds(view.on);
  return (
    <Details className="app-no-print" summary="How these figures are worked out">
      <div className="app-stack app-stack--tight">
        <p>{plural(sessions.length, 'session')} recorded this year, less {formatNumber(outside)} not possible to attend and {formatNumber(counts.missing)} without a mark, leaves <strong>{formatNumber(counts.possible)} possible</strong>.</p>
        <p>{formatNumber(counts.attended)} attended ({formatNumber(counts.lateBefore)} of them late before the register closed, {formatNumber(counts.approved)} at approved education elsewhere). {formatNumber(absent)} missed: {formatNumber(counts.authorised)} authorised and {formatNumber(counts.unauthorised)} unauthorised ({formatNumber(counts.lateAfter)} of them late after it closed).</p>
        <p>Missed {formatNumber(absent)} of {formatNumber(counts.possible)}: {formatRate(absent, counts.possible)}. From {persistent}% a pupil is persistently absent, from {severe}% severely absent{tier === null && `; that is first said after ${ruleValue('persistent-absence.shown-from-week', view.on)} weeks with sessions`}.</p>
      </div>
    </Details>
  );
}
