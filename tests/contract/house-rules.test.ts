import { RuleTester } from 'eslint';
import tseslint from 'typescript-eslint';
import { houseRules } from '../support/house-rules.mjs';

const tester = new RuleTester({ languageOptions: { parser: tseslint.parser as never } });

/** A rule, what it lets pass and what it catches. */
function check(name: string, { passes, catches }: { passes: string[]; catches: string[] }): void {
  const rule = houseRules.rules[name];
  if (!rule) throw new Error(`There is no rule ${name}.`);
  tester.run(name, rule, { valid: passes, invalid: catches.map((code) => ({ code, errors: [{ messageId: 'broken' }] })) });
}

check('no-parallel-sql', {
  passes: [
    'await Promise.all(files.map((file) => read(file)));',
    'await Promise.all(pupils.map((pupil) => schoolById(operation).load(pupil.schoolId)));',
    'const a = await operation.sql(one); const b = await operation.sql(two);',
    'await Promise.race([closed, timeout]);',
    'await Promise.all(work.map((each: { operation: string }) => each.run()));',
  ],
  catches: [
    'await Promise.all([operation.sql(one), operation.sql(two)]);',
    'await Promise.all(ids.map((id) => tx.query("select 1", [id])));',
    'await Promise.all(ids.map(async (id) => { await this.repository.find(operation, id); }));',
    'await Promise.allSettled([this.runner.query(one), other()]);',
    'await Promise.all([operation.manager.save(one), done]);',
  ],
});

check('no-simple-resolvers', {
  passes: ['@ObjectType({ description: "x" }) class A {}', '@ObjectType({ simpleResolvers: false }) class A {}'],
  catches: ['@ObjectType({ simpleResolvers: true }) class A {}', 'class A { @Field(() => Int, { simpleResolvers: fast }) a: number; }', '@ObjectType({ "simpleResolvers": true }) class A {}'],
});

check('no-implied-loading', {
  passes: ['@Entity() class A { @ManyToOne(() => B, { nullable: false }) b: B; }', 'const route = { lazy: () => import("./page.tsx") };', 'class A { @ManyToOne(() => B, { eager: false }) b: B; }'],
  catches: [
    'class A { @ManyToOne(() => B, { eager: true }) b: B; }',
    'class A { @ManyToOne(() => B, { lazy: true }) b: B; }',
    'class A { @OneToMany(() => B, (b) => b.a, { cascade: ["insert"] }) b: B[]; }',
    '@EventSubscriber() class A {}',
  ],
});

check('no-clock-or-chance', {
  passes: ['const day = new Date(Date.UTC(2026, 8, 1));', 'Temporal.PlainDate.from(text);', 'Math.round(1.5);'],
  catches: ['Date.now();', 'new Date();', 'Date();', 'Math.random();', 'Temporal.Now.plainDateISO();', 'globalThis.crypto.randomUUID();'],
});

check('no-default-export', { passes: ['export const a = 1;', 'export class A {}'], catches: ['export default 1;', 'export default function a() {}'] });
