export { MACHINE, type Actor } from './actor.ts';
export { ApiTokenService, type IssuedToken, type TokenRequest } from './api-token.service.ts';
export { identityOf, type Identity } from './authenticate.ts';
export { CSRF_HEADER } from './csrf.ts';
export { noStore } from './headers.ts';
export type { ProviderSettings } from './identity-provider.ts';
export { identityModule, type IdentityDeps, type IdentityHttp, type IdentityModule } from './identity.module.ts';
export { peopleKind } from './loading/people.kind.ts';
export { escapeHtml, PLAIN_CSS, plainPage, sendPage } from './plain-page.ts';
