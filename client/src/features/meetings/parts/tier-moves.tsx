import { MEETING_TIER_WORDS } from '@attendance/shared/meetings';
import { plural } from '../../../lib/format.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { Link } from '../../../ui/link.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Tag } from '../../../ui/tag.tsx';
import type { TierPreviewQuery } from '../pages/tiers-page.generated.ts';
import { TIER_COLOURS, TIERS_WORST_FIRST } from './planner-words.ts';

const scored = (score: number | null): string => (score === null ? 'not scored' : plural(score, 'point'));

/** What values that are tried would do: schools of each tier now and then, and every school that would move. */
export function TierMoves({ preview: { schools, counts, moved } }: { preview: TierPreviewQuery['tierPreview'] }) {
  const rows = TIERS_WORST_FIRST.flatMap((tier) => counts.filter((count) => count.tier === tier));
  return (
    <Panel title={moved.length === 0 ? 'No school would move' : `${moved.length} of ${plural(schools, 'school')} would move`} aside="By today’s figures; nothing is saved yet" flush>
      <DataTable
        caption="Schools of each tier" rows={rows} rowKey={({ tier }) => tier} tight
        columns={[
          { key: 'tier', heading: 'Tier', cell: ({ tier }) => <Tag colour={TIER_COLOURS[tier]}>{MEETING_TIER_WORDS[tier]}</Tag> },
          { key: 'now', heading: 'Now', numeric: true, cell: ({ tier, now }) => <Link href={`/meetings?by=TIER&tier=${tier}&standing=COUNTED`}>{now}</Link> }, { key: 'then', heading: 'With these values', numeric: true, cell: ({ then }) => then },
        ]}
      />
      {moved.length > 0 && (
        <DataTable
          caption="Schools that would move" rows={moved} rowKey={({ schoolId }) => String(schoolId)} tight
          columns={[
            { key: 'school', heading: 'School', cell: ({ schoolId, name }) => <Link href={`/meetings/schools/${schoolId}`}>{name}</Link> },
            { key: 'now', heading: 'Now', cell: ({ now, scoreNow }) => `${MEETING_TIER_WORDS[now]}, ${scored(scoreNow)}` }, { key: 'then', heading: 'With these values', cell: ({ then, scoreThen }) => `${MEETING_TIER_WORDS[then]}, ${scored(scoreThen)}` },
          ]}
        />
      )}
    </Panel>
  );
}
