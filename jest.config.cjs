// Jest runs in CommonJS through swc: no experimental flags, ordinary mocks. ESM-only packages are transformed.
const esmOnly = ['oidc-provider', 'jose', 'openid-client', 'oauth4webapi', 'eta', 'nanoid', 'quick-lru', '@visx', 'd3-[a-z-]+', 'internmap', 'hucre'];
const swc = (tsx) => ['@swc/jest', {
  jsc: {
    parser: { syntax: 'typescript', tsx, decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: false, useDefineForClassFields: false, react: { runtime: 'automatic' } },
    target: 'es2022', keepClassNames: true,
  },
  // Maps beside the code, which jest looks up when a line is asked for: in it they are two thirds of what every test file has to read.
  module: { type: 'commonjs' }, sourceMaps: true,
}];
const base = {
  rootDir: __dirname,
  transform: { '^.+\\.tsx$': swc(true), '^.+\\.(ts|js|mjs)$': swc(false) },
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnly.join('|')})/)`],
};
module.exports = {
  testTimeout: 60_000,
  projects: [
    { ...base, displayName: 'rules', testEnvironment: 'node', testMatch: ['<rootDir>/shared/src/**/*.test.ts', '<rootDir>/server/src/**/*.test.ts'] },
    { ...base, displayName: 'client', testEnvironment: 'jsdom', testMatch: ['<rootDir>/client/src/**/*.test.{ts,tsx}'],
      moduleNameMapper: { '\\.s?css$': '<rootDir>/client/test/empty.cjs', 'lib/env\\.ts$': '<rootDir>/client/test/env.cjs' }, setupFiles: ['<rootDir>/client/test/setup.cjs'] },
    { ...base, displayName: 'portal', testEnvironment: 'node', testMatch: ['<rootDir>/tests/{contract,api,access,faults}/**/*.test.ts'],
      setupFiles: ['reflect-metadata', '<rootDir>/tests/support/served-graphql.cjs'], globalSetup: '<rootDir>/tests/support/global-setup.ts', globalTeardown: '<rootDir>/tests/support/global-teardown.ts' },
    { ...base, displayName: 'journeys', testEnvironment: 'node', testMatch: ['<rootDir>/tests/journeys/**/*.test.ts'],
      globalSetup: '<rootDir>/tests/support/journeys-setup.ts', globalTeardown: '<rootDir>/tests/support/journeys-teardown.ts' },
  ],
};
