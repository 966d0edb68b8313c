// Finds the small changes of a source that a test of behaviour should notice, with the parser of Vite. TypeScript 7 has none for
// programs.
import { parseSync } from 'vite';

/** What is changed, in the order of the table of results. */
export const MUTATORS = [
  'boundary',
  'equality',
  'logic',
  'arithmetic',
  'condition',
  'negation',
  'boolean',
  'number',
  'text',
  'list',
  'method',
  'pattern',
  'statement',
] as const;

export type Mutator = (typeof MUTATORS)[number];

/** One change. */
export interface Mutation {
  readonly mutator: Mutator;
  /** Offsets in the source, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  /** The text in place of what stands there. */
  readonly text: string;
}

/** A node of the tree, as the parser gives it (ESTree, with TypeScript's own nodes). */
interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [member: string]: unknown;
}

const OPERATORS = new Map<unknown, readonly [mutator: Mutator, text: string]>(
  Object.entries({
    '<': ['boundary', '<='],
    '<=': ['boundary', '<'],
    '>': ['boundary', '>='],
    '>=': ['boundary', '>'],
    '===': ['equality', '!=='],
    '!==': ['equality', '==='],
    '&&': ['logic', '||'],
    '||': ['logic', '&&'],
    '??': ['logic', '&&'],
    '+': ['arithmetic', '-'],
    '-': ['arithmetic', '+'],
    '*': ['arithmetic', '/'],
    '/': ['arithmetic', '*'],
    '%': ['arithmetic', '*'],
  }),
);

const METHODS = new Map<unknown, string>(
  Object.entries({
    some: 'every',
    every: 'some',
    startsWith: 'endsWith',
    endsWith: 'startsWith',
    toLowerCase: 'toUpperCase',
    toUpperCase: 'toLowerCase',
    min: 'max',
    max: 'min',
    floor: 'ceil',
    ceil: 'floor',
    trim: 'toString',
  }),
);

/** TypeScript's nodes around a value. Every other one of its own is a type. */
const AROUND_VALUES = new Set(['TSAsExpression', 'TSNonNullExpression', 'TSSatisfiesExpression']);

/** A sentence is read by a person, and no test should repeat it. */
const SENTENCE = /\S \S+ \S/;

const NO_VALUES = new Set(['ImportDeclaration', 'ExportAllDeclaration']);

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

/** The parts of a node that values come from: the name of a member is none. */
function childrenOf(node: Node): Node[] {
  const isNamed = node.type === 'Property' || node.type === 'MemberExpression';
  const names = Object.keys(node).filter(
    (name) => !(isNamed && (name === 'key' || name === 'property') && node['computed'] !== true),
  );
  return names.flatMap((name) => [node[name]].flat()).filter(isNode);
}

/** A pattern without its anchors, and with other counts, each once. */
function patternsOf(text: string): string[] {
  const end = text.lastIndexOf('/');
  const [inside, flags] = [text.slice(1, end), text.slice(end)];
  const changed = [
    inside.replace(/^\^/, ''),
    inside.replace(/(?<!\\)\$$/, ''),
    inside.replace(/(?<=[\])\w])\+(?!\?)/, '*'),
  ];
  return changed.filter((pattern) => pattern !== inside && pattern !== '').map((one) => `/${one}${flags}`);
}

/** All changes of a source, in its order. @param file its name, by which the parser knows TypeScript */
export function mutationsOf(file: string, source: string): Mutation[] {
  const { program, errors } = parseSync(file, source);
  if (errors.length > 0) throw new Error(`${file} cannot be parsed: ${errors[0]!.message}`);
  const found: Mutation[] = [];
  const replace = ({ start, end }: Pick<Node, 'start' | 'end'>, mutator: Mutator, text: string): void => {
    found.push({ mutator, start, end, text });
  };
  const textOf = ({ start, end }: Node): string => source.slice(start, end);

  function operator({ left, right, operator: written }: Node): void {
    const [mutator, text] = OPERATORS.get(written) ?? [];
    if (!mutator || text === undefined) return;
    const from = (left as Node).end;
    const start = from + source.slice(from, (right as Node).start).indexOf(String(written));
    replace({ start, end: start + String(written).length }, mutator, text);
  }

  function literal(node: Node): void {
    const { value } = node;
    if (typeof value === 'boolean') replace(node, 'boolean', String(!value));
    if (typeof value === 'number') replace(node, 'number', `(${textOf(node)} + 1)`);
    if (typeof value === 'string' && value !== '' && !SENTENCE.test(value)) replace(node, 'text', "''");
    if (node['regex']) for (const text of patternsOf(textOf(node))) replace(node, 'pattern', text);
  }

  function visit(node: Node): void {
    if (NO_VALUES.has(node.type) || (node.type.startsWith('TS') && !AROUND_VALUES.has(node.type))) return;
    switch (node.type) {
      case 'BinaryExpression':
      case 'LogicalExpression':
        operator(node);
        break;
      case 'ConditionalExpression':
      case 'IfStatement':
        for (const text of ['true', 'false']) replace(node['test'] as Node, 'condition', text);
        break;
      case 'UnaryExpression':
        if (node['operator'] === '!') replace(node, 'negation', textOf(node['argument'] as Node));
        break;
      case 'Literal':
        literal(node);
        break;
      case 'ArrayExpression':
        if ((node['elements'] as unknown[]).length > 0) replace(node, 'list', '[]');
        break;
      case 'CallExpression': {
        const callee = node['callee'] as Node;
        const name = callee['property'] as Node | undefined;
        const other = METHODS.get(name?.['name']);
        if (callee.type === 'MemberExpression' && name && other !== undefined) replace(name, 'method', other);
        break;
      }
      case 'ExpressionStatement':
        if (node['directive'] === undefined || node['directive'] === null) replace(node, 'statement', ';');
        break;
      default:
    }
    for (const child of childrenOf(node)) visit(child);
  }

  visit(program as unknown as Node);
  return found.toSorted((one, other) => one.start - other.start || one.end - other.end);
}
