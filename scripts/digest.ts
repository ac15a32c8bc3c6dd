import 'reflect-metadata';
import { writeDigests } from '../server/src/app/digests.ts';
import { runJob } from './lib/job-command.ts';

// `npm run digest`: writes this week's message of everybody who watches something that changed. Running it again writes no second one.
await runJob(async (deps) => {
  const { week, people, written } = await writeDigests(deps);
  return `Week ${week}: ${people} people watch something, ${written} messages were written and wait to be sent.`;
});
