export { meetingRoutes } from './routes.tsx';
export { BoardHome } from './parts/board-late.ts';
export { InvitationLink } from './parts/invitation-link.tsx';
export { NextMeetingPanel } from './parts/own-meetings.tsx';
export { OwedSummaries } from './parts/owed-summaries.tsx';
export { MyWeekPanel } from './parts/my-week.tsx';
