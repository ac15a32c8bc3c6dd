import fs from 'node:fs';
import { isoOfDay, dayOfIso } from '@attendance/shared/kernel';
import { upnCheckLetter } from '@attendance/shared/pupils';

/** A made-up but valid UPN for pupil number n. */
export function benchUpn(n: number): string {
  const body = `990${String(4000 + Math.floor(n / 1000) % 1000).padStart(4, '0')}${String(10 + Math.floor(n / 1_000_000)).padStart(2, '0')}${String(n % 1000).padStart(3, '0')}`;
  return `${upnCheckLetter(body)}${body}`;
}

/** 190 school days from a September Monday: 38 weeks with two-week holidays left out. */
export function schoolDays(firstMonday: string, weeks = 38): number[] {
  const days: number[] = [];
  let monday = dayOfIso(firstMonday);
  for (let week = 0; week < weeks; week += 1) {
    if (week === 7 || week === 24 || week === 32) monday += 7;
    if (week === 14 || week === 28) monday += 14;
    for (let day = 0; day < 5; day += 1) days.push(monday + day);
    monday += 7;
  }
  return days;
}

const ABSENT = ['I', 'O', 'M', 'C', 'G', 'U', 'L', 'N', 'C2', 'V'];

/** Writes one school year of marks, pupil by pupil, as `UPN,Date,Session,Mark`; returns rows and bytes. */
export function writeRegisterFile(file: string, pupils: number, days: readonly number[]): { rows: number; bytes: number } {
  const out = fs.openSync(file, 'w');
  fs.writeSync(out, 'UPN,Date,Session,Mark\n');
  const dates = days.map((day) => isoOfDay(day));
  let seed = 12345;
  let rows = 0;
  let text = '';
  for (let pupil = 0; pupil < pupils; pupil += 1) {
    const upn = benchUpn(pupil);
    for (const date of dates) {
      seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
      const roll = (seed >>> 8) % 1000;
      const morning = roll < 70 ? ABSENT[roll % ABSENT.length] ?? 'I' : '/';
      const afternoon = roll < 65 ? morning : '\\';
      text += `${upn},${date},AM,${morning}\n${upn},${date},PM,${afternoon}\n`;
      rows += 2;
    }
    if (text.length > 4_000_000) {
      fs.writeSync(out, text);
      text = '';
    }
  }
  fs.writeSync(out, text);
  fs.closeSync(out);
  return { rows, bytes: fs.statSync(file).size };
}
