import { late } from '../../../lib/late.tsx';

/** For governors alone: nobody else’s home page waits for its code. */
export const BoardHome = late(async () => (await import('./board-home.tsx')).BoardHome);
