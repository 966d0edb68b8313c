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
 * A layer is a house (a folder of `src`) or one of the rooms in it, such as `widget/form`: a folder or a file. Every
 * import that is not listed here is refused. A row imports the rows above it alone, but for what it loads lazily before
 * a click.
 * The build writes this table into src/README.md (.build/map.ts).
 */
export const LAYERS: Readonly<Record<string, Layer>> = {
  core: { layers: [] },

  // What the programs of receiver and tools share.
  'command-line': { layers: ['core'], packages: ['node:'] },

  words: { layers: ['core'], packages: ['lit'] },

  'widget/client': { layers: ['core'], packages: ['altcha-lib'] },
  'widget/page': { layers: [] },
  'widget/theme': { layers: [], packages: ['lit'] },
  'widget/attributes': { layers: ['core', 'widget/theme'] },
  // Types of the widget, its icons and events: a leaf for the button, the form, the frame and the diagnosis.
  'widget/shared': { layers: ['core', 'words'], packages: ['lit'] },
  'widget/diagnosis': {
    layers: ['core', 'words', 'widget/attributes', 'widget/shared'],
  },
  'widget/form': {
    layers: [
      'core',
      'words',
      'widget/attributes',
      'widget/client',
      'widget/page',
      'widget/theme',
      'widget/shared',
      'widget/diagnosis',
    ],
    packages: ['lit'],
  },
  'widget/isolated': {
    layers: ['core', 'words', 'widget/attributes', 'widget/page', 'widget/shared', 'widget/form'],
    packages: ['lit'],
  },
  // Loads before a click, so it reaches the form, the frame and the diagnosis by `import()` only.
  'widget/button': {
    layers: [
      'core',
      'words',
      'widget/theme',
      'widget/shared',
      'widget/diagnosis',
      'widget/form',
      'widget/isolated',
    ],
    packages: ['lit'],
  },
  'widget/types': {
    layers: ['widget/shared', 'widget/button'],
    packages: ['preact', 'react', 'solid-js', 'svelte', 'vue'],
  },
  // No layer may import `index`: a lazy chunk that did would load everything.
  'widget/index': {
    layers: ['core', 'words', 'widget/client', 'widget/shared', 'widget/diagnosis', 'widget/button'],
  },
  'widget/define': { layers: ['widget/button'] },
  'widget/define-form': { layers: ['widget/form', 'widget/button'] },
  'widget/embed': { layers: ['core', 'words'] },
  'widget/frame': {
    layers: ['widget/isolated', 'widget/button', 'widget/define-form'],
  },

  app: {
    layers: ['core', 'words', 'widget/attributes', 'widget/button', 'widget/define-form', 'widget/form'],
    packages: ['lit'],
  },

  'tools/conformance': { layers: ['core'] },
  'tools/theme-check': { layers: ['core', 'widget/theme'], packages: ['@csstools'] },
  'tools/page-check': { layers: ['core', 'tools/conformance'], packages: ['node:'] },
  'tools/commands': {
    layers: ['command-line', 'tools/conformance', 'tools/page-check', 'tools/theme-check'],
    packages: ['node:'],
  },
  'tools/cli': { layers: ['command-line', 'tools/commands'] },

  'receiver/protocol': { layers: ['core'], packages: ['node:'] },
  'receiver/database': { layers: ['core'], packages: ['kysely', 'node:'] },
  'receiver/events': { layers: ['core', 'receiver/protocol', 'receiver/database'] },
  'receiver/log': { layers: ['receiver/database'], packages: ['kysely', 'node:'] },
  'receiver/store': {
    layers: ['core', 'receiver/database', 'receiver/log'],
    packages: ['kysely', 'pg', 'node:'],
  },
  'receiver/admission': {
    layers: ['receiver/protocol', 'receiver/database', 'receiver/store'],
    packages: ['altcha-lib'],
  },
  'receiver/intake': {
    layers: ['core', 'receiver/protocol', 'receiver/database', 'receiver/store'],
    packages: ['jose'],
  },
  'receiver/http': {
    layers: [
      'core',
      'receiver/protocol',
      'receiver/database',
      'receiver/events',
      'receiver/store',
      'receiver/admission',
      'receiver/intake',
    ],
    packages: ['hono', '@hono', 'node:'],
  },
  'receiver/alerts': {
    layers: ['core', 'receiver/protocol', 'receiver/database', 'receiver/events', 'receiver/store'],
    packages: ['standardwebhooks', 'nodemailer', 'node:'],
  },
  'receiver/operations': {
    layers: [
      'receiver/protocol',
      'receiver/database',
      'receiver/events',
      'receiver/store',
      'receiver/http',
      'receiver/alerts',
    ],
    packages: ['node:'],
  },
  'receiver/mappings': { layers: ['core', 'receiver/intake'] },
  'receiver/export': {
    layers: ['core', 'receiver/database', 'receiver/store', 'receiver/intake', 'receiver/mappings'],
  },
  'receiver/figures': {
    layers: ['core', 'receiver/store', 'receiver/mappings', 'receiver/export'],
    packages: ['node:'],
  },
  // The page of an export says what the reporter read, in the words of the form: it takes the strings alone.
  'receiver/analyst-page': {
    layers: ['core', 'words', 'receiver/intake', 'receiver/mappings', 'receiver/export', 'receiver/figures'],
    packages: ['node:'],
  },
  // The program has the commands of the tools too.
  'receiver/commands': {
    layers: [
      'core',
      'command-line',
      'tools/commands',
      'receiver/protocol',
      'receiver/database',
      'receiver/events',
      'receiver/log',
      'receiver/store',
      'receiver/admission',
      'receiver/intake',
      'receiver/http',
      'receiver/alerts',
      'receiver/operations',
      'receiver/export',
      'receiver/figures',
      'receiver/analyst-page',
    ],
    packages: ['node:'],
  },
  'receiver/index': {
    layers: [
      'receiver/protocol',
      'receiver/database',
      'receiver/events',
      'receiver/log',
      'receiver/store',
      'receiver/admission',
      'receiver/intake',
      'receiver/http',
      'receiver/alerts',
      'receiver/operations',
      'receiver/mappings',
      'receiver/export',
    ],
  },
  'receiver/schema': { layers: ['core'] },
  'receiver/cli': { layers: ['command-line', 'receiver/commands'] },

  // The code that packs plugins: their own PHP and templates are no modules.
  plugins: { layers: ['core', 'words', 'widget/attributes'], packages: ['node:'] },
};

