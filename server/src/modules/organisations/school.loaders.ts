import DataLoader from 'dataloader';
import type { Operation } from '../../platform/graphql/operation.ts';
import type { School } from './school.entity.ts';
import { SchoolRepository } from './school.repository.ts';

/** The school of each id, one statement per request however many rows ask. */
export function schoolById(operation: Operation): DataLoader<number, School | null> {
  return operation.loader('school-by-id', (own) => new DataLoader<number, School | null>(async (ids) => {
    const schools = new Map((await new SchoolRepository().schoolsById(own, ids)).map((school) => [school.id, school]));
    return ids.map((id) => schools.get(id) ?? null);
  }));
}
