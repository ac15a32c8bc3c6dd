// The laws of the house that can be read off the imports. Each has a test that breaks it: tests/contract/house-laws.test.ts.
const modules = require('./module-map.cjs');

const MODULES = 'server/src/modules';
const FEATURES = 'client/src/features';
const TEST = '[.]test[.]tsx?$';
/** Import of types only leaves nothing behind at run time, so it closes no circle there; arrows and doors count it all the same. */
const atRunTime = { dependencyTypesNot: ['type-only'] };

const law = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

/** One law per module and side: whatever its row of the map does not name is out of bounds. */
const arrows = [MODULES, FEATURES].flatMap((root) => modules.map(({ name, mayUse }) => law(
  `map-${root.split('/')[0]}-${name}`, `${name} may use ${mayUse.join(', ') || 'no other module'}: module-map.cjs`,
  { path: `^${root}/${name}/` }, { path: `^${root}/`, pathNot: `^${root}/(?:${[name, ...mayUse].join('|')})/` })));

module.exports = {
  forbidden: [
    ...arrows,
    law('front-door', 'Another module is entered by its index.ts and no deeper.',
      { path: `^(${MODULES}|${FEATURES})/([^/]+)/` }, { path: '^$1/', pathNot: ['^$1/$2/', '^$1/[^/]+/index[.]tsx?$'] }),
    law('front-door-from-outside', 'app, world and main enter a module by its index.ts and no deeper.',
      { path: '^(?:server|client)/src/(?!modules/|features/)' }, { path: `^(?:${MODULES}|${FEATURES})/`, pathNot: '/(?:modules|features)/[^/]+/index[.]tsx?$' }),
    law('shared-is-pure', 'shared holds rules: no input or output, no clock, no packages.',
      { path: '^shared/src/', pathNot: TEST }, { pathNot: '^shared/src/' }),
    law('shared-tests-are-pure', 'Tests of rules need the rules and a generator of cases, nothing else.',
      { path: `^shared/src/.*${TEST}` }, { pathNot: ['^shared/src/', '(?:^|/)node_modules/fast-check/'] }),
    law('platform-knows-no-module', 'platform serves every module and knows none.',
      { path: '^server/src/platform/' }, { path: '^server/src/(?!platform/)' }),
    law('world-stands-beside', 'The practice authority uses the platform and, for its sign-in pages, identity; registers come in through the importer like anyone\'s.',
      { path: '^server/src/world/' }, { path: '^server/src/', pathNot: ['^server/src/(?:world|platform)/', `^${MODULES}/identity/`] }),
    law('modules-know-no-world', 'Nothing that runs for a real authority may lean on the practice one.',
      { path: `^${MODULES}/` }, { path: '^server/src/world/' }),
    law('ui-knows-no-feature', 'ui is drawn from its properties alone.',
      { path: '^client/src/ui/' }, { path: '^client/src/(?!ui/|lib/|styles/)' }),
    law('lib-and-graphql-know-no-feature', 'What every feature uses can know none of them.',
      { path: '^client/src/(?:lib|graphql)/' }, { path: '^client/src/(?!lib/|graphql/)' }),
    law('server-knows-no-client', 'schema.graphql is all they have in common.', { path: '^server/' }, { path: '^client/' }),
    law('client-knows-no-server', 'schema.graphql is all they have in common.', { path: '^client/' }, { path: '^server/' }),
    law('nothing-knows-tests', 'Code that runs does not lean on code that checks.', { path: '^(?:shared|server|client|scripts)/' }, { path: '^tests/' }),
    law('only-app-composes', 'Only the entry points start what app/ puts together.',
      { path: '^(?:server|client)/src/(?!app/|main[.]tsx?$|early[.]ts$)' }, { path: '^(?:server|client)/src/app/' }),
    law('no-circles', 'Files that need each other to load are one thing in two places.', {}, { circular: true, viaOnly: atRunTime }),
    law('resolvable', 'An import that finds nothing is a mistake waiting for its first visitor.',
      { path: '^(?:shared|server|client|scripts|tests)/', pathNot: '[.]generated[.]ts$' }, { couldNotResolve: true }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['(?:^|/)dist/', '[.]s?css$'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'node', 'default'] },
  },
};
