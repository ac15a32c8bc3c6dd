import 'reflect-metadata';
import { writeReminders } from '../server/src/app/reminders.ts';
import { runJob } from './lib/job-command.ts';

// `npm run reminders`: on the Monday of a school week, writes a message to everybody who owes something by Sunday or is to know of it. Running it again writes no second one.
await runJob(async (deps) => {
  const { week, isMonday, people, written } = await writeReminders(deps);
  return isMonday
    ? `Week ${week}: ${people} people have something due or are to know of it, ${written} messages were written and wait to be sent.`
    : 'Reminders are written on the Monday of a school week. Nothing was written today.';
});
