import { build, type InlineConfig, type Plugin, type Rolldown } from 'vite';

type Group = Rolldown.CodeSplittingGroup;

/** Pages where a day begins, by kind: what they load is held to a size (docs/performance.md), so none may bring what only others need. */
const FIRST = [['h', ['app/home/home-page.']], ['f', ['/analysis/pages/area-page.', '/analysis/pages/school-page.']], ['l', ['/analysis/pages/list-page.', '/analysis/pages/lists-page.']], ['p', ['/pupils/pages/pupil-page.']], ['g', ['/analysis/pages/groups-page.']]] as const;
const LETTERS = FIRST.map(([letter]) => letter);

/**
 * The first pages that really need a module, as letters. Imports do not tell: a page names the front door of a feature, and most
 * of what is behind it falls away. So the pages are built once without a plan, in memory, and looked at.
 */
async function neededBy(config: InlineConfig): Promise<ReadonlyMap<string, string>> {
  const built = await build({ ...config, configFile: false, logLevel: 'silent', build: { ...config.build, write: false, sourcemap: false, minify: false, reportCompressedSize: false } }) as Rolldown.RolldownOutput;
  const chunks = new Map(built.output.flatMap((each) => (each.type === 'chunk' ? [[each.fileName, each] as const] : [])));
  const letters = new Map<string, string>();
  const mark = (file: string, letter: string, seen = new Set<string>()): void => {
    const chunk = chunks.get(file);
    if (!chunk || seen.has(file)) return;
    seen.add(file);
    for (const id of chunk.moduleIds) if (!letters.get(id)?.includes(letter)) letters.set(id, `${letters.get(id) ?? ''}${letter}`);
    for (const next of chunk.imports) mark(next, letter, seen);
  };
  for (const [letter, paths] of FIRST) for (const chunk of chunks.values()) if (paths.some((path) => chunk.facadeModuleId?.includes(path))) mark(chunk.fileName, letter);
  return letters;
}

/** Every choice of the letters, in their order. */
const choices = (letters: readonly string[]): string[] => letters.reduce<string[]>((all, letter) => [...all, ...all.map((each) => each + letter)], ['']).filter((each) => each !== '');

/** The pages of figures need the most; what they share with any other first page is one file, though not every page needs all of it. */
const fileOf = (letters: string): string => (letters.length > 1 && letters.includes('f') ? 'first' : `first-${letters}`);

/**
 * Which modules come in which file. What the shell needs is one file. Of the rest, a first page gets what it needs and little
 * else, in few files: on a slow line each small one waits its turn, and compresses badly. `alone` is what runs before all of them, in a file of its own.
 */
export async function chunkGroups(config: InlineConfig, alone: RegExp): Promise<Group[]> {
  const needed = await neededBy(config);
  const names = [...new Set(choices(LETTERS).map(fileOf))];
  return [
    { name: 'base', tags: ['$initial'], test: (id) => !alone.test(id), priority: 100 },
    // What many need before what few need: a file takes what its modules import along, unless that has a place already.
    ...names.map((name): Group => ({ name, test: (id) => fileOf(needed.get(id) ?? '') === name, minShareCount: 2, priority: name === 'first' ? 90 : 50 + name.length })),
    { name: 'more', minShareCount: 3, priority: 1 },
  ];
}

/** Ends a build of which two files need each other: one of them would run before what it reads from the other is there. */
export const noCircles: Plugin = {
  name: 'no-circles',
  generateBundle(_options, bundle) {
    const open: string[] = [];
    const done = new Set<string>();
    const visit = (file: string): void => {
      if (open.includes(file)) this.error(`Files need each other: ${[...open.slice(open.indexOf(file)), file].join(' needs ')}. Change the groups in chunks.ts.`);
      const chunk = bundle[file];
      if (done.has(file) || chunk?.type !== 'chunk') return;
      open.push(file);
      for (const next of chunk.imports) visit(next);
      open.pop();
      done.add(file);
    };
    for (const file of Object.keys(bundle)) visit(file);
  },
};
