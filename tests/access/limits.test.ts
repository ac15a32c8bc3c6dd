import { HeaderMap, type ApolloServer, type HTTPGraphQLResponse } from '@apollo/server';
import type { RequestContext } from '../../server/src/app/execute.ts';
import { codesOf, person } from '../support/people.ts';
import { Role, TestPortal, type Answer } from '../support/test-portal.ts';

const officer = person(Role.TEAM_MANAGER);
/** What no answer to a stranger's request may hold: a stack, a file, a statement, a table's name. */
const INTERNALS = /\bat \S+ \(|node_modules|\.ts\b|select |pg_|portal_app|reach_|syntax error at|relation "|QueryFailedError/i;

const nested = (depth: number): string => `{ pupil(id: 1) { ${'siblings { '.repeat(depth)} id ${'} '.repeat(depth)} } }`;
/** The same depth, spread over fragments of two levels each. */
const chained = (depth: number): string => [
  '{ pupil(id: 1) { ...F0 } }',
  ...Array.from({ length: depth / 2 }, (_, n) => `fragment F${n} on Pupil { siblings { siblings { ${n + 1 < depth / 2 ? `...F${n + 1}` : 'id'} } } }`),
].join('\n');

jest.setTimeout(60_000);

describe('requests that ask for too much', () => {
  let portal: TestPortal;
  beforeAll(async () => { portal = await TestPortal.open('limits'); });
  afterAll(() => portal.close());

  const ask = async (document: string, variables: Record<string, unknown> = {}): Promise<Answer & { asked: number; ms: number }> => {
    const runners = jest.spyOn(portal.app, 'createQueryRunner');
    const started = performance.now();
    const answer = await portal.ask(officer, document, variables);
    const result = { ...answer, asked: runners.mock.calls.length, ms: performance.now() - started };
    runners.mockRestore();
    return result;
  };

  test.each<[string, string, string]>([
    ['fifty levels of siblings', nested(50), 'QUERY_TOO_COMPLEX'],
    ['fifty levels, spread over fragments', chained(50), 'QUERY_TOO_COMPLEX'],
    ['eleven levels of siblings of siblings, which multiply', nested(11), 'QUERY_TOO_COMPLEX'],
    ['ten thousand aliases', `{ ${Array.from({ length: 10_000 }, (_, n) => `a${n}: __typename`).join(' ')} }`, 'GRAPHQL_PARSE_FAILED'],
    ['a document of one megabyte', `{ me { name } } # ${'x'.repeat(20)}\n${'query Q { me { name } } '.repeat(45_000)}`, 'GRAPHQL_PARSE_FAILED'],
    ['fragments that lead into each other', '{ pupil(id: 1) { ...A } } fragment A on Pupil { siblings { ...B } } fragment B on Pupil { siblings { ...A } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['a fragment that leads into itself', '{ pupil(id: 1) { ...A } } fragment A on Pupil { siblings { ...A } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['a field that does not exist', '{ pupil(id: 1) { password } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['a thousand repeated directives', `{ me { name ${'@skip(if: false) '.repeat(1000)} } }`, 'GRAPHQL_PARSE_FAILED'],
    ['two operations without a name to choose', 'query A { me { name } } query B { me { name } }', 'OPERATION_RESOLUTION_FAILURE'],
    ['a circle through introspection', `{ __schema { types { ${'fields { type { '.repeat(8)} name ${'} } '.repeat(8)} } } }`, 'GRAPHQL_VALIDATION_FAILED|QUERY_TOO_COMPLEX'],
  ])('%s: refused before the database is asked for anything', async (_what, document, code) => {
    const answer = await ask(document);
    expect(answer.data).toBeNull();
    expect(code.split('|')).toContain(codesOf(answer)[0]);
    expect(answer.asked).toBe(0);
    expect(answer.errors.map((error) => error.message).join('\n')).not.toMatch(INTERNALS);
    expect(answer.ms).toBeLessThan(2000);
  });

  const LIST = 'query List($page: Int, $take: Int, $filter: PupilFilter) { pupilFigures(page: $page, take: $take, filter: $filter) { total } }';
  test.each<[string, Record<string, unknown>]>([
    ['the largest number as a page size', { page: 1, take: 2147483647 }],
    ['one row more than a page may have', { page: 1, take: 101 }],
    ['a page before the first', { page: -1, take: 25 }],
    ['page nought', { page: 0, take: 25 }],
    ['a page size of nothing', { page: 1, take: 0 }],
    ['a page far beyond any list', { page: 2147483647, take: 100 }],
    ['a number that is no whole number', { page: 1.5, take: 25 }],
    ['a number that is too large to be one', { page: 1, take: 4294967296 }],
    ['nothing where a measure must be', { page: 1, take: 25, filter: { measure: null } }],
    ['a measure that does not exist', { page: 1, take: 25, filter: { measure: 'EVERYTHING' } }],
    ['a filter that does not exist', { page: 1, take: 25, filter: { surname: 'Thirkell' } }],
    ['nothing where a page must be', { page: null, take: null }],
  ])('%s: refused, and no row is read', async (_what, variables) => {
    const answer = await ask(LIST, variables);
    expect(answer.data?.pupilFigures ?? null).toBeNull();
    expect(['INVALID', 'BAD_USER_INPUT']).toContain(codesOf(answer)[0]);
    expect(answer.errors.map((error) => error.message).join('\n')).not.toMatch(INTERNALS);
    // The operation had begun and was taken back: nothing but that reached the database.
    expect(answer.statements).toBeLessThanOrEqual(3);
  });

  describe('over HTTP', () => {
    const send = async (body: unknown, method = 'POST', type = 'application/json', search = ''): Promise<HTTPGraphQLResponse> => {
      const { apollo } = portal as unknown as { apollo: ApolloServer<RequestContext> };
      const headers = new HeaderMap([['content-type', type]]);
      return apollo.executeHTTPGraphQLRequest({ httpGraphQLRequest: { method, headers, search, body }, context: async () => ({ actor: officer, requestId: 'TEST' }) });
    };

    test.each<[string, () => Promise<HTTPGraphQLResponse>]>([
      ['ten questions in one array', () => send(Array.from({ length: 10 }, () => ({ query: '{ me { name } }' })))],
      ['a question in the address', () => send(undefined, 'GET', 'text/plain', '?query=%7Bme%7Bname%7D%7D')],
      ['a change in the address', () => send(undefined, 'GET', 'application/json', '?query=mutation%7BsignOutEverywhere%7D')],
      ['a form of another site', () => send({ query: 'mutation { signOutEverywhere }' }, 'POST', 'application/x-www-form-urlencoded')],
      ['plain text of another site', () => send({ query: 'mutation { signOutEverywhere }' }, 'POST', 'text/plain')],
      ['no question at all', () => send({})],
    ])('%s: refused before the database is asked for anything', async (_what, request) => {
      const runners = jest.spyOn(portal.app, 'createQueryRunner');
      const { status, body } = await request();
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
      expect(body.kind === 'complete' ? body.string : '').not.toMatch(INTERNALS);
      expect(runners).not.toHaveBeenCalled();
      runners.mockRestore();
    });
  });
});
