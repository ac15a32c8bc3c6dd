/** Plain progress lines: one line rewritten in a terminal, a line now and then elsewhere. */
export class Progress {
  private last = 0;

  say(words: string): void {
    this.clear();
    console.log(words);
  }

  /** A step that goes on; `part` of `whole`. */
  step(words: string, part: number, whole: number): void {
    const now = performance.now();
    const percent = whole === 0 ? 100 : Math.floor((100 * part) / whole);
    if (process.stdout.isTTY) process.stdout.write(`\r\x1b[K${words} ${percent}%`);
    else if (now - this.last > 5000) console.log(`${words} ${percent}%`);
    else return;
    this.last = now;
  }

  clear(): void {
    if (process.stdout.isTTY) process.stdout.write('\r\x1b[K');
  }
}
