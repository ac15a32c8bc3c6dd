/** Imported first: libraries look once, when they are loaded, whether they are served or developed, and graphql is slower by a third while it is developed. */
process.env.NODE_ENV = 'production';
