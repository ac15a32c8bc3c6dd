import type { FaultCode } from './types.ts';

// Look-up tables hold whole numbers only: 0 and up is a value, -1 says "not looked up yet", and what lies below is a fault.
const FAULTS: readonly FaultCode[] = [
  'FIL-01', 'FIL-02', 'FIL-05', 'ENC-02', 'HDR-01', 'HDR-02', 'HDR-03', 'HDR-04', 'HDR-05',
  'UPN-01', 'UPN-02', 'UPN-03', 'UPN-06', 'UPN-07', 'PUP-01', 'PUP-02',
  'DAT-01', 'DAT-02', 'DAT-03', 'DAT-04', 'DAT-05', 'DAT-06', 'SES-01',
  'MRK-01', 'MRK-04', 'MRK-05', 'SCH-01', 'SCH-02',
];

export const NOT_FOUND_YET = -1;

/** The negative number that stands for a fault. */
export function numberOfFault(code: FaultCode): number {
  return -2 - FAULTS.indexOf(code);
}

/** The fault a negative number stands for. */
export function faultOfNumber(value: number): FaultCode {
  return FAULTS[-2 - value]!;
}
