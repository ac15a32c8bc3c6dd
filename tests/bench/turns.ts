export interface Turns { readonly ours: number[]; readonly peer: number[] }

/** Milliseconds of ours and of the peer, in turn and in changing order (A-B, B-A), after some rounds that nobody times. */
export async function inTurn(ours: () => Promise<unknown>, peer: (() => Promise<unknown>) | null, repeats: number, warmth = 10): Promise<Turns> {
  const times: Turns = { ours: [], peer: [] };
  const time = async (side: 'ours' | 'peer', work: () => Promise<unknown>): Promise<void> => {
    const started = performance.now();
    await work();
    times[side].push(performance.now() - started);
  };
  for (let warm = 0; warm < warmth; warm += 1) { await ours(); await peer?.(); }
  for (let repeat = 0; repeat < repeats; repeat += 1) {
    if (peer && repeat % 2 === 1) await time('peer', peer);
    await time('ours', ours);
    if (peer && repeat % 2 === 0) await time('peer', peer);
  }
  return times;
}
