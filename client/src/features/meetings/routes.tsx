import type { RouteObject } from 'react-router';
import { may } from '../../graphql/page-query.ts';

const isPartner = (): boolean => may('meeting:comment') && !may('meeting:prepare');
/** The term for whoever plans it, lines for partners who neither plan nor prepare, their own meetings for schools, and counts for those who see no more. */
const firstPage = () => (may('meeting:record') ? import('./pages/planner-page.tsx') : isPartner() ? import('./pages/lines-page.tsx') : may('meeting:read') ? import('./pages/own-page.tsx') : import('./pages/summary-page.tsx'));

/** Paths of targeting support meetings. */
export const meetingRoutes: RouteObject[] = [
  { path: 'meetings', lazy: firstPage },
  { path: 'meetings/lines', lazy: () => import('./pages/lines-page.tsx') },
  { path: 'meetings/new', lazy: () => import('./pages/new-page.tsx') },
  { path: 'meetings/hand-on', lazy: () => import('./pages/hand-on-all-page.tsx') },
  { path: 'meetings/referrals', lazy: () => import('./pages/referrals-page.tsx') },
  { path: 'meetings/referrals/:id', lazy: () => import('./pages/referral-page.tsx') },
  { path: 'meetings/slots', lazy: () => import('./pages/slots-page.tsx') },
  { path: 'meetings/tiers', lazy: () => import('./pages/tiers-page.tsx') },
  { path: 'meetings/tiers/change', lazy: () => import('./pages/tiers-change-page.tsx') },
  { path: 'meetings/schools/:schoolId', lazy: () => import('./pages/planned-school-page.tsx') },
  { path: 'meetings/schools/:schoolId/tier', lazy: () => import('./pages/tier-page.tsx') },
  { path: 'meetings/schools/:schoolId/frequency', lazy: () => import('./pages/frequency-page.tsx') },
  { path: 'meetings/schools/:schoolId/summary', lazy: () => import('./pages/term-summary-page.tsx') },
  { path: 'meetings/effect', lazy: () => import('./pages/effect-page.tsx') },
  { path: 'meetings/effect/rows', lazy: () => import('./pages/effect-rows-page.tsx') },
  { path: 'meetings/effect/actions/:taskId', lazy: () => import('./pages/effect-action-page.tsx') },
  { path: 'meetings/effect/wide', lazy: () => import('./pages/effect-wide-rows-page.tsx') },
  { path: 'meetings/effect/wide/pupils', lazy: () => import('./pages/effect-wide-people-page.tsx') },
  { path: 'meetings/effect/wide/:taskId/pupils', lazy: () => import('./pages/effect-wide-action-people-page.tsx') },
  { path: 'meetings/effect/wide/:taskId', lazy: () => import('./pages/effect-wide-page.tsx') },
  { path: 'meetings/effect/pupils/:pupilId', lazy: () => import('./pages/effect-pupil-page.tsx') },
  { path: 'meetings/report', lazy: () => import('./pages/term-report-page.tsx') },
  { path: 'meetings/:id', lazy: () => import('./pages/meeting-page.tsx') },
  { path: 'meetings/:id/hold', lazy: () => import('./pages/hold-page.tsx') },
  { path: 'meetings/:id/record', lazy: () => import('./pages/record-page.tsx') },
  { path: 'meetings/:id/prepare', lazy: () => import('./pages/prepare-page.tsx') },
  { path: 'meetings/:id/pack', lazy: () => import('./pages/pack-page.tsx') },
  { path: 'meetings/:id/pack/freeze', lazy: () => import('./pages/pack-freeze-page.tsx') },
  { path: 'meetings/:id/pack/topics', lazy: () => import('./pages/pack-topics-page.tsx') },
  { path: 'meetings/:id/hand-on', lazy: () => import('./pages/hand-on-page.tsx') },
  { path: 'meetings/:id/:command', lazy: () => import('./pages/command-page.tsx') },
];
