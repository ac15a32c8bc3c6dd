import { MOORLAND_TRUST, SALTMARSH_TRUST } from './cast.ts';
import type { Phase, WorldTrust } from './model.ts';

/** What is decided about a school by hand or by the name generator; schools.ts makes the rest. */
export interface SchoolPlan {
  readonly urn: number;
  readonly laCode?: number;
  readonly establishment: number;
  readonly name: string;
  readonly type: number;
  readonly phase: Phase;
  /** First and last year taught. */
  readonly years: readonly [number, number];
  readonly roll: number;
  readonly locality: number;
  readonly trust?: number;
  readonly climate?: number;
  readonly sendsMarks?: boolean;
  readonly silentDays?: number;
  readonly predecessor?: number;
  readonly closed?: boolean;
  /** Keeps to the area's dates to the day. */
  readonly plain?: boolean;
}

export const LOCALITIES: readonly string[] = [
  'Saltby', 'Oakmere', 'Tarnbrook', 'Fellgate Dale', 'Wexmoor Vale',
  'Whinscar', 'Holmbeck', 'Ravensey', 'Aldermarsh', 'Crossfell', 'Thornwold', 'Sandholme',
];

export const TRUSTS: readonly WorldTrust[] = [
  { id: MOORLAND_TRUST, groupId: 'TR99001', name: 'Moorland Learning Trust', companiesHouse: '99000101' },
  { id: SALTMARSH_TRUST, groupId: 'TR99002', name: 'Saltmarsh Education Trust', companiesHouse: '99000102' },
  { id: 9903, groupId: 'TR99003', name: 'High Fell Schools Trust', companiesHouse: '99000103' },
  { id: 9904, groupId: 'TR99004', name: 'Harbour and Vale Academies', companiesHouse: '99000104' },
];

/** The LA codes of Wexmoor and of two neighbours where children in care were placed; all three are fictional. */
export const WEXMOOR = 990;
export const NORTHMARSH = 991;
export const HOLTSHIRE = 992;

