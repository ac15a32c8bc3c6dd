import type { Pool } from 'pg';
import type { MeetingsRun } from '../modules/meetings/index.ts';
import type { Config } from '../platform/config/config.ts';
import { asPortal } from './as-portal.ts';
import { composeModules } from './compose.ts';
import type { OperationDeps } from './execute.ts';

/** Does what meetings need done today, as the jobs of the day do it; again does nothing twice. A run that ends half way is finished by the next. */
export async function workOnMeetings(deps: OperationDeps & { readonly ingest: Pool; readonly config: Config }): Promise<MeetingsRun> {
  const { meetingsDay } = composeModules({ ...deps, app: () => deps.app });
  return meetingsDay.all({ asPortal: asPortal(deps) });
}
