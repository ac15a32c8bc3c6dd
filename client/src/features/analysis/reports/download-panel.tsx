import { useEffect, useState, type FormEvent } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Input } from '../../../ui/input.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Radios } from '../../../ui/radios.tsx';
import { useMe } from '../../identity/index.ts';
import { DownloadProblem, downloadReport, type ReportFormat } from './download-report.ts';

export interface DownloadPanelProps {
  /** What the file is of; the format and whom it is for are asked here. */
  readonly order: object;
  readonly title: string;
  /** Where the portal makes it, if not where standard reports are made. */
  readonly address?: string;
  readonly namesPupils: boolean;
  /** It stands where a button was pressed: whoever pressed it goes on here. */
  readonly takesFocus?: boolean;
}

const NOBODY = 'Say who the file is for: a name, or a team';

/** Saves what is filtered, all pages of it, once it is said whom it is for. */
export function DownloadPanel({ order, title, address, namesPupils, takesFocus = false }: DownloadPanelProps) {
  const { csrfToken } = useMe();
  const [format, setFormat] = useState<ReportFormat>('csv');
  const [recipient, setRecipient] = useState('');
  const [error, setError] = useState<string | null>(null);
  const [state, setState] = useState<'ready' | 'making' | 'made'>('ready');
  useEffect(() => { if (takesFocus) document.getElementById('recipient')?.focus(); }, [takesFocus]);
  const download = async (event: FormEvent) => {
    event.preventDefault();
    if (recipient.trim().length < 2) {
      setError(NOBODY);
      document.getElementById('recipient')?.focus();
      return;
    }
    setError(null);
    setState('making');
    try {
      await downloadReport({ ...order, format, recipient: recipient.trim() }, csrfToken, address);
      setState('made');
    } catch (problem) {
      setState('ready');
      setError(problem instanceof DownloadProblem ? problem.message : 'The file could not be saved. Try again.');
    }
  };
  return (
    <Panel title={title} className="app-no-print">
      <form className="app-report-save" onSubmit={(event) => void download(event)} noValidate>
        <Input
          id="recipient" label="Who is it for?" hint={`A name or a team. It is kept in the trail${namesPupils ? ' with every pupil in the file' : ''}, and stands in the file.`} value={recipient} maxLength={200} autoComplete="off"
          onChange={(event) => setRecipient(event.currentTarget.value)} error={error ?? undefined}
        />
        <Radios name="format" legend="Format" className="govuk-radios--inline govuk-radios--small" value={format} onChange={(value) => setFormat(value === 'xlsx' ? 'xlsx' : 'csv')} items={[{ value: 'csv', label: 'CSV' }, { value: 'xlsx', label: 'Excel' }]} />
        <Button type="submit" disabled={state === 'making'} preventDoubleClick>{state === 'making' ? 'Making the file' : 'Save the file'}</Button>
        <p role="status" className="app-report-save__state">{state === 'made' ? `Made for ${recipient.trim()}. Your browser has it now.` : ''}</p>
      </form>
    </Panel>
  );
}
