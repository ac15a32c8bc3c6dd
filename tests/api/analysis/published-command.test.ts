import path from 'node:path';
import { loadCommand } from '../../../scripts/lib/load-command.ts';

const FILE = path.join(__dirname, '../../fixtures/published-daily.csv');

test.each([
  [['published', FILE], /name it with --published/],
  [['published', '--published', '23/07/2026', FILE], /--published should be a date/],
  [['published', '--published', '2026-07-23', '--to', 'July', FILE], /--to should be a date/],
  [['neighbours'], /npm run load -- neighbours <file.csv>/],
])('load %j cannot be meant, and says why', async (words, why) => {
  const { code, said } = await loadCommand(words, {});
  expect([code, said]).toEqual([2, expect.stringMatching(why)]);
});
