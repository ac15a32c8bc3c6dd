import { useEffect, useState, type FormEvent } from 'react';
import { tooManyToPrint } from '@attendance/shared/attendance';
import { Button } from '../../../ui/button.tsx';
import { Input } from '../../../ui/input.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Radios } from '../../../ui/radios.tsx';
import { useMe } from '../../identity/index.ts';
import { DownloadProblem, downloadReport, openToPrint, type ReportFormat } from './download-report.ts';

export interface DownloadPanelProps {
  /** What the file is of; the format and whom it is for are asked here. */
  readonly order: object;
  readonly title: string;
  /** Where the portal makes it, if not where standard reports are made. */
  readonly address?: string;
  readonly namesPupils: boolean;
  /** Its rows, where all of them can be printed as well. */
  readonly rows?: number;
  /** It stands where a button was pressed: whoever pressed it goes on here. */
  readonly takesFocus?: boolean;
}

const NOBODY = 'Say who the file is for: a name, or a team';

const FORMATS = [{ value: 'csv', label: 'CSV' }, { value: 'xlsx', label: 'Excel' }] as const;
const PRESS: Readonly<Record<ReportFormat, readonly [ready: string, making: string]>> = { csv: ['Save the file', 'Making the file'], xlsx: ['Save the file', 'Making the file'], print: ['Open the pages', 'Making the pages'] };

/** Saves or prints what is filtered, all pages of it, once it is said whom it is for. */
export function DownloadPanel({ order, title, address, namesPupils, rows, takesFocus = false }: DownloadPanelProps) {
  const { csrfToken } = useMe();
  const [format, setFormat] = useState<ReportFormat>('csv');
  const [recipient, setRecipient] = useState('');
  const [error, setError] = useState<string | null>(null);
  const [state, setState] = useState<'ready' | 'making' | 'made'>('ready');
  /** Where the pages last made are, while this stands. */
  const [pages, setPages] = useState<string | null>(null);
  useEffect(() => (pages === null ? undefined : () => URL.revokeObjectURL(pages)), [pages]);
  useEffect(() => { if (takesFocus) document.getElementById('recipient')?.focus(); }, [takesFocus]);
  const tooMany = rows === undefined ? null : tooManyToPrint(rows);
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
      const asked = { ...order, format, recipient: recipient.trim() };
      setPages(null);
      if (format === 'print') setPages(await openToPrint(asked, csrfToken, address));
      else await downloadReport(asked, csrfToken, address);
      setState('made');
    } catch (problem) {
      setState('ready');
      setError(problem instanceof DownloadProblem ? problem.message : format === 'print' ? 'The pages could not be opened. Try again.' : 'The file could not be saved. Try again.');
    }
  };
  return (
    <Panel title={title} className="app-no-print">
      <form className="app-report-save" onSubmit={(event) => void download(event)} noValidate>
        <Input
          id="recipient" label="Who is it for?" hint={`A name or a team. It is kept in the trail${namesPupils ? ' with every pupil in the file' : ''}, and stands in the file or on the pages.`} value={recipient} maxLength={200} autoComplete="off"
          onChange={(event) => setRecipient(event.currentTarget.value)} error={error ?? undefined}
        />
        <Radios
          name="format" legend={rows === undefined ? 'Format' : 'File or paper'} className="govuk-radios--inline govuk-radios--small" value={format} onChange={(value) => { setFormat(value as ReportFormat); setState('ready'); }}
          hint={tooMany ?? undefined} items={rows === undefined || tooMany !== null ? FORMATS : [...FORMATS, { value: 'print', label: 'Pages to print' }]}
        />
        <Button type="submit" disabled={state === 'making'} preventDoubleClick>{PRESS[format][state === 'making' ? 1 : 0]}</Button>
        <p role="status" className="app-report-save__state">{state === 'made' ? `Made for ${recipient.trim()}. ${pages === null ? 'Your browser has it now.' : 'The pages are in a new tab.'}` : ''}</p>
        {pages !== null && state === 'made' && <p><a className="govuk-link" href={pages} target="_blank" rel="noreferrer">Open the pages again</a>, if the tab did not open or is shut.</p>}
      </form>
    </Panel>
  );
}
