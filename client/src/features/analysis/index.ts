export { DownloadPanel } from './reports/download-panel.tsx';
export { FreshnessStrip, freshnessQuestion } from './freshness-strip.tsx';
export { analysisRoutes } from './routes.tsx';
export { WatchAlertsPanel } from './watching/alert-rows.tsx';
export { WatchControl } from './watching/watch-control.tsx';
// The home page of the portal is made of these: plain rules and small lists, no charts, so that they may load with the shell.
export { chip, Filters, PHASE_ITEMS } from './parts/filters.tsx';
export { DeliveryList } from './parts/delivery-list.tsx';
export { HeadlineTiles } from './parts/headline-tiles.tsx';
export { LastDays, pupilColumns, PupilName } from './parts/pupil-columns.tsx';
export { workListHref, workListsHref } from './parts/work-filter.ts';
export { WorkCounts, WorkRows } from './parts/work-lists.tsx';
export { SchoolReasonsList } from './parts/reasons.tsx';
export { attendancePercent, HIDDEN, HIDDEN_WHY, percentWords, rateWords } from './rules/counts.ts';
export { firstName, greeting } from './rules/greeting.ts';
export { pupilsHref, rowsWithin } from './rules/measures.ts';
export { phaseLabel } from './rules/phases.ts';
export { missedSentence } from './rules/sentences.ts';
