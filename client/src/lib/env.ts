/** The only file that reads the bundler's environment, so that tests can swap it whole. */
export const env = { dev: import.meta.env.DEV };
