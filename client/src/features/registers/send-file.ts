/** The answer of the portal to a file: where its receipt will be, or why it was not taken in. */
export type Sent = { readonly deliveryId: number; readonly again: boolean };

/** A file that did not arrive, in plain words. `stopped` when the sender stopped it. */
export class SendProblem extends Error {
  constructor(message: string, readonly stopped = false) {
    super(message);
  }
}

export type SendOptions = {
  readonly file: File;
  /** A URN, or `all` for a file of the whole authority. */
  readonly school: string;
  readonly csrfToken: string;
  readonly onProgress: (share: number) => void;
  readonly signal: AbortSignal;
};

const NOT_REACHED = 'The connection broke while the file was on its way. Nothing was kept, so nothing changed. Check the connection and send the file again.';
const STRANGE = 'The portal gave an answer we could not read. The file may not have arrived. Look at the list of deliveries, and send it again if it is not there.';

/** Sends a register file as the body of one request. Fetch cannot say how much of a body has gone, so this is the older way. */
export function sendFile({ file, school, csrfToken, onProgress, signal }: SendOptions): Promise<Sent> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/uploads/registers?school=${encodeURIComponent(school)}`);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader('x-csrf-token', csrfToken);
    request.setRequestHeader('x-file-name', encodeURIComponent(file.name));
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 1);
    request.onload = () => {
      try {
        resolve(answerOf(request.status, request.responseText));
      } catch (problem) {
        reject(problem instanceof SendProblem ? problem : new SendProblem(STRANGE));
      }
    };
    request.onerror = () => reject(new SendProblem(NOT_REACHED));
    request.onabort = () => reject(new SendProblem('You stopped sending. Nothing was kept, so nothing changed. The file is still chosen below.', true));
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file);
  });
}

/** Reads the portal's answer; throws what it says in words where the file was not taken in. */
export function answerOf(status: number, text: string): Sent {
  const body = parsed(text);
  if (status >= 200 && status < 300 && typeof body?.deliveryId === 'number') return { deliveryId: body.deliveryId, again: body.again === true };
  const message = body?.message ?? body?.errors?.[0]?.message;
  throw new SendProblem(typeof message === 'string' && message !== '' ? message : STRANGE);
}

type Body = { deliveryId?: unknown; again?: unknown; message?: unknown; errors?: readonly { message?: unknown }[] };

function parsed(text: string): Body | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' ? value : null;
  } catch {
    return null;
  }
}
