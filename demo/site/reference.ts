// The reference: of the elements from their manifest, of the receiver from its OpenAPI document and its table of
// settings, of the commands from their own help.

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readElements } from '../../.build/element-manifest.ts';
import { PROBLEM_PREFIX, PROBLEMS, type ProblemCode } from '../../src/core/report/protocol.ts';
import { TITLES } from '../../src/receiver/protocol/problems.ts';
import { SETTINGS, type Setting, type SettingName } from '../../src/receiver/commands/settings.ts';
import type { Language } from './languages.ts';
import {
  ATTRIBUTES_FR,
  LOOK_FR,
  MEMBERS_FR,
  PARTS_FR,
  ROUTES_FR,
  SETTINGS_FR,
  UNSET_FR,
} from './reference-words.ts';
import { cell, table, type Cell } from './table.ts';

const root = new URL('../../', import.meta.url);
const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, root), 'utf8'));

interface Item {
  readonly name: string;
  readonly description?: string;
  readonly default?: string;
  readonly kind?: string;
  readonly static?: boolean;
  readonly attribute?: string;
  readonly type?: { readonly text: string };
  readonly parameters?: readonly { readonly name: string; readonly type?: { readonly text: string } }[];
}

type Kind = 'attributes' | 'members' | 'events' | 'slots' | 'cssParts' | 'cssProperties' | 'cssStates';
type Element = Readonly<Record<Kind, readonly Item[]>> & { readonly tagName?: string };

/** The button's entry in the manifest. */
function button(): Element {
  const { modules } = read('custom-elements.json') as {
    modules: readonly { declarations: readonly Element[] }[];
  };
  const found = modules
    .flatMap(({ declarations }) => declarations)
    .find(({ tagName }) => tagName === 'cliquez-signalez');
  if (!found) throw new Error('custom-elements.json does not describe <cliquez-signalez>.');
  return found;
}

/** A sentence of the manifest in the page's language. */
function sentence(
  language: Language,
  { name, description = '' }: Item,
  french: Readonly<Record<string, string>>,
): Cell {
  if (language === 'en') return cell(description);
  const said = french[name];
  if (said === undefined)
    throw new Error(`demo/site/reference-words.ts has no French sentence for « ${name} ». Add one.`);
  return cell(said);
}

const HEADS: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  fr: {
    vector: 'Code',
    locator: 'Localisateur',
    hash: 'Empreinte',
    attribute: 'Attribut',
    what: 'Ce qu’il fait',
    values: 'Valeurs',
    property: 'Propriété',
    method: 'Méthode',
    event: 'Événement',
    meaning: 'Sens',
    part: 'Partie',
    state: 'État',
    slot: 'Emplacement',
    seed: 'Réglage',
    default: 'Par défaut',
    nameless: '(sans nom)',
    route: 'Route',
    answers: 'Réponses',
    code: 'Code',
    status: 'Statut',
    text: 'texte',
    setting: 'Réglage du récepteur',
  },
  en: {
    vector: 'Code',
    locator: 'Locator',
    hash: 'Hash',
    attribute: 'Attribute',
    what: 'What it does',
    values: 'Values',
    property: 'Property',
    method: 'Method',
    event: 'Event',
    meaning: 'Meaning',
    part: 'Part',
    state: 'State',
    slot: 'Slot',
    seed: 'Seed',
    default: 'Default',
    nameless: '(no name)',
    route: 'Route',
    answers: 'Answers',
    code: 'Code',
    status: 'Status',
    text: 'text',
    setting: 'Setting of the receiver',
  },
};

const code = (text: string): string => `\`${text}\``;

/** One table of the elements' reference. */
function itemTable(
  language: Language,
  kind: Kind,
  head: string,
  french: Readonly<Record<string, string>>,
  nameOf: (item: Item) => string,
): string {
  const said = HEADS[language];
  return table(
    said[head]!,
    [cell(said[head]!), cell(said['meaning']!)],
    button()[kind].map((item) => [cell(nameOf(item)), sentence(language, item, french)]),
  );
}

/** Every attribute, with its accepted words. */
export function attributes(language: Language): string {
  const said = HEADS[language];
  const values = new Map(
    readElements().flatMap(({ attributes: all }) => all.map((one) => [one.name, one.values ?? []])),
  );
  return table(
    said['attribute']!,
    [cell(said['attribute']!), cell(said['what']!), cell(said['values']!)],
    button().attributes.map((item) => [
      cell(code(item.name)),
      sentence(language, item, ATTRIBUTES_FR),
      cell(values.get(item.name)?.map(code).join(' ') ?? ''),
    ]),
  );
}

/** Properties that are no attribute. */
export function properties(language: Language): string {
  const said = HEADS[language];
  const own = button().members.filter(
    ({ kind, attribute, static: isStatic }) => kind === 'field' && !attribute && !isStatic,
  );
  return table(
    said['property']!,
    [cell(said['property']!), cell(said['meaning']!)],
    own.map((item) => [cell(code(item.name)), sentence(language, item, MEMBERS_FR)]),
  );
}

