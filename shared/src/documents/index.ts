export * from './media-type.ts';
export * from './retention.ts';
