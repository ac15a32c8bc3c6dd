import type { ReportFilterValues } from './report-address.ts';

/** `print` is pages the browser opens and prints; the others are files it saves. */
export type ReportFormat = 'csv' | 'xlsx' | 'print';

export interface ReportFileOrder {
  readonly number: number;
  readonly part: string;
  readonly filter: ReportFilterValues;
  readonly sort: string;
  readonly descending: boolean;
  readonly format: ReportFormat;
  readonly recipient: string;
}

/** A file that was not made, in plain words. */
export class DownloadProblem extends Error {}

const NOT_REACHED = 'The connection broke before the file had arrived. Check the connection and try again. The trail may say that it was made.';

/** The name the portal gave a file, or a plain one. */
export function fileNameIn(disposition: string | null, format: ReportFormat): string {
  return /filename="?([\w.-]+)"?/.exec(disposition ?? '')?.[1] ?? `report.${format}`;
}

/** What every file is asked for by, besides what it is of. */
export interface FileOrder { readonly format: ReportFormat; readonly recipient: string }

/** Asks the portal to make a file. Throws DownloadProblem in the portal's words. */
async function madeFile(order: FileOrder, csrfToken: string, address: string): Promise<{ readonly file: Blob; readonly name: string }> {
  const answer = await fetch(address, { method: 'POST', credentials: 'same-origin', headers: { 'content-type': 'application/json', 'x-csrf-token': csrfToken }, body: JSON.stringify(order) }).catch(() => null);
  if (answer === null) throw new DownloadProblem(NOT_REACHED);
  if (!answer.ok) throw new DownloadProblem(await reasonOf(answer));
  const file = await answer.blob().catch(() => null);
  if (file === null) throw new DownloadProblem(NOT_REACHED);
  return { file, name: fileNameIn(answer.headers.get('content-disposition'), order.format) };
}

/** Asks for a report as a file and hands it to the browser to save. Throws DownloadProblem in the portal's words. */
export async function downloadReport(order: FileOrder, csrfToken: string, address = '/files/reports'): Promise<void> {
  const { file, name } = await madeFile(order, csrfToken, address);
  const local = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = local;
  link.download = name;
  link.click();
  // Some browsers begin to save only after the press has been dealt with.
  setTimeout(() => URL.revokeObjectURL(local), 60_000);
}

/** Asks for a report as pages and opens them in a tab of their own, ready to print. Gives their address, good while this page is open: a browser may have kept the tab shut. */
export async function openToPrint(order: FileOrder, csrfToken: string, address = '/files/reports'): Promise<string> {
  const { file } = await madeFile(order, csrfToken, address);
  const local = URL.createObjectURL(file);
  const tab = window.open(local, '_blank');
  tab?.addEventListener('load', () => tab.print());
  return local;
}

async function reasonOf(answer: Response): Promise<string> {
  const body = await answer.json().catch(() => null) as { message?: unknown; errors?: { message?: unknown }[] } | null;
  const message = body?.message ?? body?.errors?.[0]?.message;
  return typeof message === 'string' ? message : 'The portal gave an answer we could not read. Nothing was saved. Try again.';
}
