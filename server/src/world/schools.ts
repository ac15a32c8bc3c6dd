import { dayOfIso, addDays } from '@attendance/shared/kernel';
import { calendarOf, schoolYearOf } from './calendars.ts';
import type { Phase, WorldSchool, WorldSize, YearNumber } from './model.ts';
import { Random } from './random.ts';
import { patronName, placeName } from './school-names.ts';
import { LOCALITIES, NAMED_SCHOOLS, WEXMOOR, type SchoolPlan } from './school-plan.ts';

/** How many schools and pupils each size has, with the localities it spreads over. */
export const SIZES: Readonly<Record<WorldSize, { readonly schools: number; readonly pupils: number; readonly localities: number }>> = {
  demo: { schools: NAMED_SCHOOLS.length, pupils: 0, localities: 5 },
  authority: { schools: 160, pupils: 60_000, localities: 5 },
  county: { schools: 600, pupils: 200_000, localities: 12 },
};

const PHASE_CODES: Readonly<Record<Phase, number>> = {
  NURSERY: 1, PRIMARY: 2, SECONDARY: 4, SPECIAL: 0, ALTERNATIVE: 0, ALL_THROUGH: 7, SIXTEEN_PLUS: 6, INDEPENDENT: 0,
};

/** School types that set their own term dates. */
const OWN_DATES = new Set([2, 5, 11, 28, 33, 34, 35, 36, 38, 40, 41, 42, 43, 44]);

/** The schools of a size, the named ones first, with the calendars of last school year and this one. */
export function buildSchools(size: WorldSize, academicYear: number, seed: number): WorldSchool[] {
  const plans = [...NAMED_SCHOOLS, ...generatedPlans(size, seed)];
  return plans.map((plan) => schoolOf(plan, academicYear, seed));
}

function schoolOf(plan: SchoolPlan, academicYear: number, seed: number): WorldSchool {
  const random = new Random(seed, plan.urn, 3);
  const style = { ownDates: OWN_DATES.has(plan.type), plain: plan.plain ?? false };
  const calendars = [calendarOf(academicYear - 1, plan.urn, style, seed), calendarOf(academicYear, plan.urn, style, seed)] as const;
  const converted = `${academicYear - 3}-09-01`;
  return {
    urn: plan.urn,
    laCode: plan.laCode ?? WEXMOOR,
    establishmentNumber: plan.establishment,
    name: plan.name,
    typeCode: plan.type,
    phaseCode: PHASE_CODES[plan.phase],
    phase: plan.phase,
    statusCode: plan.closed ? 2 : 1,
    trustId: plan.trust ?? null,
    lowAge: plan.years[0] + 4,
    highAge: plan.years[1] + 5,
    locality: LOCALITIES[plan.locality]!,
    postcode: `WX${plan.locality + 1} ${random.between(1, 9)}${letter(random)}${letter(random)}`,
    // 01632 960 is the range kept free for made-up telephone numbers.
    telephone: `01632 960 ${String(random.between(100, 999))}`,
    openedOn: plan.predecessor ? converted : plan.type >= 28 ? `${academicYear - random.between(4, 13)}-09-01` : null,
    closedOn: plan.closed ? addDays(converted, -1) : null,
    capacity: Math.max(30, Math.ceil((plan.roll * 1.06) / 5) * 5),
    years: Array.from({ length: plan.years[1] - plan.years[0] + 1 }, (_, index) => plan.years[0] + index),
    roll: plan.roll,
    sendsMarks: plan.sendsMarks ?? true,
    silentDays: plan.silentDays ?? 0,
    climate: plan.climate ?? random.normal() * 0.22,
    predecessor: plan.predecessor ?? null,
    calendar: { terms: calendars.flatMap((each) => each.terms), closures: calendars.flatMap((each) => each.closures) },
    schoolYears: [schoolYearOf(calendars[0], academicYear - 1), schoolYearOf(calendars[1], academicYear)],
  };
}

