import { useQuery } from '../../../graphql/hooks.ts';
import { usePortalClient } from '../../../graphql/portal-client.ts';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { DocumentsPanel } from '../../documents/index.ts';
import { MeetingDocumentsDocument } from './meeting-documents.generated.ts';

const TITLE = 'Documents of this meeting';

/** What was handed round or sent in for a meeting, and adding to it; asked for once the page is there. */
export function MeetingDocuments({ meetingId, schools }: { meetingId: number; schools: readonly { readonly id: number; readonly name: string }[] }) {
  const client = usePortalClient();
  const { data, error } = useQuery(MeetingDocumentsDocument, { variables: { meetingId } });
  if (error) return <Panel title={TITLE}><p role="alert">{error.message}</p></Panel>;
  if (data === undefined) return <Panel title={TITLE}><LoadingState lines={2} /></Panel>;
  const [only] = schools;
  const about = { source: 'MEETING', aboutId: meetingId, ...(schools.length === 1 && only !== undefined ? { schoolId: only.id } : {}) };
  return <DocumentsPanel title={TITLE} documents={data.documents.items} about={about} {...(schools.length > 1 ? { schools: schools.map(({ id, name }) => ({ id: String(id), name })) } : {})} onKept={() => void client.query({ query: MeetingDocumentsDocument, variables: { meetingId } })} />;
}
