import 'reflect-metadata';
import { workOnMeetings } from '../server/src/app/meetings.ts';
import { runJob } from './lib/job-command.ts';

// `npm run meetings`: freezes the packs whose day has come, locks the records whose days to comment are over, and reminds of preparations due and of the other days around a meeting. Running it again does nothing twice.
await runJob(async (deps) => {
  const { due, frozen, locked, reminded, told } = await workOnMeetings(deps);
  return `${due} packs were due and missing, ${frozen} were frozen. ${locked} records were locked. ${reminded} reminders of preparations were written and ${told} about other days around meetings; they wait to be sent.`;
});
