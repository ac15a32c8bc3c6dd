import { CareStatus, Enrolment, Pupil, PupilAddress, PupilCarer, PupilCharacteristic } from './pupil.entity.ts';
import { PupilRepository } from './pupil.repository.ts';
import { EnrolmentResolver, PupilResolver } from './pupil.resolver.ts';
import { PupilService } from './pupil.service.ts';

export { enrolmentsOfPupil } from './pupil.loaders.ts';
export { keepReach } from './reach-keeper.ts';
export { EnrolmentType, PupilType } from './pupil.type.ts';
export type { Enrolment, Pupil } from './pupil.entity.ts';
export { careKind } from './loading/care.kind.ts';
export { rollKind } from './loading/roll.kind.ts';

/** Pupils, their families, enrolments and dated characteristics. */
export function pupilsModule() {
  const repository = new PupilRepository();
  return {
    entities: [Pupil, Enrolment, PupilCharacteristic, CareStatus, PupilCarer, PupilAddress],
    resolvers: [new PupilResolver(new PupilService(repository), repository), new EnrolmentResolver()],
  };
}
