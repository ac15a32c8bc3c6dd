import { MESSAGE_CHANNEL_WORDS, type MessageChannel } from '@attendance/shared/communications';
import { Panel } from '../../../ui/panel.tsx';
import { SummaryList } from '../../../ui/summary-list.tsx';

export interface SendPreviewProps {
  readonly channel: MessageChannel;
  /** The recipient by name. */
  readonly to: string;
  /** An email address, or the lines of a postal one. */
  readonly address: string;
  readonly subject: string;
  readonly text: string;
  /** Titles of documents it points to. */
  readonly files?: readonly string[];
  /** The panel's heading: "This will be sent". */
  readonly title?: string;
}

/** A message as its recipient gets it, shown before anybody confirms that it goes: to whom, where, and every word. */
export function SendPreview({ channel, to, address, subject, text, files = [], title = 'This is what goes out' }: SendPreviewProps) {
  return (
    <Panel title={title} lead>
      <SummaryList rows={[
        { key: 'To', value: <strong className="app-break">{to === '' ? address : to}</strong> },
        { key: channel === 'LETTER' ? 'Posted to' : 'Emailed to', value: address === '' ? <span className="app-over">There is no address</span> : <span className="app-address app-break">{address}</span> },
        { key: 'By', value: MESSAGE_CHANNEL_WORDS[channel] },
        { key: 'Subject', value: <span className="app-break">{subject}</span> },
        { key: 'Text', value: <div className="app-address app-break">{text}</div> },
        ...(files.length === 0 ? [] : [{ key: 'Points to', value: files.map((file) => <span key={file} className="app-line">{file}</span>) }]),
      ]} />
    </Panel>
  );
}