export function methods(language: Language): string {
  const said = HEADS[language];
  const own = button().members.filter(({ kind }) => kind === 'method');
  return table(
    said['method']!,
    [cell(said['method']!), cell(said['meaning']!)],
    own.map((item) => [
      cell(code(`${item.name}(${(item.parameters ?? []).map(({ name }) => name).join(', ')})`)),
      sentence(language, item, MEMBERS_FR),
    ]),
  );
}

export const events = (language: Language): string =>
  itemTable(language, 'events', 'event', MEMBERS_FR, ({ name }) => code(name));
export const slots = (language: Language): string =>
  itemTable(language, 'slots', 'slot', LOOK_FR, ({ name }) =>
    name ? code(name) : HEADS[language]['nameless']!,
  );
export const parts = (language: Language): string =>
  itemTable(language, 'cssParts', 'part', PARTS_FR, ({ name }) => code(name));
export const states = (language: Language): string =>
  itemTable(language, 'cssStates', 'state', LOOK_FR, ({ name }) => code(`:state(${name})`));

/** The seeds, and the sizes beside them. */
export function seeds(language: Language): string {
  const said = HEADS[language];
  return table(
    said['seed']!,
    [cell(said['seed']!), cell(said['default']!), cell(said['meaning']!)],
    button().cssProperties.map((item) => [
      cell(code(item.name)),
      cell(code(item.default ?? '')),
      sentence(language, item, LOOK_FR),
    ]),
  );
}

/** The settings of the receiver, each with its default. */
export function settings(language: Language): string {
  const said = HEADS[language];
  const unsetOf = (setting: Setting): string => {
    if ('value' in setting) return code(setting.value);
    return language === 'fr' ? UNSET_FR[setting.unset as keyof typeof UNSET_FR] : setting.unset;
  };
  return table(
    said['setting']!,
    [cell(said['setting']!), cell(said['what']!), cell(said['default']!)],
    Object.entries<Setting>(SETTINGS).map(([name, setting]) => [
      cell(code(name)),
      cell(language === 'fr' ? SETTINGS_FR[name as SettingName] : setting.does),
      cell(unsetOf(setting)),
    ]),
  );
}

interface Operation {
  readonly summary: string;
  readonly responses: Readonly<Record<string, unknown>>;
}

/** The receiver's routes, with the statuses that each answers. */
export function routes(language: Language): string {
  const { paths } = read('dist/openapi.json') as {
    paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  };
  const said = HEADS[language];
  const rows = Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, { summary, responses }]) => [
      cell(code(`${method.toUpperCase()} ${path}`)),
      sentence(language, { name: `${method} ${path}`, description: summary }, ROUTES_FR),
      cell(Object.keys(responses).join(', ')),
    ]),
  );
  return table(said['route']!, [cell(said['route']!), cell(said['meaning']!), cell(said['answers']!)], rows);
}

/** The problems of the contract: the code, its status, and what the answer says of it. */
export function problems(language: Language): string {
  const said = HEADS[language];
  const rows = (Object.keys(PROBLEMS) as ProblemCode[]).map((name) => [
    cell(code(name)),
    cell(String(PROBLEMS[name])),
    cell(TITLES[name], language === 'en' ? undefined : 'en'),
  ]);
  return table(said['code']!, [cell(said['code']!), cell(said['status']!), cell(said['meaning']!)], rows);
}

/** Codes of the published vectors, with what is made of each. */
export function followUpVectors(language: Language): string {
  const { codes } = read('test/core/data/follow-up-codes.json') as {
    codes: readonly Readonly<Record<'written' | 'locator' | 'hash', string>>[];
  };
  const said = HEADS[language];
  return table(
    said['vector']!,
    [cell(said['vector']!), cell(said['locator']!), cell(said['hash']!)],
    codes.map(({ written, locator, hash }) => [cell(code(written)), cell(code(locator)), cell(code(hash))]),
  );
}

/** The prefix of every problem's `type`. */
export const problemPrefix = (): string => PROBLEM_PREFIX;

/** Every kind of answer of the schema, named in the OpenAPI document, as JSON. */
export function schema(): string {
  return `\n\`\`\`json\n${JSON.stringify(read('dist/report.schema.json'), null, 2)}\n\`\`\`\n`;
}

const helpOf = new Map<string, string>();

/** The help of a command, as it prints it. */
export function help(_: Language, command = ''): string {
  const said = helpOf.get(command) ?? askForHelp(command);
  helpOf.set(command, said);
  return `\n\`\`\`text\n${said.trimEnd()}\n\`\`\`\n`;
}

function askForHelp(command: string): string {
  return execFileSync(
    process.execPath,
    [fileURLToPath(new URL('dist/cli.js', root)), ...(command ? [command] : []), '--help'],
    { encoding: 'utf8' },
  );
}
