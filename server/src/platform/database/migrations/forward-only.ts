import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A migration made of statements, in order. Forward only: going back is restoring a backup. */
export abstract class ForwardOnly implements MigrationInterface {
  abstract readonly statements: readonly string[];

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`set local lock_timeout = '10s'`);
    for (const statement of this.statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
