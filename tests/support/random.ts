/** Draws that are the same on every run, so that a trial that fails can be run again. */
export class Draw {
  constructor(private state: number) {}

  /** A whole number from `low` to `high`, both included. */
  whole(low: number, high: number): number {
    this.state = (Math.imul(this.state, 1664525) + 1013904223) >>> 0;
    return low + Math.floor((this.state / 2 ** 32) * (high - low + 1));
  }

  one<T>(items: readonly T[]): T {
    return items[this.whole(0, items.length - 1)] as T;
  }
}
