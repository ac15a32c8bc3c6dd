import { Worker } from 'node:worker_threads';
import type { ReadOptions } from './read-file.ts';
import type { ReadContext, ReadHooks, ReadOutcome, ReadProgress } from './types.ts';

/** What the worker says. */
export type FromWorker =
  | { readonly kind: 'chunk'; readonly chunk: Uint8Array }
  | { readonly kind: 'progress'; readonly progress: ReadProgress }
  | { readonly kind: 'done'; readonly outcome: ReadOutcome };
/** What the worker is told: that a chunk has been taken. */
export type ToWorker = 'taken';

/**
 * Reads the register file at a path in a thread of its own, so that the server stays free. Reading pauses while `onChunk`
 * is still busy with earlier chunks. Rejects when the file cannot be opened, when `onChunk` fails, or on the signal; a file
 * that is merely unusable gives an outcome with a refusal.
 */
export function readRegisterFile(path: string, context: ReadContext, hooks: ReadHooks, options: ReadOptions = {}): Promise<ReadOutcome> {
  const { signal, ...forWorker } = options;
  signal?.throwIfAborted();
  const worker = new Worker(new URL('./start-worker.mjs', import.meta.url), {
    workerData: { path, context, options: forWorker },
    execArgv: [],
  });
  return new Promise<ReadOutcome>((resolve, reject) => {
    const abort = (): void => fail(signal?.reason);
    const close = (): void => {
      signal?.removeEventListener('abort', abort);
      void worker.terminate();
    };
    const fail = (reason: unknown): void => {
      close();
      reject(reason instanceof Error ? reason : new Error(String(reason)));
    };
    signal?.addEventListener('abort', abort);
    // Chunks are taken one at a time and in order: COPY text is a stream.
    let queue = Promise.resolve();
    const take = async (chunk: Uint8Array): Promise<void> => {
      await hooks.onChunk(chunk);
      worker.postMessage('taken' satisfies ToWorker);
    };
    worker.on('message', (message: FromWorker) => {
      if (message.kind === 'chunk') queue = queue.then(() => take(message.chunk));
      else if (message.kind === 'progress') hooks.onProgress?.(message.progress);
      else {
        queue = queue.then(() => {
          close();
          resolve(message.outcome);
        });
      }
      queue.catch(fail);
    });
    worker.on('error', fail);
    worker.on('exit', (code) => {
      if (code !== 0) fail(new Error(`The register reader stopped with code ${code}`));
    });
  });
}
