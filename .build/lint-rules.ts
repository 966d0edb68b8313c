// Our own lint rules, an oxlint plugin: the layers of `src` as one table, and modules without side effects on import.
// oxlint's no-restricted-imports can express neither "only these" nor "this one, but lazily".
import { dirname, relative, resolve } from 'node:path';

/**
 * The parts of a syntax tree (ESTree) and of ESLint's context that these rules read; oxlint exports no types for them.
 */
interface Node {
  readonly type: string;
  readonly name?: string;
  readonly value?: unknown;
  readonly source?: Node | null;
  readonly importKind?: string;
  readonly exportKind?: string;
  readonly callee: Node;
  readonly object: Node;
  readonly property: Node;
  readonly left: Node;
}
interface Context {
  readonly cwd: string;
  readonly filename: string;
  report(finding: { node: Node; message: string }): void;
}
type Visitor = Record<string, (node: Node) => void>;

export interface Layer {
  /** Other layers that it may import. */
  readonly layers: readonly string[];
  /** Packages that it may import; `node:` stands for Node's own modules. zod has a rule of its own. */
  readonly packages?: readonly string[];
}

/**
 * A layer is a folder of `src`, a file directly in it, or one of these in the folder of a package, such as
 * `tools/commands`. Every import that is not listed here is refused.
 * The build writes this table into src/README.md (.build/map.ts).
 */
export const LAYERS: Readonly<Record<string, Layer>> = {
  core: { layers: [] },
  client: { layers: ['core'], packages: ['altcha-lib'] },
  i18n: { layers: ['core', 'version'], packages: ['lit'] },
  theme: { layers: ['core'], packages: ['lit'] },
  page: { layers: ['core'] },
  // Types of the widget, its icons and events: a leaf for the button, the form, the frame and the diagnosis.
  widget: { layers: ['core', 'i18n'], packages: ['lit'] },
  // Loads before a click, so it reaches the form, the frame and the diagnosis by `import()` only.
  button: {
    layers: ['core', 'i18n', 'theme', 'version', 'widget', 'define-form', 'form', 'isolated', 'diagnosis'],
    packages: ['lit'],
  },
  form: {
    layers: ['attributes', 'core', 'client', 'diagnosis', 'i18n', 'page', 'theme', 'version', 'widget'],
    packages: ['lit'],
  },
  isolated: { layers: ['attributes', 'core', 'form', 'i18n', 'page', 'widget'], packages: ['lit'] },
  diagnosis: { layers: ['attributes', 'core', 'form', 'i18n', 'widget'], packages: ['lit'] },
  receiver: {
    layers: ['core', 'receiver/alerts', 'version'],
    packages: ['hono', '@hono', 'kysely', 'pg', 'jose', 'altcha-lib', 'node:'],
  },
  'receiver/alerts': {
    layers: ['receiver', 'version'],
    packages: ['standardwebhooks', 'nodemailer', 'node:'],
  },
  // The page of an export says what the reporter read, in the words of the form: it takes the strings alone.
  'receiver/analyst-page': { layers: ['core', 'i18n', 'receiver', 'version'], packages: ['node:'] },
  // The program imports the tools as those who install it do, by the name of their package.
  'receiver/commands': {
    layers: ['core', 'receiver', 'receiver/analyst-page', 'version'],
    packages: ['cliquez-signalez-tools', 'node:'],
  },
  'receiver/cli': { layers: ['receiver/commands'], packages: ['cliquez-signalez-tools'] },
  'receiver/schema': { layers: ['schema'] },
  'tools/conformance': { layers: ['core', 'version'] },
  'tools/theme-check': { layers: ['core', 'theme'], packages: ['@csstools'] },
  'tools/page-check': { layers: ['core', 'tools/conformance'], packages: ['node:'] },
  'tools/commands': {
    layers: ['core', 'tools/conformance', 'tools/page-check', 'tools/theme-check', 'version'],
    packages: ['node:'],
  },
  'tools/cli': { layers: ['tools/commands', 'tools/node-version'] },
  'tools/node-version': { layers: [], packages: ['node:'] },
  // The code that packs plugins: their own PHP and templates are no modules.
  plugins: { layers: ['attributes', 'core', 'i18n', 'version'], packages: ['node:'] },
  types: {
    layers: ['core', 'button', 'i18n', 'widget'],
    packages: ['preact', 'react', 'solid-js', 'svelte', 'vue'],
  },

  // No layer may import `index`: a lazy chunk that did would load everything.
  index: { layers: ['core', 'client', 'i18n', 'theme', 'button', 'diagnosis', 'version', 'widget'] },
  define: { layers: ['button'] },
  'define-form': { layers: ['button', 'form'] },
  embed: { layers: ['core', 'define', 'i18n'] },
  frame: { layers: ['core', 'button', 'isolated', 'define', 'define-form', 'version'] },
  app: { layers: ['attributes', 'button', 'core', 'define-form', 'form', 'i18n'], packages: ['lit'] },
  'app-worker': { layers: ['app', 'core'] },
  schema: { layers: ['core'] },
  version: { layers: [] },
  attributes: { layers: ['core', 'theme'] },
};

/** The modules of `core` that load zod. */
const ZOD_CORE = /^core\/(report\/(report[^/]*|protocol-schema)|follow-up\/answer-schema)\.ts$/;

/** Modules that may load zod. All others may only use the types of those modules. */
const ZOD_USERS =
  /^(core\/(report\/(report[^/]*|protocol-schema)|follow-up\/answer-schema)\.ts|schema\.ts|receiver\/.*)$/;

/** Modules that a page loads before the first click: the elements without their form, and their registration. */
const BEFORE_CLICK = /^(define|embed|button\/.+|widget\/.+)\.ts$/;

