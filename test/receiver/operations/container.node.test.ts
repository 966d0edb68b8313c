// The shipped Containerfile, read without a container engine: its instructions, its packages and its commands.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { publishedManifest } from '../../../.build/published-manifest.ts';
import { MEMORY_OPTIONS } from '../hostile-load.ts';
import { startServer } from '../server-process.ts';

const read = (path: string): string => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');

const instructions = read('src/receiver/deployment/Containerfile')
  .split('\n')
  .filter((line) => line && !line.startsWith('#'))
  .map((line) => {
    const [, name = '', rest = ''] = /^(\w+) (.*)$/.exec(line) ?? [];
    return { name, rest };
  });
const valueOf = (name: string): string => instructions.findLast((each) => each.name === name)?.rest ?? '';
/** The words of a command in JSON form. */
const wordsOf = (text: string): string[] => JSON.parse(text.slice(text.indexOf('['))) as string[];

test('every line is an instruction, and the image does not run as root', (t) => {
  const known = /^(FROM|ARG|ENV|WORKDIR|RUN|COPY|USER|VOLUME|EXPOSE|STOPSIGNAL|HEALTHCHECK|CMD)$/;
  for (const { name, rest } of instructions) assert.match(name, known, rest);
  // The base image, by name or digest, comes first.
  assert.deepEqual(
    instructions.slice(0, 2).map(({ name }) => name),
    ['ARG', 'FROM'],
  );
  assert.equal(valueOf('USER'), 'node');
  const order = instructions.map(({ name }) => name);
  assert.ok(order.lastIndexOf('RUN') < order.lastIndexOf('USER'));
  t.diagnostic('read, not built: there is no container engine here');
});

test('it installs the packages of the lock file, from files that come with the archive', () => {
  const before = instructions.slice(
    0,
    instructions.findIndex(({ rest }) => rest.startsWith('npm ci')),
  );
  const copied = before.findLast(({ name }) => name === 'COPY')?.rest.split(' ') ?? [];
  assert.deepEqual(copied, ['package.json', 'package-lock.json', 'cliquez-signalez-receiver-*.tgz', './']);
});

test('its command is the receiver’s, and its health check tells a receiver that answers from one that does not', async (t) => {
  const words = wordsOf(valueOf('CMD'));
  const [node, script, ...args] = words.filter((word) => !word.startsWith('--'));
  assert.deepEqual([node, args], ['node', ['serve']]);
  // The tests of hostile clients need these options to pass.
  assert.equal(words.filter((word) => word.startsWith('--')).join(' '), MEMORY_OPTIONS);
  const { bin } = publishedManifest('src/receiver/package.json');
  assert.ok(script?.endsWith(`/node_modules/cliquez-signalez-receiver/${bin?.['cliquez-signalez']}`), script);

  const environment = Object.fromEntries(
    valueOf('ENV')
      .split(' ')
      .map((pair) => pair.split(/=(.*)/).slice(0, 2)),
  ) as Record<string, string>;
  assert.ok(environment['DATABASE_URL']?.startsWith(`sqlite:${valueOf('VOLUME')}/`));

  const { endpoint, child, ended } = await startServer(t, {
    ...environment,
    PORT: '0',
    DATABASE_URL: 'sqlite::memory:',
  });
  const [, ...check] = wordsOf(valueOf('HEALTHCHECK'));
  const { port } = new URL(endpoint);
  const healthy = () =>
    promisify(execFile)(process.execPath, check, { env: { PORT: port } }).then(
      () => true,
      () => false,
    );
  assert.equal(await healthy(), true);
  child.kill('SIGTERM');
  assert.equal(await ended, 0);
  assert.equal(await healthy(), false);
});
