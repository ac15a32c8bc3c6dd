// Teaches a thread TypeScript, then loads the reader in it. `--import tsx` will not do: under Node 20 tsx sets itself up in
// the main thread only.
import { register } from 'tsx/esm/api';

register();
await import('./worker.ts');
