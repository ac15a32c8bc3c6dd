import { In } from 'typeorm';
import type { Operation } from '../../platform/graphql/operation.ts';
import { Authority, School, SchoolClosure, SchoolContact, SchoolLink, SchoolTerm, Trust } from './school.entity.ts';
import type { SchoolOfficerType } from './school.type.ts';

/** The statements about schools; open to every reach, since they name no child. */
export class SchoolRepository {
  async authority(operation: Operation): Promise<Authority> {
    return operation.manager.findOneByOrFail(Authority, {});
  }

  async findSchool(operation: Operation, id: number): Promise<School | null> {
    return operation.manager.findOneBy(School, { id });
  }

  async listSchools(operation: Operation): Promise<School[]> {
    return operation.manager.find(School, { order: { name: 'ASC' } });
  }

  async schoolsById(operation: Operation, ids: readonly number[]): Promise<School[]> {
    return operation.manager.findBy(School, { id: In([...ids]) });
  }

  async trust(operation: Operation, id: number): Promise<Trust | null> {
    return operation.manager.findOneBy(Trust, { id });
  }

  async contacts(operation: Operation, schoolId: number): Promise<SchoolContact[]> {
    return operation.manager.find(SchoolContact, { where: { schoolId }, order: { role: 'ASC' } });
  }

  async terms(operation: Operation, schoolId: number): Promise<SchoolTerm[]> {
    return operation.manager.find(SchoolTerm, { where: { schoolId }, order: { startsOn: 'ASC' } });
  }

  async closures(operation: Operation, schoolId: number): Promise<SchoolClosure[]> {
    return operation.manager.find(SchoolClosure, { where: { schoolId }, order: { closedOn: 'ASC' } });
  }

  async links(operation: Operation, schoolId: number): Promise<SchoolLink[]> {
    return operation.manager.findBy(SchoolLink, { schoolId });
  }

  async officer(operation: Operation, schoolId: number): Promise<SchoolOfficerType | null> {
    const rows = await operation.sql<SchoolOfficerType>(
      `select c.id as "userId", c.full_name as "fullName", c.job_title as "jobTitle"
       from school_officer o join colleague c on c.id = o.user_id
       where o.school_id = $1 and o.valid_from <= $2 and coalesce(o.valid_to, $2) >= $2 order by o.valid_from desc limit 1`, [schoolId, operation.today]);
    return rows[0] ?? null;
  }
}
