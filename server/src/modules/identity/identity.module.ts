import type { RequestHandler, Response, Router } from 'express';
import type { DataSource } from 'typeorm';
import type { Clock } from '../../platform/clock/clock.ts';
import type { Config } from '../../platform/config/config.ts';
import type { Logger } from '../../platform/logging/logger.ts';
import { authenticate } from './authenticate.ts';
import { refuseForgery } from './csrf.ts';
import { securityHeaders } from './headers.ts';
import { IdentityProvider, type ProviderSettings } from './identity-provider.ts';
import { MeResolver } from './me.resolver.ts';
import { MeService } from './me.service.ts';
import { ownAuthority } from './session.repository.ts';
import { SessionService } from './session.service.ts';
import { sessionState, type SessionState } from './session-state.ts';
import { signInRouter } from './sign-in.router.ts';
import { SignInService } from './sign-in.service.ts';

export interface IdentityDeps {
  readonly config: Config;
  readonly clock: Clock;
  readonly log: Logger;
  /** Connected as portal_app. */
  readonly app: () => DataSource;
}

/** What identity lends to the web server. */
export interface IdentityHttp {
  /** Before everything else. */
  readonly headers: RequestHandler;
  /** Finds out who is asking; `identityOf(response)` tells. Before every route that needs to know. */
  readonly authenticate: RequestHandler;
  /** After `authenticate`, before anything that changes something. */
  readonly refuseForgery: RequestHandler;
  /** The same for GraphQL, whatever the method. */
  readonly refuseForgedGraphql: RequestHandler;
  /** What a page must know before it can ask; after `authenticate`. */
  readonly sessionOf: (response: Response) => Promise<SessionState>;
  /** To be mounted at /auth. */
  readonly router: Router;
}

export interface IdentityModule {
  readonly entities: readonly (new () => object)[];
  readonly resolvers: readonly object[];
  /** Sign-in with `config.oidc`, or with the client of the practice identity provider. */
  http(provider: ProviderSettings): IdentityHttp;
}

/** Sign-in, sessions and rights. */
export function identityModule({ config, clock, log, app }: IdentityDeps): IdentityModule {
  return {
    entities: [], // each statement here is plain SQL: the hot path is one, and no table leaves this module
    resolvers: [new MeResolver(new MeService())],
    http: (settings) => {
      const provider = new IdentityProvider(settings, config.publicUrl);
      const sessions = new SessionService(app, clock, config);
      const signIn = new SignInService(app, clock, provider, sessions, log);
      const whoIsAsking = authenticate({ app, clock, sessions });
      const sessionOf = sessionState({ config, clock, authority: () => ownAuthority(app()) });
      return {
        sessionOf,
        headers: securityHeaders({ production: config.production, providerOrigin: new URL(settings.issuer).origin }),
        authenticate: whoIsAsking,
        refuseForgery: refuseForgery({ publicUrl: config.publicUrl, log }),
        refuseForgedGraphql: refuseForgery({ publicUrl: config.publicUrl, log, everyMethod: true }),
        router: signInRouter({ config, log, provider, sessions, signIn, authenticate: whoIsAsking, sessionOf }),
      };
    },
  };
}
