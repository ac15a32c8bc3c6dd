import { findEstablishmentType, findPhase, schoolPhaseOf } from './index.ts';

test.each([
  ['a community primary', '01', '2', 'PRIMARY'], ['a middle school counted as secondary', '02', '5', 'SECONDARY'], ['an academy for all ages', '34', '7', 'ALL_THROUGH'], ['a nursery school', '15', '1', 'NURSERY'],
  ['a special school, whatever its phase says', '07', '0', 'SPECIAL'], ['a special academy', '44', '4', 'SPECIAL'], ['a pupil referral unit', '14', '0', 'ALTERNATIVE'], ['a free school for alternative provision', '38', '4', 'ALTERNATIVE'],
  ['a sixth form centre', '31', '6', 'SIXTEEN_PLUS'], ['an independent school with a phase', '11', '2', 'INDEPENDENT'], ['an independent special school', '10', '0', 'SPECIAL'], ['a kind in no phase', '27', '0', 'INDEPENDENT'],
])('%s is listed as what it is', (_, type, phase, listed) => expect(schoolPhaseOf(findEstablishmentType(type)!, findPhase(phase)!)).toBe(listed));
