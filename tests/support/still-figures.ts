import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const POLL_MS = 200;

/** How long a journey may wait for its turn. */
export const TURN_MS = 600_000;

/**
 * Journeys share one portal and run side by side. Those that send registers and those that compare figures on two pages take
 * turns by this: gives the way to let the next one begin.
 */
export async function figuresToMyself(): Promise<() => void> {
  const door = path.join(process.env.JOURNEYS_DATA_DIR ?? os.tmpdir(), 'figures-in-use');
  for (;;) {
    try {
      fs.mkdirSync(door);
      return () => fs.rmdirSync(door);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      await new Promise((resolve) => { setTimeout(resolve, POLL_MS); });
    }
  }
}
