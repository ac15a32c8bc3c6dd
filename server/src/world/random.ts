/** A seeded stream of numbers (sfc32): the same seed always gives the same world. */
export class Random {
  private a = 0;
  private b = 0;
  private c = 0;
  private d = 1;

  constructor(...seeds: readonly number[]) {
    this.seed(...seeds);
  }

  /** Starts the stream again from other numbers; a stream is reused so that millions of pupils make no garbage. */
  seed(...seeds: readonly number[]): this {
    let state = 0x9e3779b9;
    for (const seed of seeds) state = mix(state ^ mix(seed));
    this.a = mix(state + 1);
    this.b = mix(state + 2);
    this.c = mix(state + 3);
    this.d = 1;
    for (let round = 0; round < 4; round++) this.next();
    return this;
  }

  /** A number from 0 up to but not including 1. */
  next(): number {
    const sum = (((this.a + this.b) | 0) + this.d) | 0;
    this.d = (this.d + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = (this.c << 21) | (this.c >>> 11);
    this.c = (this.c + sum) | 0;
    return (sum >>> 0) / 4294967296;
  }

  /** A whole number from 0 up to but not including `below`. */
  whole(below: number): number {
    return (this.next() * below) | 0;
  }

  between(low: number, high: number): number {
    return low + this.whole(high - low + 1);
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(list: readonly T[]): T {
    return list[this.whole(list.length)]!;
  }

  /** A number from the standard normal distribution. */
  normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.next())) * Math.cos(2 * Math.PI * this.next());
  }

  poisson(mean: number): number {
    const floor = Math.exp(-mean);
    let count = 0;
    for (let product = this.next(); product > floor && count < 200; product *= this.next()) count++;
    return count;
  }

  /** The value rounded up or down at random, so that many of them add up to the whole. */
  rounded(value: number): number {
    const floor = Math.floor(value);
    return floor + (this.next() < value - floor ? 1 : 0);
  }
}

/** Scrambles 32 bits. */
export function mix(value: number): number {
  let x = value | 0;
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return (x ^ (x >>> 16)) >>> 0;
}

/** The share of a standard normal distribution below z (Abramowitz and Stegun 26.2.17). */
export function normalShareBelow(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const tail = 0.3989422804 * Math.exp(-(z * z) / 2) * t
    * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return z >= 0 ? 1 - tail : tail;
}

/** A list to draw from where each value comes up in proportion to its weight. */
export function weighted<T>(weights: readonly (readonly [T, number])[]): (random: Random) => T {
  const total = weights.reduce((sum, [, weight]) => sum + weight, 0);
  return (random) => {
    let left = random.next() * total;
    for (const [value, weight] of weights) {
      left -= weight;
      if (left < 0) return value;
    }
    return weights[weights.length - 1]![0];
  };
}
