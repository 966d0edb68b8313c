// `--env-file`: every command reads settings from the file that systemd reads, and reads it as systemd does.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { UsageError, type Command } from '../../../src/command-line/command.ts';
import { withEnvironmentFile } from '../../../src/receiver/commands/environment-file.ts';
import { temporaryFolder } from '../harness.ts';
import { startCommand } from '../server-process.ts';

const EXAMPLE = readFileSync(
  new URL('../../../src/receiver/deployment/environment.example', import.meta.url),
  'utf8',
);

/** The arguments and the settings that a command gets. */
async function given(args: readonly string[], environment: NodeJS.ProcessEnv = {}) {
  let seen: readonly string[] = [];
  const command: Command = {
    usage: 'Usage: cliquez-signalez test\n',
    run: async (others) => void (seen = others),
  };
  await withEnvironmentFile(command).run(args, environment);
  return { seen, environment };
}

/** What Debian's own parser of such files makes of a text: systemd has one, and this generator prints its result. */
const GENERATOR = '/usr/lib/systemd/user-environment-generators/30-systemd-environment-d-generator';

function readBySystemd(folder: string, text: string): Record<string, string> {
  mkdirSync(join(folder, 'environment.d'), { recursive: true });
  // The generator alone expands variables, and has `$$` for a dollar: EnvironmentFile= takes a dollar as it is.
  writeFileSync(join(folder, 'environment.d', 'test.conf'), text.replaceAll('$', '$$$$'));
  const printed = execFileSync(GENERATOR, { encoding: 'utf8', env: { XDG_CONFIG_HOME: folder } });
  const shell = `${printed.replaceAll(/^/gm, 'export ')}\nenv -0`.replaceAll(/^export $/gm, '');
  const values = execFileSync('bash', ['--norc', '-c', shell], {
    encoding: 'utf8',
    env: { PATH: '/usr/bin:/bin' },
  });
  return Object.fromEntries(values.split('\0').map((line) => line.split(/=(.*)/s).slice(0, 2)));
}

const LINES = [
  'A=plain',
  'B=two words',
  'C="a # in quotes"',
  "D='a # and ; in quotes'",
  'E=https://user:pa55@host/x?a=b&c=d;e',
  'F=  blanks around  ',
  'G=é « ü »',
  'H=100%',
  'I=$A and ${B}',
  'J=Point de contact <alerte@hotline.example>',
  '# a comment',
  '   # another "one"',
  '',
];

test('a file is read as systemd reads it', async (t) => {
  if (!existsSync(GENERATOR)) return t.diagnostic('not checked: systemd is not installed here');
  const folder = await temporaryFolder(t);
  const file = join(folder, 'environment');
  for (const text of [LINES.join('\n'), EXAMPLE, EXAMPLE.replaceAll(/^#(?=[A-Z_]+=)/gm, '')]) {
    writeFileSync(file, text);
    const { environment } = await given(['--env-file', file]);
    assert.ok(Object.keys(environment).length >= 5);
    const bySystemd = readBySystemd(folder, text);
    for (const [name, value] of Object.entries(environment)) assert.equal(value, bySystemd[name], name);
  }
});

test('a line that systemd and Node read differently is refused by its number, and not repeated', async (t) => {
  const file = join(await temporaryFolder(t), 'environment');
  for (const line of [
    'A=a#b',
    'A=a # comment',
    'A=back\\slash',
    'A="a\\"b"',
    'A=`b`',
    "A=it's",
    'A="no end',
    'export A=1',
    '; a comment of systemd alone',
    'A = 1',
    'A',
    '1A=1',
  ]) {
    writeFileSync(file, `X=1\n${line}\nY=1\n`);
    const environment = {};
    const error = await given(['--env-file', file], environment).then(
      () => undefined,
      (reason: Error) => reason,
    );
    assert.match(String(error?.message), /^--env-file: line 2 of \S+environment is not NAME=value\. /, line);
    assert.deepEqual(environment, {});
  }
});

test('what the environment has wins, also where it is empty', async (t) => {
  const file = join(await temporaryFolder(t), 'environment');
  writeFileSync(file, 'A=file\nB=file\nC=file\n');
  const { environment } = await given([`--env-file=${file}`], { A: 'own', B: '' });
  assert.deepEqual(environment, { A: 'own', B: '', C: 'file' });
});

test('the other arguments reach the command as they were', async (t) => {
  const file = join(await temporaryFolder(t), 'environment');
  writeFileSync(file, 'A=1\n');
  const { seen } = await given(['--after', '3', '--env-file', file, '--key=a=b', 'x']);
  assert.deepEqual(seen, ['--after', '3', '--key=a=b', 'x']);
  for (const args of [['--env-file'], ['--env-file='], ['--env-file', '--key']])
    await assert.rejects(given(args), UsageError, args.join(' '));
});

test('a file that cannot be read is one sentence', async (t) => {
  const folder = await temporaryFolder(t);
  await assert.rejects(given(['--env-file', join(folder, 'nothing')]), /nothing cannot be read \(ENOENT\)/);
  await assert.rejects(given(['--env-file', folder]), /cannot be read \(EISDIR\)/);
  // Node looks for an option of this name, too, and says so itself where the file is missing.
  const { ended, output } = startCommand(t, ['head', '--env-file', join(folder, 'nothing')]);
  assert.notEqual(await ended, 0);
  assert.match(output.stderr, /^.*nothing.*\n$/);
});

test('the help of every command that reads a database names it', async (t) => {
  const all = startCommand(t, ['--help']);
  await all.ended;
  const names = [...all.output.stdout.matchAll(/^ {2}([a-z][a-z-]+) /gm)].map(([, name = '']) => name);
  // These come from a package that knows no settings.
  for (const name of names.filter(
    (each) => !['check', 'check-page', 'theme-check', 'tokens'].includes(each),
  )) {
    const help = startCommand(t, [name, '--help']);
    await help.ended;
    assert.match(help.output.stdout, /^ {2}--env-file FILE /m, name);
  }
});

test('the receiver and its commands find the database that the file names', async (t) => {
  const folder = await temporaryFolder(t);
  const file = join(folder, 'environment');
  writeFileSync(file, `DATABASE_URL=sqlite:${join(folder, 'named.sqlite')}\n`);
  const server = startCommand(t, ['serve', '--env-file', file], { PORT: '0' });
  while (!/received at/.test(server.output.stderr))
    await new Promise((resolve) => server.child.stderr.once('data', resolve));
  assert.ok(existsSync(join(folder, 'named.sqlite')));
  const { ended, output } = startCommand(t, ['head', '--env-file', file]);
  assert.equal(await ended, 0, output.stderr);
  assert.match(output.stdout, /^[0-9a-f]{12}:/);
});
