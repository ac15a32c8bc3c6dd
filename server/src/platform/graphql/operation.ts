import type { Reach } from '@attendance/shared/access';
import { escapeLiteral } from 'pg';
import type { EntityManager, QueryRunner } from 'typeorm';
import { AuditKind } from '../audit/audit-sql.ts';
import { Refusal, RefusalCode } from '../errors/refusal.ts';
import type { Clock } from '../clock/clock.ts';
import { prepared, type Driver } from '../database/prepared.ts';

/** Who is asking, as the platform needs to know it; `identity` works it out. */
export interface OperationActor {
  readonly userId: number | null;
  readonly name: string;
  readonly role: string;
  readonly permissions: ReadonlySet<string>;
  readonly reach: Reach;
  /** Set for machine clients. */
  readonly tokenId?: number;
}

/** What will be written to the audit trail when the operation ends: gathered while it runs, one row whatever it did. */
export class AuditNote {
  kind: AuditKind = AuditKind.VIEWED;
  reason: string | null = null;
  recipient: string | null = null;
  readonly pupilIds = new Set<number>();
  readonly schoolIds = new Set<number>();
  readonly details: Record<string, unknown> = {};

  /** Every child whose record this operation shows, by id. */
  viewed(pupilIds: Iterable<number>): void {
    for (const id of pupilIds) this.pupilIds.add(id);
  }

  /** Marks the operation as one that changes, collects, discloses, combines or erases. */
  as(kind: AuditKind, details: Record<string, unknown> = {}): void {
    this.kind = kind;
    Object.assign(this.details, details);
  }
}

/** The numbers a reach is sent to the database as; empty means nobody, never everybody. */
function reachSettings(actor: OperationActor): { role: string; schools: string; pupils: string } {
  const { reach } = actor;
  const list = (ids: readonly number[]): string => `{${ids.join(',')}}`;
  // The widest role reads restricted records as well, so protected addresses alone must not lead to it.
  const width = !reach.full ? '' : reach.protectedAddress ? '_protected' : '_full';
  switch (reach.kind) {
    case 'AUTHORITY': return { role: `reach_authority${width}`, schools: '{}', pupils: '{}' };
    case 'SCHOOLS': return { role: `reach_schools${width}`, schools: list(reach.schools), pupils: '{}' };
    case 'PUPILS': return { role: `reach_pupils${width}`, schools: '{}', pupils: list(reach.pupils) };
    case 'AGGREGATE': return { role: reach.wholeArea ? 'reach_area' : 'reach_aggregate', schools: list(reach.schools), pupils: '{}' };
    default: return { role: 'reach_none', schools: '{}', pupils: '{}' };
  }
}

/** A value as it stands in a statement that takes no parameters, because it is one of several in a message. */
function literal(value: string | number | readonly number[] | null): string {
  if (value === null) return 'null';
  if (typeof value === 'string') return escapeLiteral(value);
  return typeof value === 'number' ? String(value) : `'{${value.join(',')}}'`;
}

/** The null character, which PostgreSQL takes in no text: an answer in words instead of a fault, whatever field it came in. */
const holdsNoText = (value: unknown): boolean => (typeof value === 'string' ? value.includes('\0') : Array.isArray(value) && typeof value[0] === 'string' && value.some(holdsNoText));

/**
 * One GraphQL operation: one transaction under the actor's reach. It is also the GraphQL context. All statements of the
 * operation go through `sql` or `manager`, one after another on the same connection, and are counted.
 */
export class Operation {
  readonly audit = new AuditNote();
  statements = 0;
  private readonly loaders = new Map<string, unknown>();
  private last: Promise<unknown> = Promise.resolve();
  private isOpen = false;

  constructor(
    readonly actor: OperationActor,
    readonly clock: Clock,
    readonly requestId: string,
    readonly name: string,
    private readonly runner: QueryRunner,
  ) {
    this.serialise();
  }

  get manager(): EntityManager {
    return this.runner.manager;
  }

