// The laws of the house that a general linter does not know, as a small ESLint plugin. Each has a test that breaks it:
// tests/contract/house-rules.test.ts. Laws about imports are in .dependency-cruiser.cjs.

const isPromiseCombinator = (node) => node.callee.type === 'MemberExpression' && node.callee.object.name === 'Promise'
  && ['all', 'allSettled', 'race', 'any'].includes(node.callee.property.name);

/** What stands for one connection with a transaction on it. */
const CONNECTIONS = new Set(['operation', 'tx', 'transaction', 'manager', 'runner', 'client']);

/** The first use of a connection below a node. A loader's `load` is left out: it gathers keys and sends one statement. */
function usedConnection(node) {
  if (Array.isArray(node)) return node.map(usedConnection).find(Boolean);
  if (node === null || typeof node !== 'object' || typeof node.type !== 'string') return undefined;
  if (node.type === 'Identifier') return CONNECTIONS.has(node.name) ? node : undefined;
  if (node.type === 'CallExpression' && node.callee.type === 'MemberExpression' && ['load', 'loadMany'].includes(node.callee.property.name)) return undefined;
  if (node.type === 'MemberExpression' && !node.computed) return usedConnection(node.object) ?? (CONNECTIONS.has(node.property.name) ? node.property : undefined);
  for (const [key, child] of Object.entries(node)) {
    if (key === 'parent' || key === 'params' || key === 'typeAnnotation' || (key === 'key' && !node.computed)) continue;
    const found = usedConnection(child);
    if (found) return found;
  }
  return undefined;
}

const keyOf = (node) => node.key.name ?? node.key.value;
const isOff = (node) => node.value.type === 'Literal' && node.value.value === false;

const rule = (message, visit) => ({
  meta: { type: 'problem', schema: [], messages: { broken: message } },
  create: (context) => visit((node, data) => context.report({ node, messageId: 'broken', ...(data ? { data } : {}) }), context),
});

const rules = {
  'no-parallel-sql': rule('"{{name}}" is one connection and takes one statement at a time: await the parts one after another, or write one statement.', (report) => ({
    CallExpression(node) {
      const used = isPromiseCombinator(node) ? usedConnection(node.arguments) : undefined;
      if (used) report(used, { name: used.name });
    },
  })),
  'no-simple-resolvers': rule('simpleResolvers switches off the guards of a type\'s fields: leave it out.', (report) => ({
    Property(node) {
      if (keyOf(node) === 'simpleResolvers' && !isOff(node)) report(node);
    },
  })),
  'no-implied-loading': rule('"{{name}}" loads or writes rows nobody asked for: load on purpose, write what you mean.', (report, context) => ({
    Property(node) {
      const inDecorator = context.sourceCode.getAncestors(node).some((ancestor) => ancestor.type === 'Decorator');
      if (inDecorator && ['eager', 'lazy', 'cascade'].includes(keyOf(node)) && !isOff(node)) report(node, { name: keyOf(node) });
    },
    'Decorator > CallExpression[callee.name="EventSubscriber"]': (node) => report(node, { name: 'EventSubscriber' }),
  })),
  'no-clock-or-chance': rule('{{name}} makes a rule answer differently from one moment to the next: take the day (or the draw) as an argument.', (report) => ({
    MemberExpression(node) {
      const name = node.computed ? '' : `${node.object.name ?? node.object.property?.name}.${node.property.name}`;
      if (['Date.now', 'Math.random', 'performance.now', 'Temporal.Now', 'crypto.randomUUID', 'crypto.getRandomValues'].includes(name)) report(node, { name });
    },
    'NewExpression[callee.name="Date"][arguments.length=0]': (node) => report(node, { name: 'new Date()' }),
    'CallExpression[callee.name="Date"]': (node) => report(node, { name: 'Date()' }),
  })),
  'no-default-export': rule('Export it by name, so that it is called the same everywhere.', (report) => ({ ExportDefaultDeclaration: (node) => report(node) })),
};

export const houseRules = { meta: { name: 'house' }, rules };
