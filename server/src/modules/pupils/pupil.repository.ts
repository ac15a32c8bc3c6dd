import { foldName } from '@attendance/shared/kernel';
import { In } from 'typeorm';
import type { Operation } from '../../platform/graphql/operation.ts';
import { CareStatus, Enrolment, Pupil, PupilAddress, PupilCarer, PupilCharacteristic } from './pupil.entity.ts';
import type { FoundPupilType } from './pupil.type.ts';

/** Columns of a search result, from a pupil `p`. The current enrolment is the latest that has started and not ended. */
const FOUND = `p.id, coalesce(p.preferred_forename, p.legal_forename) || ' ' || p.legal_surname as name, p.born_on as "bornOn", s.name as "schoolName", e.nc_year as "ncYear"`;
const CURRENT_SCHOOL = `left join lateral (select school_id, nc_year from enrolment e where e.pupil_id = p.id order by (e.ends_on is null) desc, e.starts_on desc limit 1) e on true left join school s on s.id = e.school_id`;

/** Statements about pupils. Whose rows come back is decided by the row policies, never here. */
export class PupilRepository {
  async findPupil(operation: Operation, id: number): Promise<Pupil | null> {
    return operation.manager.findOneBy(Pupil, { id });
  }

  async enrolments(operation: Operation, pupilIds: readonly number[]): Promise<Enrolment[]> {
    return operation.manager.find(Enrolment, { where: { pupilId: In([...pupilIds]) }, order: { startsOn: 'DESC' } });
  }

  async characteristics(operation: Operation, pupilId: number): Promise<PupilCharacteristic[]> {
    return operation.manager.find(PupilCharacteristic, { where: { pupilId }, order: { kind: 'ASC', validFrom: 'DESC' } });
  }

  async careStatuses(operation: Operation, pupilId: number): Promise<CareStatus[]> {
    return operation.manager.find(CareStatus, { where: { pupilId }, order: { validFrom: 'DESC' } });
  }

  async carers(operation: Operation, pupilId: number): Promise<PupilCarer[]> {
    return operation.manager.find(PupilCarer, { where: { pupilId }, order: { priority: 'ASC', carerId: 'ASC' } });
  }

  async addresses(operation: Operation, pupilId: number): Promise<PupilAddress[]> {
    return operation.manager.find(PupilAddress, { where: { pupilId }, order: { validFrom: 'DESC' } });
  }

  /** Children who share an adult with this one, within the actor's reach. */
  async siblings(operation: Operation, pupilId: number): Promise<Pupil[]> {
    const rows = await operation.sql<{ id: number }>(
      `select distinct o.pupil_id as id from pupil_carer c join pupil_carer o on o.carer_id = c.carer_id and o.pupil_id <> c.pupil_id where c.pupil_id = $1`, [pupilId]);
    return rows.length === 0 ? [] : operation.manager.find(Pupil, { where: { id: In(rows.map((row) => row.id)) }, order: { bornOn: 'ASC' } });
  }

  /** By name, forgiving spelling; one more than `most` tells that there are more. */
  async findByName(operation: Operation, text: string, most: number): Promise<FoundPupilType[]> {
    return operation.sql<FoundPupilType>(
      `select ${FOUND}, c.likeness < 1 as "soundsLike" from find_pupil_candidates($1, $2 * 4) c join pupil p on p.id = c.pupil_id ${CURRENT_SCHOOL}
       order by c.likeness desc, p.search_name limit $2`, [foldName(text), most]);
  }

  async findByUpn(operation: Operation, upn: string): Promise<FoundPupilType[]> {
    return operation.sql<FoundPupilType>(`select ${FOUND}, false as "soundsLike" from pupil p ${CURRENT_SCHOOL} where p.upn = $1 or p.former_upn = $1`, [upn]);
  }

  async findByBirthDate(operation: Operation, bornOn: string, most: number): Promise<FoundPupilType[]> {
    return operation.sql<FoundPupilType>(`select ${FOUND}, false as "soundsLike" from pupil p ${CURRENT_SCHOOL} where p.born_on = $1 order by p.search_name limit $2`, [bornOn, most]);
  }
}
