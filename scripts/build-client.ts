import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildClientIfChanged } from './lib/client-build.ts';

const built = await buildClientIfChanged(path.dirname(path.dirname(fileURLToPath(import.meta.url))));
console.log(built ? 'Built the pages.' : 'The pages are up to date.');
