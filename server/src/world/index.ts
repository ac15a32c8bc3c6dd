export { buildWorld, type WorldOptions } from './build-world.ts';
export { CAST, type CastMember } from './cast.ts';
export { loadOrganisation, type LoadOptions } from './load-organisation.ts';
export { loadMeetings } from './meetings-load.ts';
export type { World, WorldPupil, WorldSchool, WorldSize } from './model.ts';
export { SITUATIONS } from './named-pupils.ts';
export { SIZES } from './schools.ts';
export type { Situation } from './situation-types.ts';
export { writeExports, type WrittenFile } from './write-exports.ts';
