import { UPN_LETTERS, upnCheckLetter } from '@attendance/shared/pupils';
import { WEXMOOR } from './school-plan.ts';

/** A pupil number with its check letter. */
export function upnOf(la: number, establishment: number, year: number, serial: string): string {
  const body = `${la}${establishment}${String(year % 100).padStart(2, '0')}${serial}`;
  return `${upnCheckLetter(body) ?? ''}${body}`;
}

/** The same number with a check letter it cannot have, as a slip of the keyboard makes it. */
export function misspelled(upn: string): string {
  const letter = UPN_LETTERS[(UPN_LETTERS.indexOf(upn[0]!) + 1) % UPN_LETTERS.length]!;
  return letter + upn.slice(1);
}

/** Gives out pupil numbers, none of them twice. */
export class UpnIssuer {
  private readonly next = new Map<number, number>();
  private readonly taken = new Set<string>();

  /** A number issued by that school in the year the pupil first came to school; neighbours in time are neighbours in number. */
  issue(establishment: number, year: number): string {
    for (let number = establishment; ; number++) {
      const upn = this.fromBlock(number, year);
      if (upn) return upn;
    }
  }

  /** A number told by hand. */
  reserve(establishment: number, year: number, serial: string): string {
    const upn = upnOf(WEXMOOR, establishment, year, serial);
    this.taken.add(upn);
    return upn;
  }

  /** A temporary number: two digits and a letter in place of three digits. */
  temporary(establishment: number, year: number): string {
    for (let serial = 1; ; serial++) {
      const upn = upnOf(WEXMOOR, establishment, year, `${String(serial % 100).padStart(2, '0')}${UPN_LETTERS[Math.floor(serial / 100) % 23]!}`);
      if (this.take(upn)) return upn;
    }
  }

  private fromBlock(establishment: number, year: number): string | null {
    const block = establishment * 100 + (year % 100);
    for (let serial = this.next.get(block) ?? 1; serial <= 999; serial++) {
      this.next.set(block, serial + 1);
      const upn = upnOf(WEXMOOR, establishment, year, String(serial).padStart(3, '0'));
      if (this.take(upn)) return upn;
    }
    return null;
  }

  private take(upn: string): boolean {
    if (this.taken.has(upn)) return false;
    this.taken.add(upn);
    return true;
  }
}