/** The schools that every size of Wexmoor has. */
export const NAMED_SCHOOLS: readonly SchoolPlan[] = [
  { urn: 990401, establishment: 1004, name: 'Thirkle Hill Nursery School', type: 15, phase: 'NURSERY', years: [-2, -1], roll: 58, locality: 3, sendsMarks: false },
  { urn: 990403, establishment: 2031, name: 'Quarry Lane Primary School', type: 1, phase: 'PRIMARY', years: [0, 6], roll: 312, locality: 2, climate: 0.1 },
  { urn: 990404, establishment: 2044, name: 'Dunmere Primary School', type: 1, phase: 'PRIMARY', years: [0, 6], roll: 186, locality: 0, climate: -0.05, silentDays: 3 },
  { urn: 990405, establishment: 2052, name: 'Fellgate Primary School', type: 1, phase: 'PRIMARY', years: [0, 6], roll: 398, locality: 1, climate: 0.25, plain: true },
  { urn: 990406, establishment: 2063, name: 'Lark Rise Infant School', type: 1, phase: 'PRIMARY', years: [0, 2], roll: 42, locality: 4, climate: -0.3, silentDays: 4 },
  { urn: 990407, establishment: 2071, name: 'Thornley Cross Primary School', type: 5, phase: 'PRIMARY', years: [0, 6], roll: 184, locality: 0, climate: 0, silentDays: 3 },
  { urn: 990408, establishment: 3008, name: 'Millbeck CofE Primary School', type: 3, phase: 'PRIMARY', years: [0, 6], roll: 94, locality: 3, climate: -0.15 },
  { urn: 990409, establishment: 2085, name: 'Larkfield Junior School', type: 1, phase: 'PRIMARY', years: [3, 6], roll: 220, locality: 4, climate: -0.1 },
  { urn: 990410, establishment: 3315, name: 'St Hilda’s Catholic Primary School', type: 2, phase: 'PRIMARY', years: [0, 6], roll: 208, locality: 2, climate: -0.2 },
  { urn: 990331, establishment: 2102, name: 'Harrow Beck Primary School', type: 1, phase: 'PRIMARY', years: [0, 6], roll: 0, locality: 1, sendsMarks: false, closed: true },
  { urn: 990411, establishment: 2102, name: 'Harrow Beck Primary Academy', type: 34, phase: 'PRIMARY', years: [0, 6], roll: 300, locality: 1, trust: MOORLAND_TRUST, predecessor: 990331 },
  { urn: 990412, establishment: 2110, name: 'Netherby Free School', type: 35, phase: 'PRIMARY', years: [0, 6], roll: 176, locality: 4, climate: 0 },
  { urn: 990413, establishment: 5203, name: 'Coppergate Primary School', type: 5, phase: 'PRIMARY', years: [0, 6], roll: 262, locality: 0, climate: 0.05 },
  { urn: 990414, establishment: 4061, name: 'Wexmoor Vale School', type: 34, phase: 'ALL_THROUGH', years: [0, 11], roll: 640, locality: 4, trust: MOORLAND_TRUST, climate: -0.1 },
  { urn: 990417, establishment: 4170, name: 'Oakmere Academy', type: 34, phase: 'SECONDARY', years: [7, 11], roll: 1146, locality: 1, trust: MOORLAND_TRUST, climate: 0.24, plain: true },
  { urn: 990418, establishment: 4180, name: 'Tarnbrook High School', type: 1, phase: 'SECONDARY', years: [7, 11], roll: 1023, locality: 2, climate: 0.16, plain: true },
  { urn: 990419, establishment: 4022, name: 'Saltby Coast Academy', type: 28, phase: 'SECONDARY', years: [7, 11], roll: 874, locality: 0, trust: SALTMARSH_TRUST, climate: 0.08, plain: true },
  { urn: 990420, establishment: 5405, name: 'Aldermoor School', type: 5, phase: 'SECONDARY', years: [7, 13], roll: 680, locality: 4, climate: -0.3 },
  { urn: 990430, establishment: 4603, name: 'Bishop Alder CofE School', type: 2, phase: 'SECONDARY', years: [7, 13], roll: 520, locality: 3, climate: -0.4 },
  { urn: 990421, establishment: 4009, name: 'Kestrel UTC', type: 40, phase: 'SECONDARY', years: [10, 13], roll: 240, locality: 0, trust: SALTMARSH_TRUST, climate: 0.1 },
  { urn: 990422, establishment: 4010, name: 'Slate Street Studio School', type: 41, phase: 'SECONDARY', years: [10, 13], roll: 140, locality: 2, climate: 0.2 },
  { urn: 990424, establishment: 7004, name: 'Hollinbank School', type: 7, phase: 'SPECIAL', years: [0, 13], roll: 132, locality: 1, climate: 0.05 },
  { urn: 990425, establishment: 7011, name: 'Ridgeway Academy', type: 44, phase: 'SPECIAL', years: [0, 11], roll: 164, locality: 4, trust: MOORLAND_TRUST, climate: -0.05 },
  { urn: 990426, establishment: 1101, name: 'The Bridge Centre', type: 14, phase: 'ALTERNATIVE', years: [7, 11], roll: 46, locality: 2 },
  { urn: 990427, establishment: 1102, name: 'Turnstone Academy', type: 38, phase: 'ALTERNATIVE', years: [9, 11], roll: 32, locality: 0, trust: SALTMARSH_TRUST },
  { urn: 990428, establishment: 6002, name: 'St Bede’s School', type: 11, phase: 'INDEPENDENT', years: [0, 11], roll: 210, locality: 3, sendsMarks: false },
  { urn: 991117, laCode: NORTHMARSH, establishment: 4117, name: 'Wending Park Academy', type: 34, phase: 'SECONDARY', years: [7, 11], roll: 0, locality: 0 },
  { urn: 991118, laCode: NORTHMARSH, establishment: 4118, name: 'Kelder Road School', type: 34, phase: 'ALL_THROUGH', years: [0, 11], roll: 0, locality: 0, sendsMarks: false },
  { urn: 992105, laCode: HOLTSHIRE, establishment: 2105, name: 'Ashwell Green Primary School', type: 1, phase: 'PRIMARY', years: [0, 6], roll: 0, locality: 0 },
];
