// `npm run bench`: measures the cost of our buttons to a page, prints it, and saves it in costs.json, which the site shows.
import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { launchBench } from './bench-page.ts';
import { costTable } from './cost-table.ts';
import {
  costsOfButtons,
  costsOfOpening,
  costsOfStaying,
  costsOfWaiting,
  isReached,
  type Costs,
  type Row,
} from './costs.ts';
import { serveSubjects } from './subjects.ts';

const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 5);

const browser = await launchBench();
const server = await serveSubjects();
const bench = { browser, origin: server.origin };
const rows: Row[] = [
  ...(await costsOfWaiting(bench, ROUNDS)),
  ...(await costsOfButtons(bench, ROUNDS)),
  ...(await costsOfOpening(bench, ROUNDS)),
  ...(await costsOfStaying(bench, ROUNDS)),
];
await browser.close();
await server.close();

const measuredOn = new Date().toISOString().slice(0, 10);
const costs: Costs = { measuredOn, cores: availableParallelism(), rows };
writeFileSync(new URL('costs.json', import.meta.url), `${JSON.stringify(costs, undefined, 2)}\n`);
console.log(costTable(costs));
const missed = rows.filter((row) => !isReached(row));
console.log(
  missed.length === 0 ? 'Every goal is reached.' : `Missed: ${missed.map(({ name }) => name).join(', ')}.`,
);