/** The modules of `core` that load zod. */
const ZOD_CORE = /^core\/(schema|report\/(report[^/]*|protocol-schema)|follow-up\/answer-schema)\.ts$/;

/** Modules that may load zod. All others may only use the types of those modules. */
const ZOD_USERS =
  /^(core\/(schema|report\/(report[^/]*|protocol-schema)|follow-up\/answer-schema)\.ts|receiver\/.*)$/;

/** Modules that a page loads before the first click: the elements without their form, and their registration. */
const BEFORE_CLICK = /^widget\/(define|embed|button\/.+|shared\/.+)\.ts$/;

/** Modules that those may load by `import()` only. */
const AFTER_CLICK = /^widget\/(client\/|page\/|form\/|isolated\/|diagnosis\/|attributes\/|define-form\.ts$)/;

/** Whether modules of one layer may load another layer by `import()` only. */
export const isLazyOnly = (layer: string, other: string): boolean => {
  const has = (modules: RegExp, name: string): boolean =>
    modules.test(`${name}.ts`) || modules.test(`${name}/a.ts`);
  return has(BEFORE_CLICK, layer) && has(AFTER_CLICK, other);
};

/** Modules of `widget/theme` that no widget needs: numeric colours, for designers. */
const FOR_DESIGN = /^widget\/theme\/(measure|promises)\.ts$/;

/** Modules that may load them. */
const DESIGNERS = /^(tools\/theme-check\/.*|widget\/theme\/(measure|promises)\.ts)$/;

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
export function layerOf(path: string): string {
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
