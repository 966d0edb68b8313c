// `npm run test:models`: draws cases for each model in turn, for a time. A case that fails is kept, and ends the run.
//
//   --minutes 10       ends after this time
//   --seed 7           the seed of the first turn; each turn takes the next one
//   --model draft      this model alone
//   --path 120         goes on from this case of the seed
import { parseArgs } from 'node:util';
import { keep, keptOf } from './kept.ts';
import { MODELS } from './models.ts';

/** How long a model draws cases before the next has its turn. */
const TURN_MS = 10_000;

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    seed: { type: 'string', default: `${Date.now() % 2 ** 31}` },
    model: { type: 'string' },
    path: { type: 'string' },
  },
});
const { model: wanted, path } = values;
const models = MODELS.filter(({ name }) => wanted === undefined || name === wanted);
if (models.length === 0)
  throw new Error(`--model takes ${MODELS.map(({ name }) => name).join(', ')}, not « ${wanted} ».`);

// A model may have a clock of its own: `performance.now` itself then tells its time.
const now = performance.now.bind(performance);
const end = now() + Number(values.minutes) * 60_000;
const counts = new Map<string, number>();
let seed = Number(values.seed);
for (let turn = 0; now() < end && process.exitCode === undefined; turn++, seed++) {
  for (const model of models) {
    const left = end - now();
    if (left <= 0 || process.exitCode !== undefined) break;
    console.log(`${model.name}  --seed ${seed}${path === undefined ? '' : ` --path ${path}`}`);
    const { runs, failure } = await model.try({
      seed,
      milliseconds: Math.min(TURN_MS, left),
      ...(path !== undefined && { path }),
      ...(turn === 0 && path === undefined && { kept: keptOf(model) }),
    });
    counts.set(model.name, (counts.get(model.name) ?? 0) + runs);
    if (!failure) continue;
    console.error(
      `\n${model.name} fails: ${failure.message}\n\n${JSON.stringify(failure.kept, undefined, 1)}\n`,
    );
    console.error(keep(model, failure));
    const way = failure.at === undefined ? '' : ` --seed ${seed} --path ${failure.at}`;
    console.error(`Again: npm run test:models -- --model ${model.name}${way}`);
    process.exitCode = 1;
  }
}
for (const [name, runs] of counts) console.log(`${name}: ${runs} cases`);
