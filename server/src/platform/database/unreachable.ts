interface DriverError { readonly code?: string; readonly message?: string; readonly driverError?: { readonly code?: string } }

/** Classes of SQLSTATE: the connection failed, the server is ending or starting, it has no room for more. */
const STATES = /^(08|57P0|53)/;
const WORDS = /timeout exceeded when trying to connect|Connection terminated|ECONNREFUSED|ECONNRESET/;

/** The SQLSTATE of an error, '' where it has none. */
export const sqlStateOf = (error: unknown): string => (error as DriverError | undefined)?.driverError?.code ?? (error as DriverError | undefined)?.code ?? '';

/** Whether an error says that the database cannot be reached just now, and nothing about what was asked of it. */
export const isUnreachable = (error: unknown): boolean => STATES.test(sqlStateOf(error)) || WORDS.test(String((error as DriverError | undefined)?.message));
