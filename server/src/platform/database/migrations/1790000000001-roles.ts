import type { QueryRunner } from 'typeorm';
import { ForwardOnly } from './forward-only.ts';

/**
 * Who may sign in to PostgreSQL and what "reach" means there (docs/security.md).
 * Roles belong to the cluster, so each is made only where it is missing.
 */
const ROLES: readonly [name: string, options: string, memberOf: string | null][] = [
  ['reach_authority', 'nologin', null],
  ['reach_authority_full', 'nologin inherit', 'reach_authority'],
  ['reach_authority_protected', 'nologin inherit', 'reach_authority_full'],
  ['reach_schools', 'nologin', null],
  ['reach_schools_full', 'nologin inherit', 'reach_schools'],
  ['reach_schools_protected', 'nologin inherit', 'reach_schools_full'],
  ['reach_pupils', 'nologin', null],
  ['reach_pupils_full', 'nologin inherit', 'reach_pupils'],
  ['reach_pupils_protected', 'nologin inherit', 'reach_pupils_full'],
  ['reach_area', 'nologin', null],
  ['reach_aggregate', 'nologin', null],
  ['reach_none', 'nologin', null],
];

export class Roles1790000000001 extends ForwardOnly {
  readonly statements: readonly string[] = [];

  override async up(runner: QueryRunner): Promise<void> {
    await runner.query('create extension if not exists pg_trgm');
    await runner.query('create extension if not exists btree_gist');
    // Two databases of one cluster may migrate at the same moment: one makes the roles, the other waits.
    await runner.query('select pg_advisory_xact_lock(7260001)');
    const create = async (name: string, options: string): Promise<void> => {
      const found = (await runner.query('select 1 from pg_roles where rolname = $1', [name])) as unknown[];
      if (found.length === 0) await runner.query(`create role ${name} ${options}`);
    };
    await create('portal_app', 'login noinherit');
    await create('portal_ingest', 'login noinherit');
    for (const [name, options, memberOf] of ROLES) {
      await create(name, options);
      if (memberOf) await runner.query(`grant ${memberOf} to ${name}`);
      await runner.query(`grant ${name} to portal_app`);
    }
    const everyone = ['portal_app', 'portal_ingest', ...ROLES.map(([name]) => name)].join(', ');
    await runner.query(`do $$ begin execute format('grant usage on schema %I to ${everyone}', current_schema()); end $$`);
    await runner.query(`do $$ begin execute format('revoke create on schema %I from public', current_schema()); end $$`);
  }
}
