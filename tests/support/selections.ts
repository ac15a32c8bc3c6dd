import { getNamedType, isNonNullType, isObjectType, type GraphQLField, type GraphQLObjectType, type GraphQLOutputType, type GraphQLSchema } from 'graphql';

/** A selection of everything below a type that needs no argument, three objects deep at most and never twice through one type. */
export function everythingOf(type: GraphQLOutputType, depth = 4, through: readonly string[] = []): string {
  const named = getNamedType(type);
  if (!isObjectType(named)) return '';
  const fields = Object.values(named.getFields()).flatMap((field) => {
    if (field.args.some((arg) => isNonNullType(arg.type) && arg.defaultValue === undefined)) return [];
    const inner = getNamedType(field.type);
    if (!isObjectType(inner)) return [field.name];
    if (depth <= 1 || through.includes(inner.name)) return [];
    return [`${field.name} ${everythingOf(inner, depth - 1, [...through, named.name, inner.name])}`];
  });
  return `{ ${['__typename', ...fields].join(' ')} }`;
}

/** The field of the schema that an error's path leads to. */
export function fieldAt(schema: GraphQLSchema, kind: 'query' | 'mutation', path: readonly (string | number)[]): GraphQLField<unknown, unknown> | undefined {
  let type: GraphQLObjectType | undefined = (kind === 'query' ? schema.getQueryType() : schema.getMutationType()) ?? undefined;
  let field: GraphQLField<unknown, unknown> | undefined;
  for (const part of path) {
    if (typeof part === 'number') continue;
    field = type?.getFields()[part];
    const inner = field && getNamedType(field.type);
    type = isObjectType(inner) ? inner : undefined;
  }
  return field;
}

/** The ids of all children in an answer whose objects name their type. A line of one's own trail has only the number of a child, nothing of the record. */
export function childrenIn(answer: unknown): number[] {
  const ids = new Set<number>();
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(walk);
    else if (value !== null && typeof value === 'object') {
      const record = value as Record<string, unknown>;
      if (record.__typename === 'Pupil' || record.__typename === 'FoundPupil') ids.add(Number(record.id));
      if (record.__typename !== 'Look' && (typeof record.pupilId === 'string' || typeof record.pupilId === 'number')) ids.add(Number(record.pupilId));
      Object.values(record).forEach(walk);
    }
  };
  walk(answer);
  return [...ids].sort((one, other) => one - other);
}
