export { DraftNotes } from './drafts/draft-notes.tsx';
export { useDraft, useDraftParts, useDraftsOf, type DraftHandle } from './drafts/use-draft.ts';
export { taskRoutes } from './routes.tsx';
export { SchoolActionsPanel, WorkPanel } from './parts/home-panels.tsx';
