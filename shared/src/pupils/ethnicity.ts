/** A main group of the school census, the broad group it counts in, and the longer codes that authorities may record in its place. */
export interface EthnicGroup { readonly code: string; readonly label: string; readonly broad: string; readonly longer: string }

const group = (broad: string) => (code: string, label: string, longer = ''): EthnicGroup => ({ code, label, broad, longer });
const [white, mixed, asian, black, other] = [group('WHITE'), group('MIXED'), group('ASIAN'), group('BLACK'), group('OTHER')];

/** The main ethnic groups, broad group by broad group. Source of the main codes: DfE, Common Basic Data Set. The longer ones have not been checked against its list; one that is missing here counts by its letter. */
export const ETHNIC_GROUPS: readonly EthnicGroup[] = [
  asian('AIND', 'Indian'), asian('APKN', 'Pakistani', 'AMPK AKPA AOPK'), asian('ABAN', 'Bangladeshi'), asian('CHNE', 'Chinese', 'CHKC CMAL CSNG CTWN COCH'), asian('AOTH', 'Any other Asian background', 'AAFR AKAO ANEP ASNL ASLT ASRO ATML AOTA'),
  black('BAFR', 'Black African', 'BANN BCON BGHA BNGN BSLN BSOM BSUD BAOF'), black('BCRB', 'Black Caribbean'), black('BOTH', 'Any other Black background', 'BEUR BNAM BOTB'),
  mixed('MWAS', 'White and Asian', 'MWAP MWAI MWAO'), mixed('MWBA', 'White and Black African'), mixed('MWBC', 'White and Black Caribbean'), mixed('MOTH', 'Any other mixed background', 'MAOE MABL MACH MBOE MBCH MCOE MWOE MWCH MOTM'),
  white('WBRI', 'White British', 'WENG WSCO WWEL WCOR WOWB'), white('WIRI', 'White Irish'), white('WIRT', 'Traveller of Irish heritage'), white('WROM', 'Gypsy or Roma', 'WROG WROR WROO'),
  white('WOTH', 'Any other White background', 'WALB WBOS WCRO WEEU WEUR WGRE WGRK WGRC WITA WKOS WPOR WSER WTUR WTUK WTUC WWEU WOTW'),
  other('OOTH', 'Any other ethnic group', 'OAFG OARA OEGY OFIL OIRN OIRQ OJPN OKOR OKRD OLAM OLEB OLIB OMAL OMRC OPOL OTHA OVIE OYEM OOEG'),
];
/** Refused, or not obtained: of whom no group is known. */
export const NO_ETHNIC_GROUP: readonly string[] = ['REFU', 'NOBT'];

/** The main group of each letter that a code nobody told us of counts in: any other background of its broad group. */
export const OTHER_OF_LETTER: Readonly<Record<string, string>> = { A: 'AOTH', B: 'BOTH', C: 'CHNE', M: 'MOTH', O: 'OOTH', W: 'WOTH' };

/** The main group a recorded code counts in: longer codes roll up; null for one refused, not obtained or unlike any. */
export function mainEthnicGroup(code: string): EthnicGroup | null {
  if (NO_ETHNIC_GROUP.includes(code)) return null;
  const found = (main: string | undefined): EthnicGroup | null => ETHNIC_GROUPS.find((each) => each.code === main) ?? null;
  return found(code) ?? ETHNIC_GROUPS.find(({ longer }) => longer.split(' ').filter(Boolean).includes(code)) ?? found(OTHER_OF_LETTER[code.charAt(0)]);
}
