import path from 'node:path';

/** Everything the portal can be told from outside, read once at boot. */
export interface Config {
  readonly production: boolean;
  readonly port: number;
  /** The address people type; cookies and sign-in redirects are made from it. */
  readonly publicUrl: string;
  /** An existing PostgreSQL (15 or newer), as the owner of the portal's schema; undefined means the embedded one. */
  readonly databaseUrl: string | undefined;
  readonly dataDir: string;
  /** A fixed school day for demonstrations and tests (ISO date); undefined means the real day. */
  readonly today: string | undefined;
  readonly sessionIdleMinutes: number;
  readonly sessionAbsoluteHours: number;
  readonly maxUploadBytes: number;
  /** Whose word is taken for the address of a visitor: names or addresses of the proxies in front, by comma. */
  readonly trustedProxies: string;
  readonly logLevel: string;
  readonly world: 'demo' | 'authority' | 'county' | 'none';
  /** undefined means the bundled identity provider of the practice authority. */
  readonly oidc: { issuer: string; clientId: string; clientSecret: string } | undefined;
  /** GOV.UK Notify; undefined means that messages are kept in the outbox and sent to nobody. */
  readonly notify: { readonly apiKey: string; readonly baseUrl: string | undefined; readonly emailTemplate: string; readonly letterTemplate: string } | undefined;
}

/** A boot stopped by settings, with every problem at once. */
export class ConfigError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`The portal cannot start with these settings:\n${problems.map((p) => `  - ${p}`).join('\n')}\nNothing was changed. Correct them (see .env.example) and start again.`);
  }
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'];
const MAIL_SENDERS = ['capture', 'notify'] as const;
const WORLDS = ['demo', 'authority', 'county', 'none'] as const;

/** Reads the settings, or throws one ConfigError naming everything that is wrong. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const problems: string[] = [];
  const whole = (name: string, fallback: number, min: number, max: number): number => {
    const raw = env[name];
    if (raw === undefined || raw === '') return fallback;
    const value = Number(raw);
    if (!Number.isInteger(value) || value < min || value > max) problems.push(`${name} should be a whole number from ${min} to ${max}; it is "${raw}".`);
    return value;
  };
  const oneOf = <T extends string>(name: string, allowed: readonly T[], fallback: T): T => {
    const raw = (env[name] ?? '') === '' ? fallback : (env[name] as T);
    if (!allowed.includes(raw)) problems.push(`${name} should be one of ${allowed.join(', ')}; it is "${raw}".`);
    return raw;
  };
  const url = (name: string, protocols: string[]): string | undefined => {
    const raw = env[name];
    if (raw === undefined || raw === '') return undefined;
    try {
      if (protocols.includes(new URL(raw).protocol)) return raw.replace(/\/$/, '');
    } catch { /* said below */ }
    problems.push(`${name} should be an address that begins with ${protocols.map((p) => `${p}//`).join(' or ')}.`);
    return undefined;
  };

  const production = env.NODE_ENV === 'production';
  const port = whole('PORT', 4000, 1, 65535);
  const today = env.PORTAL_TODAY === '' ? undefined : env.PORTAL_TODAY;
  if (today !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(today)) problems.push(`PORTAL_TODAY should be a date such as 2026-11-19; it is "${today}".`);
  if (production && today !== undefined) problems.push('PORTAL_TODAY is for demonstrations and may not be set in production.');

  const oidcParts = [env.OIDC_ISSUER, env.OIDC_CLIENT_ID, env.OIDC_CLIENT_SECRET];
  const anyOidc = oidcParts.some((part) => part !== undefined && part !== '');
  if (anyOidc && oidcParts.some((part) => part === undefined || part === '')) problems.push('OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET belong together: set all three or none.');
  if (production && !anyOidc) problems.push('OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET are needed in production: the bundled identity provider signs anyone in and refuses to run there.');
  const publicUrl = url('PORTAL_URL', ['https:', 'http:']) ?? `http://localhost:${port}`;
  if (production && !publicUrl.startsWith('https://')) problems.push('PORTAL_URL should begin with https:// in production.');
  const databaseUrl = url('DATABASE_URL', ['postgres:', 'postgresql:']);
  if (production && databaseUrl === undefined) problems.push('DATABASE_URL is needed in production: the embedded PostgreSQL is for trying the portal out.');

  const notify = readNotify(env, oneOf('MAIL_SENDER', MAIL_SENDERS, 'capture') === 'notify', url('NOTIFY_BASE_URL', ['https:', 'http:']), problems);
  if (production && notify?.baseUrl?.startsWith('http://')) problems.push('NOTIFY_BASE_URL should begin with https:// in production.');

  const config: Config = {
    notify, production, port, publicUrl, databaseUrl, today,
    dataDir: path.resolve(env.DATA_DIR ?? '.data'),
    sessionIdleMinutes: whole('SESSION_IDLE_MINUTES', 30, 1, 24 * 60),
    sessionAbsoluteHours: whole('SESSION_ABSOLUTE_HOURS', 10, 1, 24 * 7),
    trustedProxies: env.TRUSTED_PROXIES || 'loopback',
    maxUploadBytes: whole('MAX_UPLOAD_MB', 2048, 1, 16384) * 1024 * 1024,
    logLevel: oneOf('LOG_LEVEL', LOG_LEVELS, production ? 'info' : 'warn'),
    world: oneOf('WORLD', WORLDS, production ? 'none' : 'demo'),
    oidc: anyOidc ? { issuer: env.OIDC_ISSUER ?? '', clientId: env.OIDC_CLIENT_ID ?? '', clientSecret: env.OIDC_CLIENT_SECRET ?? '' } : undefined,
  };
  if (problems.length > 0) throw new ConfigError(problems);
  return Object.freeze(config);
}

const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';

/** What is needed to send through GOV.UK Notify, where that is asked for. Its key ends with the numbers of the service and of the key. */
function readNotify(env: NodeJS.ProcessEnv, isOn: boolean, baseUrl: string | undefined, problems: string[]): Config['notify'] {
  const like = (name: string, shape: RegExp, what: string): string => {
    const value = (env[name] ?? '').trim();
    if (isOn && !shape.test(value)) problems.push(`${name} should be ${what}, since MAIL_SENDER is notify.`);
    return value;
  };
  const isId = new RegExp(`^${UUID}$`, 'i');
  const notify = {
    baseUrl, apiKey: like('NOTIFY_API_KEY', new RegExp(`-${UUID}-${UUID}$`, 'i'), 'a key of GOV.UK Notify'),
    emailTemplate: like('NOTIFY_EMAIL_TEMPLATE', isId, 'the number of a template with ((subject)) and ((text))'), letterTemplate: like('NOTIFY_LETTER_TEMPLATE', isId, 'the number of a template with ((subject)) and ((text))'),
  };
  return isOn ? notify : undefined;
}
