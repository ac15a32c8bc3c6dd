/** How a kind of establishment is run. */
export const EstablishmentGroup = {
  LA_MAINTAINED: 'LA_MAINTAINED',
  ACADEMY: 'ACADEMY',
  FREE_SCHOOL: 'FREE_SCHOOL',
  SPECIAL: 'SPECIAL',
  INDEPENDENT: 'INDEPENDENT',
  COLLEGE: 'COLLEGE',
  UNIVERSITY: 'UNIVERSITY',
  ONLINE: 'ONLINE',
  WELSH: 'WELSH',
  OTHER: 'OTHER',
} as const;
export type EstablishmentGroup = (typeof EstablishmentGroup)[keyof typeof EstablishmentGroup];

/** Whom a kind of establishment teaches: figures are never compared across these. */
export const Provision = {
  MAINSTREAM: 'MAINSTREAM',
  SPECIAL: 'SPECIAL',
  ALTERNATIVE: 'ALTERNATIVE',
  NURSERY: 'NURSERY',
  SECURE: 'SECURE',
  POST_16: 'POST_16',
  OTHER: 'OTHER',
} as const;
export type Provision = (typeof Provision)[keyof typeof Provision];

/** A kind of establishment. `maintained` says that the council maintains it, which decides where its returns go. */
export interface EstablishmentType {
  readonly code: string;
  readonly label: string;
  readonly group: EstablishmentGroup;
  readonly provision: Provision;
  readonly maintained: boolean;
}

const { LA_MAINTAINED, ACADEMY, FREE_SCHOOL, SPECIAL, INDEPENDENT, COLLEGE, UNIVERSITY, ONLINE, WELSH, OTHER } = EstablishmentGroup;

function type(
  code: string,
  label: string,
  group: EstablishmentGroup,
  provision: Provision = Provision.MAINSTREAM,
  maintained = group === LA_MAINTAINED,
): EstablishmentType {
  return Object.freeze({ code, label, group, provision, maintained });
}

/** The kinds of establishment in England. Source: Get Information About Schools. */
export const ESTABLISHMENT_TYPES: readonly EstablishmentType[] = Object.freeze([
  type('01', 'Community school', LA_MAINTAINED),
  type('02', 'Voluntary aided school', LA_MAINTAINED),
  type('03', 'Voluntary controlled school', LA_MAINTAINED),
  type('05', 'Foundation school', LA_MAINTAINED),
  type('06', 'City technology college', INDEPENDENT),
  type('07', 'Community special school', SPECIAL, Provision.SPECIAL, true),
  type('08', 'Non-maintained special school', SPECIAL, Provision.SPECIAL),
  type('10', 'Other independent special school', SPECIAL, Provision.SPECIAL),
  type('11', 'Other independent school', INDEPENDENT),
  type('12', 'Foundation special school', SPECIAL, Provision.SPECIAL, true),
  type('14', 'Pupil referral unit', LA_MAINTAINED, Provision.ALTERNATIVE),
  type('15', 'Council nursery school', LA_MAINTAINED, Provision.NURSERY),
  type('18', 'Further education college', COLLEGE, Provision.POST_16),
  type('24', 'Secure unit', OTHER, Provision.SECURE),
  type('25', 'Offshore school', OTHER, Provision.OTHER),
  type('26', 'Service children’s education', OTHER, Provision.OTHER),
  type('27', 'Miscellaneous', OTHER, Provision.OTHER),
  type('28', 'Academy sponsor led', ACADEMY),
  type('29', 'Higher education institution', UNIVERSITY, Provision.POST_16),
  type('30', 'Welsh establishment', WELSH, Provision.OTHER),
  type('31', 'Sixth form centre', COLLEGE, Provision.POST_16),
  type('32', 'Special post-16 institution', OTHER, Provision.POST_16),
  type('33', 'Academy special sponsor led', ACADEMY, Provision.SPECIAL),
  type('34', 'Academy converter', ACADEMY),
  type('35', 'Free school', FREE_SCHOOL),
  type('36', 'Free school special', FREE_SCHOOL, Provision.SPECIAL),
  type('37', 'British school overseas', OTHER, Provision.OTHER),
  type('38', 'Free school alternative provision', FREE_SCHOOL, Provision.ALTERNATIVE),
  type('39', 'Free school 16 to 19', FREE_SCHOOL, Provision.POST_16),
  type('40', 'University technical college', FREE_SCHOOL),
  type('41', 'Studio school', FREE_SCHOOL),
  type('42', 'Academy alternative provision converter', ACADEMY, Provision.ALTERNATIVE),
  type('43', 'Academy alternative provision sponsor led', ACADEMY, Provision.ALTERNATIVE),
  type('44', 'Academy special converter', ACADEMY, Provision.SPECIAL),
  type('45', 'Academy 16 to 19 converter', ACADEMY, Provision.POST_16),
  type('46', 'Academy 16 to 19 sponsor led', ACADEMY, Provision.POST_16),
  type('49', 'Online provider', ONLINE, Provision.OTHER),
  type('56', 'Institution funded by another government department', OTHER, Provision.OTHER),
  type('57', 'Academy secure 16 to 19', ACADEMY, Provision.SECURE),
]);

/** A phase of education, with the phase its figures are published under; null when it is in none of them. */
export interface Phase {
  readonly code: string;
  readonly label: string;
  readonly group: 'PRIMARY' | 'SECONDARY' | null;
}

/** The phases of education. All-through schools are counted with secondary. Source: Get Information About Schools. */
export const PHASES: readonly Phase[] = Object.freeze([
  { code: '0', label: 'Not applicable', group: null },
  { code: '1', label: 'Nursery', group: null },
  { code: '2', label: 'Primary', group: 'PRIMARY' },
  { code: '3', label: 'Middle, counted as primary', group: 'PRIMARY' },
  { code: '4', label: 'Secondary', group: 'SECONDARY' },
  { code: '5', label: 'Middle, counted as secondary', group: 'SECONDARY' },
  { code: '6', label: '16 plus', group: null },
  { code: '7', label: 'All-through', group: 'SECONDARY' },
]);

/** The states of an establishment. Source: Get Information About Schools. */
export const ESTABLISHMENT_STATUSES: readonly { readonly code: string; readonly label: string; readonly isOpen: boolean }[] = Object.freeze([
  { code: '1', label: 'Open', isOpen: true },
  { code: '2', label: 'Closed', isOpen: false },
  { code: '3', label: 'Open, proposed to close', isOpen: true },
  { code: '4', label: 'Proposed to open', isOpen: false },
]);

function find<Entry extends { readonly code: string }>(entries: readonly Entry[], raw: string | number): Entry | undefined {
  const text = String(raw).trim();
  // Re-saved extracts lose leading zeros, so codes are compared as numbers; anything with another sign is refused.
  return /^\d{1,3}$/.test(text) ? entries.find((entry) => Number(entry.code) === Number(text)) : undefined;
}

/** The kind of establishment with this code ("02" or "2"), or undefined for an unlisted one. */
export function findEstablishmentType(code: string | number): EstablishmentType | undefined {
  return find(ESTABLISHMENT_TYPES, code);
}

/** The phase with this code, or undefined. */
export function findPhase(code: string | number): Phase | undefined {
  return find(PHASES, code);
}

/** The status with this code, or undefined. */
export function findEstablishmentStatus(code: string | number): (typeof ESTABLISHMENT_STATUSES)[number] | undefined {
  return find(ESTABLISHMENT_STATUSES, code);
}