const LETTERS = 'ABDEFGHJLNPQRSTUWXYZ';
function letter(random: Random): string {
  return LETTERS[random.whole(LETTERS.length)]!;
}

/** How the schools beyond the named ones divide over phases, as shares of their number, with their usual roll. */
const MIX: readonly { readonly phase: Phase; readonly share: number; readonly roll: number }[] = [
  { phase: 'SECONDARY', share: 0.135, roll: 1000 },
  { phase: 'SPECIAL', share: 0.035, roll: 140 },
  { phase: 'ALTERNATIVE', share: 0.014, roll: 55 },
  { phase: 'ALL_THROUGH', share: 0.01, roll: 900 },
  { phase: 'PRIMARY', share: 1, roll: 245 }, // all the rest
];

function generatedPlans(size: WorldSize, seed: number): SchoolPlan[] {
  const { schools, pupils, localities } = SIZES[size];
  const wanted = schools - NAMED_SCHOOLS.length;
  if (wanted <= 0) return [];
  const phases: { phase: Phase; roll: number }[] = [];
  for (const { phase, share, roll } of MIX) {
    const many = Math.min(wanted - phases.length, Math.round(wanted * share));
    for (let count = 0; count < many; count++) phases.push({ phase, roll });
  }
  const named = NAMED_SCHOOLS.reduce((sum, plan) => sum + plan.roll, 0);
  const scale = (pupils - named) / phases.reduce((sum, each) => sum + each.roll, 0);
  return phases.map(({ phase, roll }, index) => planOf(phase, roll * scale, index, localities, seed));
}

function planOf(phase: Phase, roll: number, index: number, localities: number, seed: number): SchoolPlan {
  const urn = 990431 + index;
  const random = new Random(seed, urn, 4);
  const shared = { urn, phase, locality: index % localities, roll: Math.round(roll * random.between(75, 125) / 100), silentDays: random.chance(0.01) ? random.between(2, 6) : 0 };
  const place = placeName(index);
  const trust = [9901, 9902, 9903, 9904][index % 4]!;
  if (phase === 'SECONDARY') {
    const years: readonly [YearNumber, YearNumber] = [7, random.chance(0.4) ? 13 : 11];
    const establishment = 4200 + index;
    if (random.chance(0.65)) return { ...shared, establishment, name: `${place} Academy`, type: random.chance(0.6) ? 34 : 28, years, trust };
    return { ...shared, establishment, name: `${place} High School`, type: random.chance(0.6) ? 1 : 5, years };
  }
  if (phase === 'SPECIAL') return { ...shared, establishment: 7100 + index, name: `${place} School`, type: random.chance(0.5) ? 7 : 44, years: [0, 13] };
  if (phase === 'ALTERNATIVE') return { ...shared, establishment: 1110 + (index % 80), name: `${place} Centre`, type: random.chance(0.6) ? 14 : 42, years: [7, 11] };
  if (phase === 'ALL_THROUGH') return { ...shared, establishment: 6900 + (index % 90), name: `${place} School`, type: 34, years: [0, 11], trust };
  if (random.chance(0.22)) return { ...shared, establishment: 3400 + index, name: `${place} CofE Primary School`, type: random.chance(0.5) ? 2 : 3, years: [0, 6] };
  if (random.chance(0.08)) return { ...shared, establishment: 3400 + index, name: `${patronName(index)} Catholic Primary School, ${place}`, type: 2, years: [0, 6] };
  if (random.chance(0.4)) return { ...shared, establishment: 2300 + index, name: `${place} Primary Academy`, type: random.chance(0.7) ? 34 : 28, years: [0, 6], trust };
  return { ...shared, establishment: 2300 + index, name: `${place} Primary School`, type: random.chance(0.9) ? 1 : 35, years: [0, 6] };
}

/** The first day pupils were expected in an academic year, or a plausible one for years before the calendars kept here. */
export function firstDayOf(school: WorldSchool, academicYear: number): number {
  const known = school.schoolYears.find((year) => year.academicYear === academicYear);
  return known?.openDays[0] ?? dayOfIso(`${academicYear}-09-04`);
}
