/** A school's unique reference number: six digits, one per legal establishment. */
export type Urn = number;

/** The URN in a cell, or null when it is not six digits starting with 1. */
export function parseUrn(raw: string | number): Urn | null {
  const text = String(raw).trim();
  return /^1\d{5}$/.test(text) ? Number(text) : null;
}

/** The local authority (three digits) and establishment (four digits) a school is known by. It may outlive a conversion, so it names a school only together with a date. */
export interface Laestab {
  localAuthority: string;
  establishment: string;
}

const WHOLE = /^(\d{3})[\s/-]*(\d{4})$/;

/** The number in a cell ("801/2000", "8012000", "801 2000") or in two cells, or null. */
export function parseLaestab(whole: string | number, establishment?: string | number): Laestab | null {
  if (establishment === undefined) {
    const match = WHOLE.exec(String(whole).trim());
    return match ? { localAuthority: match[1]!, establishment: match[2]! } : null;
  }
  const authority = String(whole).trim();
  const school = String(establishment).trim();
  // Spreadsheets drop leading zeros from either part, but never add digits.
  if (!/^\d{1,3}$/.test(authority) || !/^\d{1,4}$/.test(school)) return null;
  return { localAuthority: authority.padStart(3, '0'), establishment: school.padStart(4, '0') };
}

/** How the number is written on screen: "801/2000". */
export function formatLaestab({ localAuthority, establishment }: Laestab): string {
  return `${localAuthority}/${establishment}`;
}

/** The number as seven digits without a sign between: "8012000". */
export function compactLaestab({ localAuthority, establishment }: Laestab): string {
  return `${localAuthority}${establishment}`;
}
