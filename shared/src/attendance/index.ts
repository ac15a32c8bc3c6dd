export * from './codes.ts';
export * from './marks.ts';
export * from './measures.ts';
export * from './patterns.ts';
export * from './penalty-window.ts';
export * from './raw-marks.ts';
export * from './runs.ts';
