import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { ArgumentValidationError } from 'type-graphql';
import { isUnreachable, sqlStateOf } from '../database/unreachable.ts';
import { Refusal, RefusalCode } from '../errors/refusal.ts';
import type { Logger } from '../logging/logger.ts';

/** Names of database constraints whose breaking is a user's mistake, with what to say. */
const CONSTRAINT_WORDS: Readonly<Record<string, string>> = {
  enrolment_no_overlap: 'This pupil already has an enrolment at this school on some of those dates. Nothing was changed. Check the dates.',
  delivery_kept_once: 'This file has already been received for this school. Nothing was changed. Open the earlier receipt.',
};

/** Codes of GraphQL itself that tell a client something useful and nothing about us. */
const PROTOCOL_CODES = new Set(['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT', 'PERSISTED_QUERY_NOT_FOUND', 'OPERATION_RESOLUTION_FAILURE', 'QUERY_TOO_COMPLEX', 'UNKNOWN_OPERATION']);

interface DriverError { constraint?: string; driverError?: { constraint?: string } }

/** The only place an error becomes an answer, by allow-list: whatever is not known is "something went wrong" with a reference. */
export function formatError(formatted: GraphQLFormattedError, error: unknown, log: Logger): GraphQLFormattedError {
  const requestId = typeof formatted.extensions?.requestId === 'string' ? formatted.extensions.requestId : '';
  // Apollo unwraps what a resolver threw; what stopped the operation before or after its resolvers has no path.
  const resolved = unwrapResolverError(error);
  const original = resolved instanceof GraphQLError ? (resolved.originalError ?? resolved) : resolved;
  const place = { ...(formatted.path ? { path: formatted.path } : {}) };
  if (original instanceof Refusal) return { message: original.message, ...place, extensions: { code: original.code, requestId, ...(original.fields ? { fields: original.fields } : {}) } };
  if (original instanceof ArgumentValidationError) {
    // The validator's report carries the whole submitted object: only field names and messages may leave.
    const reports = (original.extensions as { validationErrors?: { property: string; constraints?: Record<string, string> }[] }).validationErrors ?? [];
    const fields = Object.fromEntries(reports.map(({ property, constraints }) => [property, Object.values(constraints ?? {})[0] ?? 'Check this answer']));
    return { message: 'Some answers need to be corrected. Nothing was changed.', ...place, extensions: { code: RefusalCode.INVALID, requestId, fields } };
  }
  const driver = original as DriverError;
  const words = CONSTRAINT_WORDS[driver.driverError?.constraint ?? driver.constraint ?? ''];
  if (words) return { message: words, ...place, extensions: { code: RefusalCode.CONFLICT, requestId } };
  const sqlState = sqlStateOf(original);
  if (sqlState === '57014') return { message: 'This took too long, so we stopped it. Nothing was changed. Narrow the dates or the schools and try again.', ...place, extensions: { code: RefusalCode.BUSY, requestId } };
  if (isUnreachable(original)) {
    log.error({ requestId, sqlState }, 'database unavailable');
    return { message: 'The portal cannot reach its records just now. Nothing was lost. Wait a minute and try again.', ...place, extensions: { code: RefusalCode.BUSY, requestId } };
  }
  const code = formatted.extensions?.code;
  if (error instanceof GraphQLError && typeof code === 'string' && PROTOCOL_CODES.has(code)) return { message: formatted.message, extensions: { code, requestId } };
  // A variable that may be nothing, given to an argument that may not, is found out only while the operation runs.
  if (original instanceof GraphQLError && /^Argument "\w+" of (non-null|required) type /.test(original.message)) return { message: original.message, extensions: { code: 'BAD_USER_INPUT', requestId } };
  log.error({ requestId, err: original }, 'fault');
  return { message: `Something went wrong. Nothing you typed is lost. Try again, or give reference ${requestId} to the service desk.`, ...place, extensions: { code: 'INTERNAL', requestId } };
}