/** Modules that those may load by `import()` only. */
const AFTER_CLICK = /^(client\/|page\/|form\/|isolated\/|diagnosis\/|attributes\/|define-form\.ts$)/;

/** Whether modules of one layer may load another layer by `import()` only. */
export const isLazyOnly = (layer: string, other: string): boolean => {
  const has = (modules: RegExp, name: string): boolean =>
    modules.test(`${name}.ts`) || modules.test(`${name}/a.ts`);
  return has(BEFORE_CLICK, layer) && has(AFTER_CLICK, other);
};

/** Modules of `theme` that no widget needs: numeric colours, for designers. */
const FOR_DESIGN = /^theme\/(measure|promises)\.ts$/;

/** Modules that may load them. */
const DESIGNERS = /^(tools\/theme-check\/.*|theme\/(measure|promises)\.ts)$/;

interface Import {
  readonly specifier: string;
  readonly isType: boolean;
  readonly isLazy: boolean;
}

/** The error message for an import in a file of `src`; undefined if the import is allowed. */
function complaint(path: string, { specifier, isType, isLazy }: Import): string | undefined {
  const layer = layerOf(path);
  const allowed = LAYERS[layer];
  if (!allowed) return `src/${layer} is not in the table of layers (.build/lint-rules.ts).`;

  const isRelative = specifier.startsWith('.');
  const target = isRelative ? relative('/', resolve('/', dirname(path), specifier)) : specifier;
  const usesZod = isRelative ? ZOD_CORE.test(target) : isPackage(specifier, 'zod');

  if (usesZod && !isType && !ZOD_USERS.test(path)) return `${path} must not load zod: import types only.`;
  if (!isRelative) {
    if (usesZod || allowed.packages?.some((name) => isPackage(specifier, name))) return undefined;
    return `${layer} must not import the package ${specifier}.`;
  }
  if (BEFORE_CLICK.test(path) && AFTER_CLICK.test(target) && !isType && !isLazy) {
    return `${path} loads before the click: import ${target} lazily, by import().`;
  }
  if (FOR_DESIGN.test(target) && !isType && !DESIGNERS.test(path))
    return `${path} must not load ${target}: no widget needs it.`;
  const other = layerOf(target);
  return other === layer || allowed.layers.includes(other) ? undefined : `${layer} must not import ${other}.`;
}

/** The layer of a file, from its path under `src`. */
function layerOf(path: string): string {
  const [folder = '', part = ''] = path.replace(/\.ts$/, '').split('/');
  const inPackage = `${folder}/${part}`;
  return inPackage in LAYERS ? inPackage : folder;
}

function isPackage(specifier: string, name: string): boolean {
  return name.endsWith(':')
    ? specifier.startsWith(name)
    : specifier === name || specifier.startsWith(`${name}/`);
}

/** The path of the file being linted, under `src`. */
function sourcePath(context: Context): string {
  return relative(resolve(context.cwd, 'src'), context.filename);
}

const layers = {
  create(context: Context): Visitor {
    const path = sourcePath(context);
    const check = (node: Node, how: { isType?: boolean; isLazy?: boolean } = {}): void => {
      const specifier = node.source?.value;
      if (typeof specifier !== 'string') return;
      const message = complaint(path, { specifier, isType: false, isLazy: false, ...how });
      if (message) context.report({ node, message });
    };
    return {
      ImportDeclaration: (node) => check(node, { isType: node.importKind === 'type' }),
      ExportNamedDeclaration: (node) => check(node, { isType: node.exportKind === 'type' }),
      ExportAllDeclaration: (node) => check(node, { isType: node.exportKind === 'type' }),
      ImportExpression: (node) => check(node, { isLazy: true }),
      TSImportType: (node) => check(node, { isType: true }),
    };
  },
};

const EFFECTS =
  /^(addEventListener|setTimeout|setInterval|requestAnimationFrame|requestIdleCallback|queueMicrotask|fetch|define)$/;
const OBSERVERS = /^(MutationObserver|ResizeObserver|IntersectionObserver|BroadcastChannel|Worker)$/;
const GLOBALS = /^(window|globalThis|self|document|navigator)$/;

const quietModules = {
  create(context: Context): Visitor {
    let depth = 0;
    const enter = (): void => void depth++;
    const leave = (): void => void depth--;
    const report = (node: Node, what: string): void => {
      if (depth === 0)
        context.report({
          node,
          message: `Importing this module must do nothing: no ${what} outside functions.`,
        });
    };
    return {
      ArrowFunctionExpression: enter,
      'ArrowFunctionExpression:exit': leave,
      FunctionDeclaration: enter,
      'FunctionDeclaration:exit': leave,
      FunctionExpression: enter,
      'FunctionExpression:exit': leave,
      PropertyDefinition: enter,
      'PropertyDefinition:exit': leave,
      CallExpression(node) {
        if (EFFECTS.test(nameOf(node.callee))) report(node, `${nameOf(node.callee)}()`);
      },
      NewExpression(node) {
        if (OBSERVERS.test(nameOf(node.callee))) report(node, `new ${nameOf(node.callee)}`);
      },
      AssignmentExpression(node) {
        if (node.left.type === 'MemberExpression' && GLOBALS.test(nameOf(node.left.object)))
          report(node, 'global');
      },
    };
  },
};

/** The last name of `a.b.c` or `c`; empty if there is none. */
function nameOf(node: Node): string {
  return (node.type === 'MemberExpression' ? node.property.name : node.name) ?? '';
}

// oxlint takes the default export.
export default { meta: { name: 'house' }, rules: { layers, 'quiet-modules': quietModules } };
