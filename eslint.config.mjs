import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { houseRules } from './tests/support/house-rules.mjs';

/** Tools ask for a default export in these. */
const DEFAULT_EXPORT_WANTED = ['*.config.*', 'codegen.ts', 'client/vite.config.ts', 'tests/support/*-{setup,teardown}.ts', '**/*.d.ts'];
const TESTS = ['**/*.test.{ts,tsx}', 'tests/**', 'client/src/ui/testing/**', 'server/src/world/practice-idp/{harness,test-browser}.ts'];

export default tseslint.config(
  { ignores: ['**/node_modules/', '**/dist/', '**/*.generated.ts', '.data/', 'tests/journeys/out/', 'coverage/'] },
  // A rule that does not fit is changed here, where everyone sees it; nobody steps around one in a comment.
  { linterOptions: { noInlineConfig: true } },
  js.configs.recommended,
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { house: houseRules },
    rules: {
      'house/no-parallel-sql': 'error',
      'house/no-simple-resolvers': 'error',
      'house/no-implied-loading': 'error',
      'house/no-default-export': 'error',
      'max-lines': ['error', 300],
      eqeqeq: 'error',
      'no-alert': 'error',
      'prefer-const': ['error', { ignoreReadBeforeAssign: true }],
      // Loops over bytes set a name before they need it, and plain words for people leave the cause out on purpose.
      'no-useless-assignment': 'off',
      'preserve-caught-error': 'off',
      'no-control-regex': 'off', // what programs of schools write into files has to be named to be cleaned
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // A resolver, a reader or a test double is async because its caller awaits it, whether or not it waits itself.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false, properties: false } }],
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
      '@typescript-eslint/no-base-to-string': 'off',
      '@typescript-eslint/no-unnecessary-type-assertion': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
    },
  },
  {
    // Answers and doubles in tests are read loosely; what is checked there is what they say.
    files: TESTS,
    rules: Object.fromEntries(['no-unsafe-assignment', 'no-unsafe-member-access', 'no-unsafe-argument', 'no-unsafe-call', 'no-unsafe-return', 'unbound-method'].map((name) => [`@typescript-eslint/${name}`, 'off'])),
  },
  { files: DEFAULT_EXPORT_WANTED, rules: { 'house/no-default-export': 'off' } },
  { files: ['shared/src/**'], ignores: TESTS, rules: { 'house/no-clock-or-chance': 'error' } },
  { files: ['shared/src/**', 'server/src/**', 'client/src/**'], ignores: ['server/src/main.ts', 'server/src/world/practice-idp/load-provider.ts', ...TESTS], rules: { 'no-console': 'error' } },
  { ...reactHooks.configs.flat.recommended, files: ['client/src/**'] },
  // Apollo Client comes when it is first needed (docs/adr/0026): a page that named its hooks would bring it along at once.
  { files: ['client/src/**'], ignores: ['client/src/graphql/**'], rules: { 'no-restricted-imports': ['error', { paths: [{ name: '@apollo/client/react', message: 'Ask with graphql/hooks.ts.' }] }] } },
  { files: ['**/*.{js,mjs,cjs}'], ...tseslint.configs.disableTypeChecked },
  {
    files: ['**/*.{js,mjs,cjs}'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly', Buffer: 'readonly', setTimeout: 'readonly', clearTimeout: 'readonly', performance: 'readonly', fetch: 'readonly', AbortSignal: 'readonly', module: 'writable', exports: 'writable', globalThis: 'writable', require: 'readonly', __dirname: 'readonly' } },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  { files: ['client/test/**'], rules: { 'no-undef': 'off' } }, // runs inside a page
);
