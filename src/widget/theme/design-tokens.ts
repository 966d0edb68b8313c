// Seeds as design tokens, and back: JSON in the Design Tokens Format Module 2025.10 of the Design Tokens Community Group
// (https://www.designtokens.org/TR/2025.10/format/). The seeds stand in a group `cs`; `accent-dark` is the accent on
// dark pages.

import { SEEDS, type SeedName } from './seeds.ts';

/** Seeds as CSS text, by name. */
export type SeedTexts = Readonly<Partial<Record<SeedName, string>>>;

/** A token that was left out, and why. */
export interface TokenProblem {
  /** Its path, such as `cs.accent`; empty for the file. */
  readonly path: string;
  readonly reason:
    | 'no JSON'
    | 'no group'
    | 'no seed'
    | 'wrong type'
    | 'wrong value'
    | 'no such token'
    | 'made of itself';
}

/** What a file of tokens says. */
export interface ReadTokens {
  readonly seeds: SeedTexts;
  readonly problems: readonly TokenProblem[];
}

const GROUP = 'cs';
const DARK = '-dark';

type Json = Readonly<Record<string, unknown>>;
type Kind = 'color' | 'dimension' | 'number' | 'fontFamily';

const KINDS = new Map<string, Kind>(
  (['<color>', '<length>', '<number>', '*'] as const).flatMap((syntax) =>
    Object.keys(SEEDS[syntax]).map((name) => [
      name,
      ({ '<color>': 'color', '<length>': 'dimension', '<number>': 'number', '*': 'fontFamily' } as const)[
        syntax
      ],
    ]),
  ),
);

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A token's value with its type, once aliases are followed. */
interface Resolved {
  readonly value: unknown;
  readonly type: unknown;
}

/** Reads seeds from the text of a file. Never throws: what cannot be used is left out, and named. */
export function readTokens(text: string): ReadTokens {
  let file: unknown;
  try {
    file = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return { seeds: {}, problems: [{ path: '', reason: 'no JSON' }] };
  }
  const group = isObject(file) ? file[GROUP] : undefined;
  if (!isObject(file) || !isObject(group)) return { seeds: {}, problems: [{ path: '', reason: 'no group' }] };
  const problems: TokenProblem[] = [];
  const found = new Map<string, string>();
  for (const name of Object.keys(group).filter((key) => !key.startsWith('$'))) {
    const path = `${GROUP}.${name}`;
    const read = readToken(file, name);
    if ('reason' in read) problems.push({ path, reason: read.reason });
    else found.set(name, read.text);
  }
  const seeds: Partial<Record<SeedName, string>> = {};
  for (const [name, value] of found) {
    const seed = name.endsWith(DARK) ? name.slice(0, -DARK.length) : name;
    const [light, dark] = [found.get(seed) ?? value, found.get(`${seed}${DARK}`)];
    seeds[seed as SeedName] = dark === undefined ? light : `light-dark(${light}, ${dark})`;
  }
  return { seeds, problems };
}

type Fault = Pick<TokenProblem, 'reason'>;

function readToken(file: Json, name: string): { readonly text: string } | Fault {
  const isDark = name.endsWith(DARK) && KINDS.get(name.slice(0, -DARK.length)) === 'color';
  const kind = isDark ? 'color' : KINDS.get(name);
  if (!kind) return { reason: 'no seed' };
  const resolved = resolve(file, [GROUP, name], []);
  if ('reason' in resolved) return resolved;
  if (resolved.type !== kind) return { reason: 'wrong type' };
  const text = WRITERS[kind](resolved.value);
  return text === undefined ? { reason: 'wrong value' } : { text };
}

/** Follows `{group.token}` and `{ "$ref": "#/group/token" }` to a value. A token has the type of its nearest group. */
function resolve(file: Json, path: readonly string[], seen: readonly string[]): Resolved | Fault {
  const key = path.join('\n');
  if (seen.includes(key)) return { reason: 'made of itself' };
  let at: unknown = file;
  let type: unknown;
  for (const step of path) {
    if (!isObject(at) || !Object.hasOwn(at, step)) return { reason: 'no such token' };
    at = at[step];
    if (isObject(at) && '$type' in at) type = at['$type'];
  }
  if (!isObject(at)) return { reason: 'no such token' };
  const target = aliasOf(at['$value']) ?? aliasOf(at);
  if (target) {
    const found = resolve(file, target, [...seen, key]);
    return 'reason' in found ? found : { value: found.value, type: type ?? found.type };
  }
  return '$value' in at ? { value: at['$value'], type } : { reason: 'no such token' };
}

/** The path of the token that a value names; undefined if the value is its own. */
function aliasOf(value: unknown): string[] | undefined {
  const braced = typeof value === 'string' ? /^\{([^{}]+)\}$/.exec(value)?.[1] : undefined;
  if (braced !== undefined) return braced.split('.');
  const pointer = isObject(value) ? value['$ref'] : undefined;
  if (typeof pointer !== 'string' || !pointer.startsWith('#/')) return undefined;
  const path = pointer
    .slice(2)
    .split('/')
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  return path.at(-1) === '$value' ? path.slice(0, -1) : path;
}

/** CSS text of a value of each type; undefined if it is none. */
const WRITERS: Readonly<Record<Kind, (value: unknown) => string | undefined>> = {
  color: colourText,
  dimension: dimensionText,
  number: (value) => (Number.isFinite(value) ? String(value) : undefined),
  fontFamily: fontText,
};

