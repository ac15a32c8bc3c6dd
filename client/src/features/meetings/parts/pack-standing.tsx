import { formatDate, formatInstant, formatLongDay, plural } from '../../../lib/format.ts';
import { Link } from '../../../ui/link.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { WarningText } from '../../../ui/warning-text.tsx';
import type { PackPageQuery } from '../pages/pack-page.generated.ts';

type PackPage = PackPageQuery['meetingPack'];

/** How a pack came about: of which day it is, by whom, and that it still is what was frozen. */
export function PackStanding({ page, pack }: { page: PackPage; pack: NonNullable<PackPage['pack']> }) {
  const { dueOn, school: { id }, meetingId } = page;
  const { number, frozenOn, marksTo, hash, isAsFrozen, hiddenRows, reason, madeBy, madeAt } = pack;
  return (
    <>
      {!isAsFrozen && <WarningText>What stands here is not what was frozen: its hash does not fit. Do not use it. Tell the team that runs the portal.</WarningText>}
      <Panel title={`Frozen on ${formatLongDay(frozenOn)}`} aside={marksTo === null ? 'No marks yet' : `Marks to ${formatLongDay(marksTo)}`}>
        <p>What came into the registers after that day is not in it. {madeBy === null ? 'The portal made it' : `${madeBy} made it`}, {formatInstant(madeAt)}{dueOn !== null && dueOn !== frozenOn && number === 1 ? `; it was due on ${formatDate(dueOn)}` : ''}.</p>
        {number > 1 && <p>This is pack {number}, made anew: {reason} <Link href={`/meetings/${meetingId}/pack?schoolId=${id}&number=${number - 1}`}>Pack {number - 1}</Link> is kept.</p>}
        {hiddenRows > 0 && <p><strong>{plural(hiddenRows, 'row')} about {hiddenRows === 1 ? 'a pupil' : 'pupils'} that {hiddenRows === 1 ? 'was' : 'were'} frozen {hiddenRows === 1 ? 'is' : 'are'} no longer shown to you</strong>: who left this school’s reach, or whose record became restricted, does not stand here any more. Counts are as frozen.</p>}
        <p className="app-pack__hash"><span className="app-muted">{isAsFrozen ? 'Checked: this is what was frozen. Hash (SHA-256)' : 'Hash (SHA-256) of what was frozen'}</span> <code>{hash}</code></p>
      </Panel>
    </>
  );
}
