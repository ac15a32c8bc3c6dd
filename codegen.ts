import type { CodegenConfig } from '@graphql-codegen/cli';

/** Operations stand in .graphql files beside their page; their types and documents are written next to them. */
const config: CodegenConfig = {
  schema: 'schema.graphql',
  documents: ['client/src/**/*.graphql'],
  ignoreNoDocuments: true,
  generates: {
    'client/src/graphql/schema.generated.ts': {
      plugins: ['typescript'],
      config: { enumsAsTypes: true, useTypeImports: true, skipTypename: false, defaultScalarType: 'unknown', scalars: { ID: 'string' }, onlyOperationTypes: true },
    },
    'client/src/': {
      preset: 'near-operation-file',
      presetConfig: { extension: '.generated.ts', baseTypesPath: 'graphql/schema.generated.ts', importTypesNamespace: 'Schema' },
      plugins: ['typescript-operations', 'typed-document-node'],
      config: { enumsAsTypes: true, useTypeImports: true, defaultScalarType: 'unknown', scalars: { ID: 'string' }, importExtension: '.ts', emitLegacyCommonJSImports: false },
    },
  },
};
export default config;
