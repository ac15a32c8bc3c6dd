import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { JourneyBrowser, type Visit } from './browser.ts';

const POLL_MS = 200;

/** How long a journey may wait for its turn. */
const TURN_MS = 600_000;

/**
 * Journeys share one portal and run side by side. Those that send registers and those that compare figures on two pages take
 * turns by this: gives the way to let the next one begin.
 */
async function figuresToMyself(): Promise<() => void> {
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

/** An attendance officer signed in for the tests of a block, in whose time nobody else sends a register or compares figures. */
export function officerAlone(): { readonly browser: JourneyBrowser; readonly officer: Visit } {
  const journey = {} as { browser: JourneyBrowser; officer: Visit };
  let letOthers: () => void;
  beforeAll(async () => {
    letOthers = await figuresToMyself();
    journey.browser = await JourneyBrowser.open();
    journey.officer = await journey.browser.signIn('Priya Nandra');
  }, TURN_MS);
  afterAll(async () => {
    await journey.browser.close();
    letOthers();
  });
  return journey;
}
