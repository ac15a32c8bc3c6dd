import type { PoolClient } from 'pg';
import { ageOn, foldName } from '@attendance/shared/kernel';
import { normaliseYearGroup } from '@attendance/shared/pupils';
import { FileRefused, type Cells, type Kind, type StageCell } from '../../../platform/loading/index.ts';
import { readUpn } from './read-upn.ts';
import { FACTS, NONE, ROLL_COLUMNS, ROLL_STAGE, type RollField, type RollStaged } from './roll-columns.ts';
import { ROLL_JUDGEMENTS } from './roll-judgements.ts';
import { mergeRoll } from './roll-merge.ts';

export interface RollContext {
  readonly schoolId: number;
  readonly today: string;
  /** The day the file speaks of: dated facts that changed hold from here. */
  readonly on: string;
}

const OLDEST = 25;
const SEXES = { M: 'M', Male: 'M', Boy: 'M', 1: 'M', F: 'F', Female: 'F', Girl: 'F', 2: 'F', U: 'U', Unknown: 'U', 9: 'U' } as const;
const STATUSES = { C: 'C', Current: 'C', Single: 'C', M: 'M', Main: 'M', S: 'S', Subsidiary: 'S', G: 'G', Guest: 'G', F: 'F', O: 'O', Other: 'O' } as const;

/** The roll of one school: pupils by UPN, their stays by the day they joined, families and dated facts. Who is not in the file stays as they are. */
export async function rollKind(client: PoolClient, context: RollContext): Promise<Kind<RollField, RollStaged>> {
  const { rows: [school] } = await client.query<{ laestab: string }>(`select la_code || lpad(establishment_number::text, 4, '0') as laestab from school where id = $1`, [context.schoolId]);
  if (school === undefined) throw new FileRefused(`There is no school ${context.schoolId} in this authority.`, 'Check the URN, or load the schools first.');
  const names: ReadonlySet<string> = new Set([String(context.schoolId), school.laestab]);
  return {
    operation: 'loadPupils', columns: ROLL_COLUMNS, stage: ROLL_STAGE,
    read: (cells) => readPupil(cells, names, context),
    judgements: ROLL_JUDGEMENTS(context.schoolId),
    merge: (tx) => mergeRoll(tx, context),
  };
}

function readPupil(cells: Cells<RollField>, school: ReadonlySet<string>, { on }: RollContext): Record<RollStaged, StageCell> {
  const named = cells.text('school')?.replace(/[\s/-]/g, '');
  if (named !== undefined && !school.has(named)) cells.refuse('school', 'This is not the school the file was loaded for.');
  const forename = cells.needed('forename');
  const surname = cells.needed('surname');
  const preferred = cells.text('preferred');
  const bornOn = cells.neededDay('bornOn');
  if (bornOn >= on || ageOn(bornOn, on) > OLDEST) cells.refuse('bornOn', 'This is no date of birth of a pupil.');
  const startsOn = cells.day('startsOn');
  const endsOn = cells.day('endsOn');
  if (startsOn !== null && startsOn <= bornOn) cells.refuse('startsOn', 'This is before the pupil was born.');
  if (startsOn !== null && endsOn !== null && endsOn < startsOn) cells.refuse('endsOn', 'This is before the date of joining.');
  return {
    pupil_id: null, enrolment_id: null, upn: readUpn(cells, 'upn'), former_upn: cells.text('formerUpn') === null ? null : readUpn(cells, 'formerUpn'),
    legal_surname: surname, legal_forename: forename, preferred_forename: preferred, says_preferred: cells.has('preferred'), search_name: foldName([forename, surname, preferred ?? ''].join(' ')),
    born_on: bornOn, sex: cells.oneOf('sex', SEXES), status: cells.oneOf('status', STATUSES),
    nc_year: normaliseYearGroup(cells.needed('year')) ?? cells.refuse('year', 'There is no such year group. Write N1, N2, R, 1 to 14, or X.'),
    form: cells.text('form'), local_id: cells.text('localId'), starts_on: startsOn, ends_on: endsOn, says_end: cells.has('endsOn'), leaving_reason: cells.text('leavingReason'),
    ...readFacts(cells), address: cells.text('address'), postcode: cells.text('postcode')?.toUpperCase() ?? null, ...readContacts(cells),
  };
}

function readFacts(cells: Cells<RollField>): Pick<Record<RollStaged, StageCell>, 'sen' | 'primary_need' | 'fsm' | 'fsm6' | 'eal' | 'ethnicity' | 'service_child' | 'young_carer'> {
  const sen = cells.oneOf('sen', FACTS.sen);
  const language = cells.text('eal');
  return {
    sen, primary_need: cells.text('need')?.toUpperCase() ?? (sen === NONE ? NONE : null),
    fsm: cells.oneOf('fsm', FACTS.yesNo), fsm6: cells.oneOf('fsm6', FACTS.yesNo),
    eal: language !== null && /^[A-Z]{3}$/i.test(language) && !(/^(?:eng|enb|yes)$/i.test(language)) ? 'OTH' : cells.oneOf('eal', FACTS.eal),
    ethnicity: cells.text('ethnicity')?.toUpperCase() ?? null, service_child: cells.oneOf('serviceChild', FACTS.yesNo), young_carer: cells.oneOf('youngCarer', FACTS.youngCarer),
  };
}

function readContacts(cells: Cells<RollField>): Pick<Record<RollStaged, StageCell>, Extract<RollStaged, `${string}${1 | 2}`>> {
  const name1 = cells.text('contact1');
  const name2 = cells.text('contact2');
  if (name1 !== null && name1.toLowerCase() === name2?.toLowerCase()) cells.refuse('contact2', 'The two contacts have the same name.');
  return {
    name1, relationship1: cells.text('relationship1'), responsibility1: cells.yesNo('responsibility1'), lives_with1: cells.yesNo('livesWith1'), telephone1: cells.text('telephone1'), email1: cells.text('email1'),
    name2, relationship2: cells.text('relationship2'), responsibility2: cells.yesNo('responsibility2'), lives_with2: cells.yesNo('livesWith2'), telephone2: cells.text('telephone2'), email2: cells.text('email2'),
  };
}
