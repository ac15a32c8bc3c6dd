import { askAs } from './officer.ts';

/** One person with one box of one pupil open: where they send it, and as whom. */
export interface Typist { readonly cookie: string; readonly meetingId: number; readonly schoolId: number; readonly pupilId: number }
/** What typists are told: where the portal is, what to send it, and for how long. */
export interface TypingJob { readonly origin: string; readonly port: number; readonly document: string; readonly typists: readonly Typist[]; readonly warmRounds: number; readonly rounds: number; readonly everyMs: number }
/** How long each sending took to be acknowledged, in milliseconds, and each of the first second after the portal started; how many began late, and how many were not saved. */
export interface TypingTimes { readonly first: readonly number[]; readonly times: readonly number[]; readonly late: number; readonly notSaved: number }

interface SyncData { readonly syncMeeting: { readonly saved: readonly { readonly isSaved: boolean; readonly version: number }[]; readonly at: string } }

/** Sends one changed box of each person every so often, each at a moment of their own. */
async function type({ origin, port, document, typists, warmRounds, rounds, everyMs }: TypingJob): Promise<TypingTimes> {
  const people = typists.map((typist) => ({ ...typist, ask: askAs(origin, port, typist.cookie), version: 0, since: null as string | null }));
  let notSaved = 0;
  const send = async (person: (typeof people)[number], round: number): Promise<number> => {
    const { meetingId, schoolId, pupilId, version, since } = person;
    const answers = [{ schoolId, place: 'PUPIL', subject: String(pupilId), field: 'SAID', value: 'Mum says mornings are hard, and maths harder. '.repeat(1 + (round % 10)) + round, base: version }];
    const started = performance.now();
    const { syncMeeting: { saved: [told], at } } = (await person.ask(document, 'SyncMeeting', { id: String(meetingId), since, reading: `PUPIL/${pupilId}`, answers })) as SyncData;
    const took = performance.now() - started;
    if (told?.isSaved !== true) notSaved += 1;
    person.version = told?.version ?? version;
    person.since = at;
    return took;
  };
  const times: number[] = [];
  const first: number[] = [];
  let late = 0;
  const begins = performance.now() + everyMs;
  await Promise.all(people.map(async (person, nth) => {
    for (let round = 0; round < warmRounds + rounds; round += 1) {
      // Whoever is not answered within their second sends late, and is counted.
      const wait = begins + round * everyMs + (nth * everyMs) / people.length - performance.now();
      if (wait > 0) await new Promise((resolve) => { setTimeout(resolve, wait); });
      else if (round >= warmRounds) late += 1;
      const took = await send(person, round);
      if (round >= warmRounds) times.push(took);
      else if (round === 0) first.push(took);
    }
  }));
  return { first, times, late, notSaved };
}

// A process of its own, as browsers are: in the portal's, its sendings would wait for each other and not for the portal.
process.once('message', (job) => {
  void type(job as TypingJob).then((times) => process.send?.(times, () => process.exit(0)));
});
