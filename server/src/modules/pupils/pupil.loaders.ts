import DataLoader from 'dataloader';
import type { Operation } from '../../platform/graphql/operation.ts';
import type { Enrolment } from './pupil.entity.ts';
import { PupilRepository } from './pupil.repository.ts';

/** The enrolments of each pupil, latest first. */
export function enrolmentsOfPupil(operation: Operation): DataLoader<number, Enrolment[]> {
  return operation.loader('enrolments-of-pupil', (own) => new DataLoader<number, Enrolment[]>(async (ids) => {
    const all = await new PupilRepository().enrolments(own, ids);
    return ids.map((id) => all.filter((enrolment) => enrolment.pupilId === id));
  }));
}
