export { MeContext, useMe, type Me, type MeContextValue } from './me.ts';
export { ChangeRoleDocument } from './me.generated.ts';
export { signOut } from './sign-out.ts';
