import { Authority, School, SchoolClosure, SchoolContact, SchoolLink, SchoolTerm, Trust } from './school.entity.ts';
import { SchoolRepository } from './school.repository.ts';
import { SchoolResolver } from './school.resolver.ts';

export { schoolById } from './school.loaders.ts';
export { SchoolOfficers, type NamedSchool } from './school-officers.ts';
export { SchoolType } from './school.type.ts';
export type { School } from './school.entity.ts';
export { calendarKind } from './loading/calendar.kind.ts';
export { linksKind } from './loading/links.kind.ts';
export { schoolsKind } from './loading/schools.kind.ts';

/** The authority, its schools, trusts and calendars. */
export function organisationsModule() {
  return {
    entities: [Authority, School, SchoolClosure, SchoolContact, SchoolLink, SchoolTerm, Trust],
    resolvers: [new SchoolResolver(new SchoolRepository())],
  };
}
