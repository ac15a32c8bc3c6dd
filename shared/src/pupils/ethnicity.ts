/** A main group of the school census, the broad group it counts in, and the longer codes that authorities may record in its place. */
export interface EthnicGroup { readonly code: string; readonly label: string; readonly broad: string; readonly longer: string }

const group = (broad: string) => (code: string, label: string, longer = ''): EthnicGroup => ({ code, label, broad, longer });
const [white, mixed, asian, black, other] = [group('WHITE'), group('MIXED'), group('ASIAN'), group('BLACK'), group('OTHER')];

/**
 * The main ethnic groups, broad group by broad group, with the longer codes of each. Source: DfE, ethnicity code set of the Common Basic Data Set (CBDS),
 * checked code by code against the reference data of DfE's service for reviewing school and college data (2021); White Northern Irish (WNIR) is in DfE's
 * codes for the alternative provision census. The CBDS file itself, and so its number of version, was not at hand. Gypsy, Roma and other Gypsy or Roma (WROG, WROR, WROO) stand in the list of approved extended codes alone.
 */
export const ETHNIC_GROUPS: readonly EthnicGroup[] = [
  asian('AIND', 'Indian'), asian('APKN', 'Pakistani', 'AMPK AKPA AOPK'), asian('ABAN', 'Bangladeshi'), asian('CHNE', 'Chinese', 'CHKC CMAL CSNG CTWN COCH'), asian('AOTH', 'Any other Asian background', 'AAFR AKAO ANEP ASNL ASLT ASRO AOTA'),
  black('BAFR', 'Black African', 'BANN BCON BGHA BNGN BSLN BSOM BSUD BAOF'), black('BCRB', 'Black Caribbean'), black('BOTH', 'Any other Black background', 'BEUR BNAM BOTB'),
  mixed('MWAS', 'White and Asian', 'MWAP MWAI MWAO'), mixed('MWBA', 'White and Black African'), mixed('MWBC', 'White and Black Caribbean'), mixed('MOTH', 'Any other mixed background', 'MAOE MABL MACH MBOE MBCH MCOE MWOE MWCH MOTM'),
  white('WBRI', 'White British', 'WENG WSCO WWEL WCOR WNIR WOWB'), white('WIRI', 'White Irish'), white('WIRT', 'Traveller of Irish heritage'), white('WROM', 'Gypsy or Roma', 'WROG WROR WROO'),
  white('WOTH', 'Any other White background', 'WALB WBOS WCRO WEEU WEUR WGRE WGRK WGRC WITA WKOS WPOR WSER WTUR WTUK WTUC WWEU WOTW'),
  other('OOTH', 'Any other ethnic group', 'OAFG OARA OEGY OFIL OIRN OIRQ OJPN OKOR OKRD OLAM OLEB OLIB OMAL OMRC OPOL OTHA OVIE OYEM OOEG'),
];
/** Refused, not obtained, or handed in without one: of whom no group is known. Same sources. */
export const NO_ETHNIC_GROUP: readonly string[] = ['REFU', 'NOBT', 'NONE', 'UNCL'];

/** How codes of no list were counted until migration 0039, which counts them as not known: a letter does not tell the group. Nothing but the migration before it reads this. */
export const OTHER_OF_LETTER: Readonly<Record<string, string>> = { A: 'AOTH', B: 'BOTH', C: 'CHNE', M: 'MOTH', O: 'OOTH', W: 'WOTH' };

/** The main group a recorded code counts in: longer codes roll up; null for one refused, not obtained or of no list, who is counted with those of whom no group is known. */
export function mainEthnicGroup(code: string): EthnicGroup | null {
  return ETHNIC_GROUPS.find((each) => each.code === code || each.longer.split(' ').filter(Boolean).includes(code)) ?? null;
}