/** Before 2025.10, a colour was a hex text. Tools still write it. */
const HEX = /^#([\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/i;

/** The functions of CSS for colour spaces that `color()` does not take, with the units of their components. */
const FUNCTIONS: Readonly<Record<string, readonly [string, string, string]>> = {
  hsl: ['', '%', '%'],
  hwb: ['', '%', '%'],
  lab: ['', '', ''],
  lch: ['', '', ''],
  oklab: ['', '', ''],
  oklch: ['', '', ''],
};
const SPACES = /^(srgb|srgb-linear|display-p3|a98-rgb|prophoto-rgb|rec2020|xyz-d65|xyz-d50)$/;

function colourText(value: unknown): string | undefined {
  if (typeof value === 'string') return HEX.test(value) ? value : undefined;
  if (!isObject(value)) return undefined;
  const { colorSpace: space, components, alpha = 1 } = value;
  if (typeof space !== 'string' || !Array.isArray(components) || components.length !== 3) return undefined;
  if (!components.every((each) => each === 'none' || Number.isFinite(each))) return undefined;
  if (!isShare(alpha)) return undefined;
  if (space === 'srgb' && alpha === 1 && components.every(isShare)) return hexText(components);
  const veil = alpha === 1 ? '' : ` / ${alpha}`;
  const units = FUNCTIONS[space];
  if (units) {
    const written = components.map((each, index) => (each === 'none' ? 'none' : `${each}${units[index]}`));
    return `${space}(${written.join(' ')}${veil})`;
  }
  return SPACES.test(space) ? `color(${space} ${components.join(' ')}${veil})` : undefined;
}

const isShare = (value: unknown): value is number => typeof value === 'number' && value >= 0 && value <= 1;

const hexText = (shares: readonly number[]): string =>
  `#${shares
    .map((share) =>
      Math.round(share * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;

function dimensionText(value: unknown): string | undefined {
  // Before 2025.10, a dimension was a text such as `4px`.
  if (typeof value === 'string') return /^-?(\d+|\d*\.\d+)(px|rem)$/.test(value) ? value : undefined;
  if (!isObject(value)) return undefined;
  const { value: amount, unit } = value;
  return Number.isFinite(amount) && (unit === 'px' || unit === 'rem')
    ? `${String(amount)}${unit}`
    : undefined;
}

function fontText(value: unknown): string | undefined {
  const names: unknown[] = Array.isArray(value) ? value : [value];
  const isName = (name: unknown): name is string => typeof name === 'string' && /^[^"\\\n]+$/.test(name);
  if (names.length === 0 || !names.every(isName)) return undefined;
  return names.map((name) => (/^[a-z][\w-]*$/i.test(name) ? name : `"${name}"`)).join(', ');
}

/** What a colour is on screen, in light and dark, as `#rrggbb`; undefined if only a browser knows. */
export type ColourReader = (
  text: string,
) => { readonly light: string | undefined; readonly dark: string | undefined } | undefined;

/**
 * Writes seeds as a file of tokens.
 * @returns the text, and the seeds that have no token because they depend on the page (`var()`, `calc()` …)
 */
export function writeTokens(
  seeds: SeedTexts,
  readColour: ColourReader,
): { readonly text: string; readonly left: readonly SeedName[] } {
  const tokens: Record<string, object> = {};
  const left: SeedName[] = [];
  for (const [name, text] of Object.entries(seeds) as [SeedName, string][]) {
    const kind = KINDS.get(name)!;
    if (kind === 'color') {
      const { light, dark } = readColour(text) ?? {};
      if (light === undefined || dark === undefined) {
        left.push(name);
        continue;
      }
      tokens[name] = colourToken(light);
      if (dark !== light) tokens[`${name}${DARK}`] = colourToken(dark);
      continue;
    }
    const value = VALUES[kind](text.trim());
    if (value === undefined) left.push(name);
    else tokens[name] = { $type: kind, $value: value };
  }
  return { text: `${JSON.stringify({ [GROUP]: tokens }, null, 2)}\n`, left };
}

const colourToken = (hex: string): object => ({
  $type: 'color',
  $value: {
    colorSpace: 'srgb',
    components: [1, 3, 5].map((start) =>
      Number((Number.parseInt(hex.slice(start, start + 2), 16) / 255).toFixed(4)),
    ),
    hex,
  },
});

/** The values of tokens for CSS text of each type. */
const VALUES: Readonly<Record<Exclude<Kind, 'color'>, (text: string) => unknown>> = {
  dimension(text) {
    const [, amount, unit = 'px'] = /^(-?(?:\d+|\d*\.\d+))(px|rem)?$/i.exec(text) ?? [];
    // Only zero has no unit.
    if (amount === undefined || (!/[a-z]$/i.test(text) && Number(amount) !== 0)) return undefined;
    return { value: Number(amount), unit: unit.toLowerCase() };
  },
  number: (text) => (/^-?(\d+|\d*\.\d+)$/.test(text) ? Number(text) : undefined),
  fontFamily(text) {
    if (/[()]/.test(text) || /^(inherit|initial|unset|revert|revert-layer)$/i.test(text)) return undefined;
    const names = text
      .match(/"[^"]*"|'[^']*'|[^,]+/g)
      ?.map((name) => name.trim().replace(/^(["'])(.*)\1$/, '$2'));
    return names?.filter((name) => name !== '');
  },
};
