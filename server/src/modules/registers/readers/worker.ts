import { parentPort, workerData } from 'node:worker_threads';
import { readFileHere, type ReadOptions } from './read-file.ts';
import type { FromWorker, ToWorker } from './run-worker.ts';
import type { ReadContext } from './types.ts';

// Reading runs ahead of the database by this many chunks and no further.
const MOST_UNCONFIRMED = 8;

interface Task {
  readonly path: string;
  readonly context: ReadContext;
  readonly options: Omit<ReadOptions, 'signal'>;
}

async function run(port: NonNullable<typeof parentPort>, { path, context, options }: Task): Promise<void> {
  let unconfirmed = 0;
  let resume: (() => void) | null = null;
  port.on('message', (_taken: ToWorker) => {
    unconfirmed--;
    resume?.();
    resume = null;
  });
  const send = (message: FromWorker, transfer: ArrayBuffer[] = []): void => port.postMessage(message, transfer);
  const outcome = await readFileHere(
    path,
    context,
    {
      onChunk: async (chunk) => {
        unconfirmed++;
        send({ kind: 'chunk', chunk }, [chunk.buffer as ArrayBuffer]);
        while (unconfirmed >= MOST_UNCONFIRMED) await new Promise<void>((resolve) => (resume = resolve));
      },
      onProgress: (progress) => send({ kind: 'progress', progress }),
    },
    options,
  );
  send({ kind: 'done', outcome });
  port.close();
}

if (parentPort) void run(parentPort, workerData as Task);
