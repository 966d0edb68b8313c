// `npm run test:soak`: the long runs, one after another, then the figures in src/receiver/README.md; the last line is
// `N passed, N failed`. With names as arguments, only those: `npm run test:soak -- flood delivery`.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { writeReceiverFigures } from '../../../.build/receiver-figures.ts';

const SUFFIX = '.soak.ts';

/** Time limit for one file. */
const TIMEOUT_MS = 240 * 60_000;

const runs = new Map(globSync(`test/receiver/soak/*${SUFFIX}`).map((file) => [basename(file, SUFFIX), file]));
const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !runs.has(name));
if (unknown.length > 0)
  throw new Error(`No such run: ${unknown.join(', ')}. There are: ${[...runs.keys()].join(', ')}`);

const folder = mkdtempSync(join(tmpdir(), 'cliquez-signalez-'));
const countFile = join(folder, 'counts.json');
const child = spawn(
  process.execPath,
  [
    '--test',
    '--test-concurrency=1',
    `--test-timeout=${TIMEOUT_MS}`,
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
    '--test-reporter=./test/setup/count-reporter.ts',
    `--test-reporter-destination=${countFile}`,
    ...[...runs].flatMap(([name, file]) => (chosen.length === 0 || chosen.includes(name) ? [file] : [])),
  ],
  { stdio: 'inherit' },
);
const [code] = (await once(child, 'exit')) as [number | null];
const { passed, failed } = JSON.parse(readFileSync(countFile, 'utf8')) as { passed: number; failed: number };
rmSync(folder, { recursive: true });
writeReceiverFigures();

console.log(`${passed} passed, ${failed} failed`);
process.exitCode = code === 0 && passed > 0 ? 0 : 1;
