// src/receiver/deployment/environment.example, written from the table of settings.

import { linesOf, SETTINGS, type Setting } from '../src/receiver/commands/settings.ts';
import { rewriteGuide } from './guide-blocks.ts';

const WIDTH = 118;

const HEAD =
  'Settings of the receiver, read by systemd (EnvironmentFile=), by `podman run --env-file`, and by every command ' +
  '(`--env-file`). Keep it at /etc/cliquez-signalez/environment with mode 0600: it may hold a password. One setting a ' +
  'line, no quotes, no comment behind a value. A setting that is left out has its default, which ' +
  '`cliquez-signalez serve --help` tells.';

const comment = (text: string): string =>
  linesOf(text, WIDTH)
    .map((line) => `# ${line}\n`)
    .join('');

function entry([name, { does, hint = '', example, isOn = false }]: readonly [string, Setting]): string {
  const said = `${does[0]!.toUpperCase()}${does.slice(1)}. ${hint}`.trim();
  const lines = example.map((value, index) => `${isOn && index === 0 ? '' : '#'}${name}=${value}\n`);
  return `\n${comment(said)}${lines.join('')}`;
}

/** The file of settings that a hotline starts with. */
export const environmentExample = (): string =>
  comment(HEAD) + Object.entries<Setting>(SETTINGS).map(entry).join('');

/** Brings the file up to date. */
export const writeEnvironmentExample = (): void =>
  rewriteGuide('src/receiver/deployment/environment.example', environmentExample);
