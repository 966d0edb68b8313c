// The lint rules for layers work: each forbidden import or effect, placed in an empty project, is reported.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { after, test } from 'node:test';
import { isLazyOnly, layerOf, LAYERS } from '../../.build/lint-rules.ts';

interface Finding {
  code: string;
  filename: string;
  message: string;
}

/** The rules that keep the layers apart. */
const RULES = /^(house|import\(no-cycle|eslint\(no-restricted-globals)/;

// Each line: the location, the code, and the rule that must report it.
const FORBIDDEN = [
  ['src/core/a-lit.ts', `export { html } from 'lit';`, 'house(layers)'],
  ['src/core/a-node.ts', `export { join } from 'node:path';`, 'house(layers)'],
  ['src/core/a-package.ts', `import 'left-pad';`, 'house(layers)'],
  ['src/core/an-element.ts', `export * from '../widget/button/launcher.ts';`, 'house(layers)'],
  ['src/core/a-client.ts', `export * from '../widget/client/submit.ts';`, 'house(layers)'],
  ['src/core/a-client-type.ts', `export type { A } from '../widget/client/submit.ts';`, 'house(layers)'],
  [
    'src/core/a-lazy-client.ts',
    `export const load = () => import('../widget/client/submit.ts');`,
    'house(layers)',
  ],
  [
    'src/core/an-imported-type.ts',
    `export type A = import('../widget/client/submit.ts').A;`,
    'house(layers)',
  ],
  ['src/core/a-language.ts', `export * from '../words/messages.ts';`, 'house(layers)'],
  ['src/core/a-theme.ts', `export * from '../widget/theme/derive.ts';`, 'house(layers)'],
  ['src/core/a-receiver.ts', `export * from '../receiver/store.ts';`, 'house(layers)'],
  ['src/core/a-schema.ts', `export { z } from 'zod/mini';`, 'house(layers)'],
  ['src/core/a-report.ts', `export { reportSchema } from './report/report.ts';`, 'house(layers)'],
  ['src/core/an-attribute.ts', `export * from '../widget/attributes/names.ts';`, 'house(layers)'],
  ['src/widget/button/an-attribute.ts', `export * from '../attributes/names.ts';`, 'house(layers)'],
  ['src/core/a-window.ts', `export const width = () => window.innerWidth;`, 'eslint(no-restricted-globals)'],
  ['src/core/a-document.ts', `export const title = () => document.title;`, 'eslint(no-restricted-globals)'],
  ['src/core/a-fetch.ts', `export const get = () => fetch('/');`, 'eslint(no-restricted-globals)'],
  [
    'src/core/a-navigator.ts',
    `export const name = () => navigator.userAgent;`,
    'eslint(no-restricted-globals)',
  ],
  ['src/core/a-process.ts', `export const all = () => process.env;`, 'eslint(no-restricted-globals)'],
  ['src/widget/client/an-element.ts', `export * from '../button/launcher.ts';`, 'house(layers)'],
  ['src/widget/client/a-language.ts', `export * from '../../words/messages.ts';`, 'house(layers)'],
  ['src/widget/client/a-theme.ts', `export * from '../theme/derive.ts';`, 'house(layers)'],
  ['src/widget/client/a-receiver.ts', `export * from '../../receiver/store.ts';`, 'house(layers)'],
  ['src/widget/client/a-lit.ts', `export { html } from 'lit';`, 'house(layers)'],
  ['src/widget/client/a-schema.ts', `export { z } from 'zod';`, 'house(layers)'],
  [
    'src/widget/client/a-report.ts',
    `export { reportSchema } from '../../core/report/report.ts';`,
    'house(layers)',
  ],
  ['src/widget/page/a-lit.ts', `export { html } from 'lit';`, 'house(layers)'],
  ['src/widget/page/an-element.ts', `export * from '../button/launcher.ts';`, 'house(layers)'],
  ['src/widget/page/an-element-type.ts', `export type { A } from '../button/launcher.ts';`, 'house(layers)'],
  ['src/widget/page/a-client.ts', `export * from '../client/submit.ts';`, 'house(layers)'],
  ['src/widget/page/a-language.ts', `export * from '../../words/messages.ts';`, 'house(layers)'],
  ['src/widget/page/a-theme.ts', `export * from '../theme/derive.ts';`, 'house(layers)'],
  ['src/widget/page/a-receiver.ts', `export * from '../../receiver/store.ts';`, 'house(layers)'],
  [
    'src/widget/page/a-report.ts',
    `export { reportSchema } from '../../core/report/report.ts';`,
    'house(layers)',
  ],
  ['src/widget/page/a-listener.ts', `addEventListener('pagehide', () => {});`, 'house(quiet-modules)'],
  ['src/core/a-page.ts', `export * from '../widget/page/exit.ts';`, 'house(layers)'],
  ['src/widget/client/a-page.ts', `export * from '../page/exit.ts';`, 'house(layers)'],
  ['src/words/a-page.ts', `export * from '../widget/page/exit.ts';`, 'house(layers)'],
  ['src/receiver/http/a-page.ts', `export * from '../../widget/page/exit.ts';`, 'house(layers)'],
  ['src/widget/button/launcher.ts', `export * from '../page/exit.ts';`, 'house(layers)'],
  ['src/widget/form/a-receiver.ts', `export * from '../../receiver/store.ts';`, 'house(layers)'],
  ['src/widget/form/a-schema.ts', `export { z } from 'zod/mini';`, 'house(layers)'],
  [
    'src/widget/form/a-report.ts',
    `export { reportSchema } from '../../core/report/report.ts';`,
    'house(layers)',
  ],
  [
    'src/widget/form/a-lazy-report.ts',
    `export const a = () => import('../../core/report/report.ts');`,
    'house(layers)',
  ],
  ['src/widget/form/a-node.ts', `export { join } from 'node:path';`, 'house(layers)'],
  ['src/words/a-client.ts', `export * from '../widget/client/submit.ts';`, 'house(layers)'],
  ['src/words/an-element.ts', `export * from '../widget/button/launcher.ts';`, 'house(layers)'],
  ['src/words/locales/an-element.ts', `export * from '../../widget/button/launcher.ts';`, 'house(layers)'],
  ['src/words/a-receiver.ts', `export * from '../receiver/store.ts';`, 'house(layers)'],
  ['src/widget/theme/a-client.ts', `export * from '../client/submit.ts';`, 'house(layers)'],
  ['src/widget/theme/an-element.ts', `export * from '../button/launcher.ts';`, 'house(layers)'],
  ['src/widget/theme/a-receiver.ts', `export * from '../../receiver/store.ts';`, 'house(layers)'],
  ['src/widget/theme/a-measure.ts', `export * from './measure.ts';`, 'house(layers)'],
  ['src/widget/form/a-promise.ts', `export * from '../theme/promises.ts';`, 'house(layers)'],
  ['src/tools/commands/a-parser.ts', `export { tokenize } from '@csstools/css-tokenizer';`, 'house(layers)'],
  ['src/tools/commands/a-receiver.ts', `export * from '../../receiver/index.ts';`, 'house(layers)'],
  ['src/tools/theme-check/a-node.ts', `export { join } from 'node:path';`, 'house(layers)'],
  ['src/tools/theme-check/a-command.ts', `export * from '../commands/check.ts';`, 'house(layers)'],
  [
    'src/tools/page-check/a-parser.ts',
    `export { tokenize } from '@csstools/css-tokenizer';`,
    'house(layers)',
  ],
  ['src/tools/page-check/a-command.ts', `export * from '../commands/check.ts';`, 'house(layers)'],
  ['src/tools/conformance/a-page.ts', `export * from '../page-check/rules.ts';`, 'house(layers)'],
  ['src/tools/conformance/a-schema.ts', `export { z } from 'zod/mini';`, 'house(layers)'],
  ['src/tools/a-newcomer.ts', `export * from '../core/nearest.ts';`, 'house(layers)'],
  ['src/receiver/operations/a-command.ts', `export * from '../commands/serve.ts';`, 'house(layers)'],
  ['src/receiver/http/a-tool.ts', `export * from '../../tools/conformance/index.ts';`, 'house(layers)'],
  ['src/receiver/commands/a-tool.ts', `export * from '../../tools/conformance/index.ts';`, 'house(layers)'],
  ['src/receiver/log/a-store.ts', `export type { A } from '../store/store.ts';`, 'house(layers)'],
  ['src/receiver/events/an-alert.ts', `export type { A } from '../alerts/delivery.ts';`, 'house(layers)'],
  ['src/receiver/export/an-operation.ts', `export * from '../operations/retention.ts';`, 'house(layers)'],
  ['src/receiver/newcomers/a-room.ts', `export * from '../protocol/paths.ts';`, 'house(layers)'],
  ['src/receiver/a-newcomer.ts', `export * from './protocol/paths.ts';`, 'house(layers)'],
  ['src/receiver/http/a-lit.ts', `export { html } from 'lit';`, 'house(layers)'],
  ['src/receiver/http/an-element.ts', `export * from '../../widget/button/launcher.ts';`, 'house(layers)'],
  ['src/receiver/http/a-client.ts', `export * from '../../widget/client/submit.ts';`, 'house(layers)'],
  ['src/receiver/http/a-language.ts', `export * from '../../words/messages.ts';`, 'house(layers)'],
  ['src/receiver/http/a-theme.ts', `export * from '../../widget/theme/derive.ts';`, 'house(layers)'],
  ['src/receiver/http/an-index.ts', `export * from '../../widget/index.ts';`, 'house(layers)'],
  ['src/widget/form/an-index.ts', `export * from '../index.ts';`, 'house(layers)'],
  ['src/widget/frame.ts', `export * from './index.ts';`, 'house(layers)'],
  ['src/widget/button/report-button.ts', `export * from '../client/submit.ts';`, 'house(layers)'],
  ['src/widget/button/report-element.ts', `export * from '../form/form.ts';`, 'house(layers)'],
  ['src/widget/button/icons.ts', `export * from '../define-form.ts';`, 'house(layers)'],
  ['src/widget/shared/a-form.ts', `export type { Form } from '../form/form.ts';`, 'house(layers)'],
  [
    'src/widget/form/a-button.ts',
    `export type { ReportButton } from '../button/report-button.ts';`,
    'house(layers)',
  ],
  ['src/widget/define.ts', `export * from './form/form.ts';`, 'house(layers)'],
  ['src/widget/embed.ts', `import './define-form.ts';`, 'house(layers)'],
  ['src/plugins/an-element.ts', `export * from '../widget/button/launcher.ts';`, 'house(layers)'],
  ['src/newcomers/a-folder.ts', `export * from '../core/report/places.ts';`, 'house(layers)'],
  ['src/core/cycle-a.ts', `export { b } from './cycle-b.ts'; export const a = 1;`, 'import(no-cycle)'],
  ['src/core/cycle-b.ts', `export { a } from './cycle-a.ts'; export const b = 1;`, 'import(no-cycle)'],
  ['src/widget/client/a-listener.ts', `addEventListener('pagehide', () => {});`, 'house(quiet-modules)'],
  ['src/widget/form/a-timer.ts', `export const timer = setInterval(() => {}, 1000);`, 'house(quiet-modules)'],
  [
    'src/widget/form/a-global.ts',
    `Object.assign(globalThis, {}); window.name = 'mine';`,
    'house(quiet-modules)',
  ],
  [
    'src/widget/form/an-observer.ts',
    `export const o = new ResizeObserver(() => {});`,
    'house(quiet-modules)',
  ],
  [
    'src/widget/form/a-tag.ts',
    `customElements.define('a-b', class extends HTMLElement {});`,
    'house(quiet-modules)',
  ],
] as const;

const ALLOWED = {
  'src/core/report/report.ts': `export { z } from 'zod/mini';`,
  'src/core/report/report-parts.ts': `export { z } from './report.ts';`,
  'src/core/draft/to-report.ts': `export type { Report } from '../report/report.ts';`,
  'src/widget/client/submit.ts': `export * from '../../core/report/protocol.ts'; export type { Report } from '../../core/report/report.ts';`,
  'src/words/localize-controller.ts': `export * from './locales.ts'; export type { ReactiveController } from 'lit';`,
  'src/widget/button/diagnostics.ts': `export type { Form } from '../form/form.ts';`,
  'src/widget/button/opening.ts': `export const form = (): unknown => import('../form/form.ts');`,
  'src/widget/form/entering.ts': `export * from '../shared/events.ts';`,
  'src/widget/form/form.ts': `export * from '../client/submit.ts'; export { html } from 'lit/html.js';`,
  'src/widget/form/quiet.ts': `export class A { timer = setTimeout(() => {}, 1); b(): void { addEventListener('a', this.b); } }`,
  'src/widget/page/exit.ts': `export const leave = (): void => location.replace('about:blank');`,
  'src/widget/form/leaving.ts': `export * from '../page/exit.ts';`,
  'src/widget/isolated/leaving.ts': `export * from '../page/exit.ts';`,
  'src/widget/define-form.ts': `export * from './form/form.ts';`,
  'src/core/schema.ts': `export * from './report/report.ts';`,
  'src/receiver/intake/intake.ts': `export * from '../../core/report/report.ts'; export type { A } from '../store/store.ts';`,
  'src/receiver/http/handler.ts': `export * from '../intake/intake.ts'; export { Hono } from 'hono'; export { join } from 'node:path';`,
  'src/tools/theme-check/check.ts': `export * from '../../widget/theme/measure.ts'; export { tokenize } from '@csstools/css-tokenizer';`,
  'src/tools/page-check/check.ts': `export * from '../conformance/finding.ts'; export { join } from 'node:path';`,
  'src/tools/commands/check.ts': `export * from '../conformance/index.ts'; export { join } from 'node:path';`,
  'src/receiver/commands/check.ts': `export * from '../store/store.ts'; export * from '../../tools/commands/main.ts';`,
  'src/receiver/cli.ts': `export * from './commands/main.ts';`,
};

const house = mkdtempSync(join(tmpdir(), 'cliquez-signalez-'));
after(() => rmSync(house, { recursive: true }));

for (const part of ['.oxlintrc.json', 'tsconfig.json', 'package.json', '.build/lint-rules.ts']) {
  cpSync(part, join(house, part));
}
symlinkSync(resolve('node_modules'), join(house, 'node_modules'));
for (const [file, text] of [...FORBIDDEN, ...Object.entries(ALLOWED)]) {
  mkdirSync(dirname(join(house, file)), { recursive: true });
  writeFileSync(join(house, file), text);
}
const findings = lint(house);

for (const [file, text, rule] of FORBIDDEN) {
  test(`${rule} refuses in ${file}: ${text}`, () => {
    const rules = findings.filter(({ filename }) => filename === file).map(({ code }) => code);
    assert.ok(rules.includes(rule), `reported: ${rules.join(', ') || 'nothing'}`);
  });
}

for (const [file, text] of Object.entries(ALLOWED)) {
  test(`the layers allow in ${file}: ${text}`, () => {
    assert.deepEqual(
      findings.filter(({ filename }) => filename === file),
      [],
    );
  });
}

test('the house as it stands keeps to its layers', () => {
  assert.deepEqual(lint('.'), []);
});

test('a layer imports the layers above it alone, so there is no circle', () => {
  const names = Object.keys(LAYERS);
  const upward = Object.entries(LAYERS).flatMap(([name, { layers }]) =>
    layers
      .filter((other) => !isLazyOnly(name, other) && !(names.indexOf(other) < names.indexOf(name)))
      .map((other) => `${name} → ${other}`),
  );
  assert.deepEqual(upward, []);
});

for (const [name, { layers, packages = [] }] of Object.entries(LAYERS)) {
  test(`${name} uses every arrow of its row`, () => {
    const used = importsOf(name);
    assert.deepEqual(
      [...layers, ...packages].filter(
        (allowed) => !used.some((each) => each === allowed || each.startsWith(prefixOf(allowed))),
      ),
      [],
    );
  });
}

/** The beginning of the modules of a package, or of Node (`node:`). */
const prefixOf = (allowed: string): string => (allowed.endsWith(':') ? allowed : `${allowed}/`);

/** The layers and packages that a layer imports. */
function importsOf(layer: string): string[] {
  return globSync(`src/${layer}{.ts,/**/*.ts}`).flatMap((file) =>
    Array.from(
      readFileSync(file, 'utf8').matchAll(/(?:\bfrom\s*|\bimport\s*\(?\s*(?:\/\*.*?\*\/\s*)?)'([^']+)'/gs),
      ([, specifier = '']) =>
        specifier.startsWith('.') ? layerOf(relative('src', join(dirname(file), specifier))) : specifier,
    ),
  );
}

/** The reports of the layer rules for the `src` of a folder. */
function lint(folder: string): Finding[] {
  const { stdout, stderr } = spawnSync(resolve('node_modules/.bin/oxlint'), ['--format=json', 'src'], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  assert.match(stdout, /^\{/, `oxlint did not run: ${stdout}${stderr}`);
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: Finding[] };
  return diagnostics.filter(({ code }) => RULES.test(code));
}