  /** Rows of one statement, under the actor's reach. Its text comes from a closed set; see `prepared`. */
  async sql<Row>(text: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    if (parameters.some(holdsNoText)) throw new Refusal(RefusalCode.INVALID, 'What was sent holds a character that no text can hold. Nothing was changed. Type it again, or paste it as plain text.');
    return this.inTurn(async () => {
      const connection = (await this.runner.connect()) as Driver;
      return (await connection.query(prepared(text, parameters))).rows as Row[];
    });
  }

  /** Today in England: the day all figures and deadlines of this operation are worked out for. */
  get today(): string {
    return this.clock.today();
  }

  can(permission: string): boolean {
    return this.actor.permissions.has(permission);
  }

  /** The per-request loader of that name, made at its first use. */
  loader<L>(name: string, make: (operation: this) => L): L {
    let loader = this.loaders.get(name) as L | undefined;
    if (loader === undefined) {
      loader = make(this);
      this.loaders.set(name, loader);
    }
    return loader;
  }

  /**
   * Steps out of the reach for the portal's own tables of people and sessions, which no reach may read. Only `identity`
   * may use it; children's rows are not readable here at all.
   */
  async asPortal<T>(work: () => Promise<T>): Promise<T> {
    await this.sql(`select set_config('role', 'portal_app', true)`);
    try {
      return await work();
    } finally {
      await this.sql(`select set_config('role', $1, true)`, [reachSettings(this.actor).role]);
    }
  }

  /** Opens the transaction under the actor's reach. `changes`: it will change something, by ids and not by filters. */
  async begin(changes = false): Promise<void> {
    const { role, schools, pupils } = reachSettings(this.actor);
    const settings = {
      // A page's filters are mostly empty: a plan made for all of them at once would be four times slower than one for these.
      plan_cache_mode: changes ? 'auto' : 'force_custom_plan', synchronous_commit: 'off',
      'app.actor': String(this.actor.userId ?? 0), 'app.schools': schools, 'app.pupils': pupils, 'app.address': this.actor.reach.address ? 'yes' : 'no', role,
    };
    this.isOpen = true;
    await this.together(['start transaction', `select ${Object.entries(settings).map(([name, value]) => `set_config(${literal(name)}, ${literal(value)}, true)`).join(', ')}`]);
  }

  /**
   * Writes the audit row and commits; if the row cannot be written nothing happened and nothing is shown. Entries of all operations
   * pass through the head of one chain, so between its entry and its commit an operation waits for nothing: neither for this process,
   * hence one message for both, nor for the disk, hence a commit that does not wait. The last statement does, for everything written
   * so far, side by side with all others: what is answered is on the disk.
   */
  async commit(): Promise<void> {
    const { audit, actor } = this;
    const details = JSON.stringify(actor.tokenId === undefined ? audit.details : { ...audit.details, token: actor.tokenId });
    const entry = [audit.kind, this.name, actor.userId, actor.role, [...audit.pupilIds], [...audit.schoolIds], details, audit.reason, audit.recipient, this.requestId];
    await this.together([`set local plan_cache_mode = auto`, `select append_audit(${entry.map(literal).join(', ')})`, 'commit', `select pg_logical_emit_message(true, 'kept', '')`]);
    this.isOpen = false;
  }

  async rollback(): Promise<void> {
    if (!this.isOpen) return;
    this.isOpen = false;
    await this.together(['rollback']);
  }

  /** Several statements in one message to the database: the first that fails is the last that runs. */
  private async together(statements: readonly string[]): Promise<void> {
    await this.inTurn(async () => ((await this.runner.connect()) as Driver).query(statements.join('; ')));
  }

  /** What TypeORM sends on its own account, such as the entities of a repository, waits its turn as well. */
  private serialise(): void {
    const send = this.runner.query.bind(this.runner) as (...args: unknown[]) => Promise<unknown>;
    this.runner.query = ((...args: unknown[]) => this.inTurn(() => send(...args))) as QueryRunner['query'];
  }

  /** Fields resolve side by side, but a connection takes one statement at a time: they queue here, and are counted. */
  private inTurn<T>(send: () => Promise<T>): Promise<T> {
    const next = this.last.then(() => {
      this.statements += 1;
      return send();
    });
    this.last = next.catch(() => undefined);
    return next;
  }
}
