import fs from 'node:fs';
import path from 'node:path';
import { Kind, parse, print, visit, type DocumentNode, type FragmentDefinitionNode, type OperationDefinitionNode } from 'graphql';

/** The client's own pages, or what they send, each with the fragments it is made of. */
export function clientPages(kind: 'query' | 'mutation' = 'query'): [string, string][] {
  const root = path.resolve('client/src');
  const files = fs.readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.graphql'));
  const documents = files.map((file): [string, DocumentNode] => [file, parse(fs.readFileSync(path.join(root, file), 'utf8'))]);
  const fragments = new Map(documents.flatMap(([, document]) => document.definitions.flatMap((definition): [string, FragmentDefinitionNode][] => (definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition]] : []))));
  return documents.flatMap(([file, document]) => document.definitions.filter((definition): definition is OperationDefinitionNode => definition.kind === Kind.OPERATION_DEFINITION && definition.operation === kind)
    .map((operation): [string, string] => [`${path.basename(file)} ${operation.name?.value ?? ''}`, [print(operation), ...used(operation, fragments).map((fragment) => print(fragment))].join('\n')]));
}

function used(node: OperationDefinitionNode | FragmentDefinitionNode, fragments: ReadonlyMap<string, FragmentDefinitionNode>, found = new Set<FragmentDefinitionNode>()): FragmentDefinitionNode[] {
  visit(node, { FragmentSpread: ({ name }) => {
    const fragment = fragments.get(name.value);
    if (fragment !== undefined && !found.has(fragment)) {
      found.add(fragment);
      used(fragment, fragments, found);
    }
  } });
  return [...found];
}
