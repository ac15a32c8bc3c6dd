import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readFileHere } from './read-file.ts';
import { contextOf, OPEN_DAYS, upnOf, weeksOf } from './reading.fixture.ts';
import { isoOfDay } from '@attendance/shared/kernel';
import { readRegisterFile } from './run-worker.ts';

const rows = OPEN_DAYS.flatMap((day) => Array.from({ length: 10 }, (_, pupil) => `${upnOf(pupil)},${isoOfDay(day)},AM,/\r\n`));
// Names long enough that the file does not fit one piece.
const content = `UPN,Date,Session,Mark,Surname\r\n${rows.map((row) => row.replace('\r', `,${'x'.repeat(2000)}\r`)).join('')}`;

describe('reading in a thread', () => {
  let folder: string;
  let file: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'registers-'));
    file = path.join(folder, 'marks.csv');
    await writeFile(file, content);
  });
  afterAll(() => rm(folder, { recursive: true }));

  test('gives what reading here gives, and says how far it has come', async () => {
    const here: Uint8Array[] = [];
    const there: Uint8Array[] = [];
    const progress: number[] = [];
    const outcome = await readFileHere(file, contextOf(), { onChunk: (chunk) => void here.push(chunk) });
    const other = await readRegisterFile(file, contextOf(), {
      onChunk: async (chunk) => {
        await new Promise((resolve) => setImmediate(resolve));
        there.push(chunk);
      },
      onProgress: ({ bytesRead }) => progress.push(bytesRead),
    });
    expect(other).toEqual(outcome);
    expect(outcome.marksAccepted).toBe(rows.length);
    expect(Buffer.concat(there).equals(Buffer.concat(here))).toBe(true);
    expect(weeksOf(Buffer.concat(there).toString('latin1'))).toHaveLength(outcome.weeksWritten);
    expect(progress.at(-1)).toBe(content.length);
  });

  test('a file that is not there is an error', async () => {
    await expect(readRegisterFile(path.join(folder, 'none.csv'), contextOf(), { onChunk: () => undefined })).rejects.toThrow('ENOENT');
  });

  test('a consumer that fails stops the reading', async () => {
    const fails = readRegisterFile(file, contextOf(), { onChunk: () => Promise.reject(new Error('The database went away')) });
    await expect(fails).rejects.toThrow('The database went away');
  });

  test('a signal stops the reading', async () => {
    const stop = new AbortController();
    const reading = readRegisterFile(file, contextOf(), { onChunk: () => undefined, onProgress: () => stop.abort(new Error('Stopped')) }, { signal: stop.signal });
    await expect(reading).rejects.toThrow('Stopped');
  });
});
