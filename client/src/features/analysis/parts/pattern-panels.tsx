import { searchWith } from '../../../graphql/page-query.ts';
import { Column, Columns } from '../../../ui/columns.tsx';
import { useMe } from '../../identity/index.ts';
import type { Kept, RowsOf } from '../rules/measures.ts';
import { BandFiguresPanel } from './band-figures-late.tsx';
import type { CohortPartsFragment } from './cohorts.generated.ts';
import { GroupsPanel } from './groups-panel.tsx';
import type { PatternsFragment } from './patterns.generated.ts';
import { CodesPanel, SessionHeatPanel } from './session-patterns.tsx';

export interface PatternPanelsProps {
  /** Not asked for where they may not be told of a part of what a person sees. */
  readonly groups: CohortPartsFragment | undefined;
  readonly patterns: PatternsFragment | undefined;
  readonly rows: RowsOf;
  readonly search: URLSearchParams;
  readonly kept: readonly string[];
  readonly overview: { readonly persistentShown: boolean };
  readonly within: Pick<Kept, 'phase' | 'schoolId'>;
  /** The phase of the one school shown. */
  readonly schoolPhase?: string | undefined;
}

/** Who misses sessions, when in the week, and by which code. */
export function PatternPanels({ groups, patterns, rows, search, kept, overview, within, schoolPhase }: PatternPanelsProps) {
  const { can } = useMe();
  if (groups === undefined || patterns === undefined) return <p className="govuk-hint">Groups and codes are told for all the schools you see together, not for a part of them: small groups could otherwise be worked out.</p>;
  return (
    <>
      <GroupsPanel split={groups} rows={rows} search={search} kept={kept} mayReadCare={can('pupil:read-care-status')} persistentShown={overview.persistentShown} phase={schoolPhase ?? within.phase}
        crossHref={can('pupil:read') ? `/groups${searchWith(new URLSearchParams(), { split: groups.axis, ...within })}` : undefined} />
      {!can('pupil:read') && <BandFiguresPanel />}
      <Columns>
        <Column span={5}><SessionHeatPanel patterns={patterns} rows={rows} /></Column>
        <Column span={7}><CodesPanel patterns={patterns} rows={rows} /></Column>
      </Columns>
    </>
  );
}
