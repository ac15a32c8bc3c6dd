// `npm test` runs every check of the project; `npm run check` the static ones. All stages run, so that one run tells
// everything, and the last line is the count of tests, alone, for whoever counts them.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { installIfMissing } from './lib/install.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'attendance-test-'));
process.on('exit', () => fs.rmSync(scratch, { recursive: true, force: true }));

// Tools take any FORCE_COLOR, even 0, for a yes; a log wants none.
const COLOUR = process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1', FORCE_COLOR: undefined };
const PRETTY = process.stdout.isTTY ? ['--pretty'] : [];

const bin = (...parts) => path.join(root, 'node_modules', ...parts);
const node = (...args) => ({ args });
/** Tests of the portal wait for its database half of the time: three of them keep two cores busy. */
const jest = (name, projects, workers = 2, files = []) => ({
  args: [bin('jest', 'bin', 'jest.js'), '--selectProjects', ...projects, ...files, '--maxWorkers', String(workers), '--testTimeout', '60000', '--passWithNoTests', '--json', '--outputFile', path.join(scratch, `${name}.json`)],
  counts: path.join(scratch, `${name}.json`),
});

/**
 * In the order they are told. Stages of one lane follow one another; two lanes run side by side, because reading the code and
 * making the practice authority that journeys visit take one core each, for minutes; the last lane has the machine to itself.
 * Part of the portal's tests fits beside the journeys, which take longer than reading the code: every file is in one part or the other.
 */
const BESIDE_JOURNEYS = '/tests/(access|contract|api/(identity|organisations|pupils|tasks|documents|communications))/';
const STAGES = [
  { name: 'types', kind: 'static', lane: 1, commands: [node(bin('typescript', 'bin', 'tsc'), '--noEmit', ...PRETTY, '-p', 'tsconfig.json'), node(bin('typescript', 'bin', 'tsc'), '--noEmit', ...PRETTY, '-p', 'client/tsconfig.json')] },
  { name: 'lint', kind: 'static', lane: 1, commands: [node(bin('eslint', 'bin', 'eslint.js'), '.', '--max-warnings', '0')] },
  { name: 'house laws', kind: 'static', lane: 1, commands: [node(bin('dependency-cruiser', 'bin', 'dependency-cruise.mjs'), '--config', '.dependency-cruiser.cjs', 'shared', 'server', 'client', 'scripts', 'tests')] },
  { name: 'unit', kind: 'tests', lane: 1, commands: [jest('unit', ['rules', 'client'])] },
  { name: 'access', kind: 'tests', lane: 1, commands: [jest('access', ['portal'], 1, ['--testPathPatterns', BESIDE_JOURNEYS])] },
  { name: 'journeys', kind: 'tests', lane: 2, before: node('--import', 'tsx', 'scripts/build-client.ts'), commands: [jest('journeys', ['journeys'])] },
  { name: 'portal', kind: 'tests', lane: 3, commands: [jest('portal', ['portal'], 3, ['--testPathIgnorePatterns', BESIDE_JOURNEYS])] },
];

function wantedStages(argv) {
  const at = argv.indexOf('--only');
  if (at < 0 && argv.length === 0) return STAGES;
  const wanted = at < 0 ? [] : (argv[at + 1] ?? '').split(',');
  const stages = STAGES.filter(({ name, kind }) => wanted.includes(name) || wanted.includes(kind));
  if (stages.length === 0) {
    console.error(`Usage: npm test [-- --only <stage>[,<stage>]], where a stage is one of ${STAGES.map(({ name }) => `"${name}"`).join(', ')}, or static, or tests.`);
    process.exit(2);
  }
  return stages;
}

/** Runs a command and gives its code and all it said. */
function run({ args }) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...COLOUR } });
    const said = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => said.push(chunk));
    child.on('error', (error) => resolve({ code: 1, said: String(error) }));
    child.on('close', (code) => resolve({ code: code ?? 1, said: Buffer.concat(said).toString() }));
  });
}

/** The tests a jest run counted. A file that could not even be loaded counts as one that failed. */
function countsOf(file) {
  if (!fs.existsSync(file)) return undefined;
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, numRuntimeErrorTestSuites } = JSON.parse(fs.readFileSync(file, 'utf8'));
  return { passed: numPassedTests, failed: numFailedTests + numRuntimeErrorTestSuites, skipped: numPendingTests + numTodoTests };
}

const seconds = (from) => `${((performance.now() - from) / 1000).toFixed(1)} s`;

/** Runs a stage, its commands one after another, and says what they said and how long it took. */
async function work({ commands, before }) {
  const from = performance.now();
  const prepared = before ? await run(before) : { code: 0, said: '' };
  const results = prepared.code === 0 ? [] : [prepared];
  if (prepared.code === 0) for (const command of commands) results.push(await run(command));
  return { results, took: seconds(from) };
}

/** Begins each lane, the last when the others have ended; gives for each stage what will have become of it. */
function begin(stages) {
  const ended = new Map();
  const lanes = [1, 2].map((lane) => stages.filter((stage) => stage.lane === lane).reduce((before, stage) => {
    ended.set(stage, before.then(() => work(stage)));
    return ended.get(stage);
  }, Promise.resolve()));
  for (const stage of stages.filter(({ lane }) => lane === 3)) ended.set(stage, Promise.all(lanes).then(() => work(stage)));
  return ended;
}

async function main() {
  const stages = wantedStages(process.argv.slice(2));
  installIfMissing(root);
  const total = { passed: 0, failed: 0, skipped: 0 };
  const broken = [];
  const ended = begin(stages);
  for (const stage of stages) {
    const { results, took } = await ended.get(stage);
    console.log(`\n== ${stage.name}`);
    const counted = stage.commands.flatMap(({ counts }) => (counts ? [countsOf(counts)] : []));
    for (const counts of counted) {
      if (counts) for (const key of Object.keys(total)) total[key] += counts[key];
      else total.failed += 1; // the tests could not run at all: that must not look like nothing was wrong
    }
    const ok = results.every(({ code }) => code === 0);
    const said = results.map((result) => result.said.trim()).filter((text) => text !== '').join('\n');
    if (!ok) {
      broken.push(stage.name);
      console.log(said);
    }
    const numbers = counted.map((counts) => (counts ? `: ${counts.passed} passed, ${counts.failed} failed` : ': could not run')).join('');
    console.log(`${ok ? 'ok' : 'FAILED'} (${took})${numbers}`);
  }
  console.log(broken.length === 0 ? '\nEverything is in order.' : `\nNot in order: ${broken.join(', ')}.`);
  if (stages.some(({ kind }) => kind === 'tests')) console.log(`${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`);
  process.exitCode = broken.length > 0 || total.failed > 0 ? 1 : 0;
}

await main();
