import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import { analysisModule } from '../modules/analysis/index.ts';
import { auditModule } from '../modules/audit/index.ts';
import { communicationsModule } from '../modules/communications/index.ts';
import { documentsModule } from '../modules/documents/index.ts';
import { identityModule } from '../modules/identity/index.ts';
import { meetingsModule } from '../modules/meetings/index.ts';
import { organisationsModule } from '../modules/organisations/index.ts';
import { pupilsModule } from '../modules/pupils/index.ts';
import { registersModule } from '../modules/registers/index.ts';
import { tasksModule } from '../modules/tasks/index.ts';
import type { Clock } from '../platform/clock/clock.ts';
import type { Config } from '../platform/config/config.ts';
import type { DailyJob } from '../platform/jobs/daily-jobs.ts';
import type { Logger } from '../platform/logging/logger.ts';
import { underOneReach } from './as-portal.ts';

export interface Platform {
  readonly config: Config;
  readonly clock: Clock;
  readonly log: Logger;
  /** Serves requests, under a reach. */
  readonly app: () => DataSource;
  /** Imports and jobs. */
  readonly ingest: Pool;
}

/** A module as the app sees it: tables and resolvers, already wired. */
export interface Module {
  readonly entities: readonly (new () => object)[];
  readonly resolvers: readonly object[];
  /** What it does for each day by itself. */
  readonly dailyJobs?: readonly DailyJob[];
}

/** Builds every module, in the order of module-map.cjs. */
export function composeModules(platform: Platform) {
  const identity = identityModule(platform);
  const organisations = organisationsModule();
  const pupils = pupilsModule();
  const registers = registersModule(platform);
  const analysis = analysisModule();
  const tasks = tasksModule();
  const documents = documentsModule();
  const communications = communicationsModule(platform);
  const meetings = meetingsModule({ communications: communications.service, documents: documents.service, publicUrl: platform.config.publicUrl, asPortal: underOneReach(() => ({ app: platform.app(), clock: platform.clock, log: platform.log })) });
  const audit = auditModule();
  const modules: readonly Module[] = [identity, organisations, pupils, registers, analysis, tasks, documents, communications, meetings, audit];
  return { identity, registers, reports: analysis.reports, packs: meetings.packs, packFreezer: meetings.freezer, termReports: meetings.termReports, planner: meetings.planner, meetingsDay: meetings.day, documents: documents.service, communications: communications.service, modules };
}
