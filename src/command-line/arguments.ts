// Reads the arguments of a command strictly: what is wrong with the first wrong one is said, then how to call the command.
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { nearest } from '../core/nearest.ts';
import { UsageError } from './command.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

type Values<Known extends Options> = ReturnType<
  typeof parseArgs<{ args: string[]; options: Known; strict: true }>
>['values'];

/**
 * Reads options; there are no other arguments.
 * @param usage the text of the command's `--help`, which the error message repeats
 * @throws {UsageError} for the first argument that is not known or lacks its value
 */
export function readOptions<const Known extends Options>(
  args: readonly string[],
  options: Known,
  usage: string,
): Values<Known> {
  const [extra] = readOperands(args, options, usage);
  if (extra !== undefined) throw tooMany(extra, usage);
  return parseArgs({ args: [...args], options, strict: true }).values;
}

/**
 * Reads options and the one argument besides them.
 * @param name what the usage calls that argument, such as `<file.css>`
 * @param usage the text of the command's `--help`, which the error message repeats
 * @throws {UsageError} for the first argument that is not known, lacks its value, is missing or is one too many
 */
export function readOperand<const Known extends Options>(
  args: readonly string[],
  options: Known,
  name: string,
  usage: string,
): { readonly operand: string; readonly values: Values<Known> } {
  const [operand, extra] = readOperands(args, options, usage);
  if (operand === undefined) throw new UsageError(`${name} is missing.\n\n${usage}`);
  if (extra !== undefined) throw tooMany(extra, usage);
  const { values } = parseArgs({ args: [...args], options, strict: true, allowPositionals: true });
  return { operand, values };
}

const tooMany = (extra: string, usage: string): UsageError =>
  new UsageError(`« ${extra} » is one argument too many.\n\n${usage}`);

/** « There is no option --fly. », with the option that was probably meant. */
export function unknownOption(option: string, known: readonly string[]): string {
  const meant = option.startsWith('--')
    ? nearest(
        option,
        known.map((name) => `--${name}`),
      )
    : undefined;
  return `There is no option ${option}.${meant ? ` Did you mean ${meant}?` : ''}`;
}

/** The arguments that are no options, once every option is known and has the value that it takes. */
function readOperands(args: readonly string[], options: Options, usage: string): string[] {
  const { tokens, positionals } = parseArgs({
    args: [...args],
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const { name, rawName, value, inlineValue } = token;
    const type = Object.hasOwn(options, name) ? options[name]?.type : undefined;
    // An argument that looks like an option is no value: the value was forgotten.
    const hasValue = value !== undefined && (inlineValue || !/^-./.test(value));
    const complaint =
      type === undefined
        ? unknownOption(rawName, Object.keys(options))
        : type === 'string' && !hasValue
          ? `${rawName} needs a value.`
          : type === 'boolean' && value !== undefined
            ? `${rawName} takes no value.`
            : undefined;
    if (complaint) throw new UsageError(`${complaint}\n\n${usage}`);
  }
  return positionals;
}

/**
 * The value of an option that takes one of a few words.
 * @throws {UsageError} naming them
 */
export function oneOf<const Choice extends string>(
  option: string,
  text: string,
  choices: readonly Choice[],
): Choice {
  const choice = choices.find((each) => each === text);
  if (choice !== undefined) return choice;
  throw new UsageError(`--${option} must be ${choices.join(' or ')}, not « ${text} ».`);
}

/** The largest number that a setting takes which has no limit of its own: more is a slip. */
const MOST = 999_999;

/**
 * The value of an option or a setting that is a whole number.
 * @throws {UsageError} naming the option or setting, and both limits
 */
export function readCount(name: string, text: string, least: number, most = MOST): number {
  const count = Number(text);
  if (/^\d+$/.test(text) && count >= least && count <= most) return count;
  throw new UsageError(`${name} must be a whole number from ${least} to ${most}, not « ${text} ».`);
}

/**
 * The value of an option or a setting that is a day in UTC, such as 2026-10-27.
 * @throws {UsageError} naming the option or setting
 */
export function readDay(name: string, text: string): Date {
  const day = new Date(/^\d{4}-\d\d-\d\d$/.test(text) ? text : Number.NaN);
  // `Date` takes the 30th of February for the 2nd of March.
  if (!Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)) return day;
  throw new UsageError(`${name} must be a day in UTC, as 2026-10-27, not « ${text} ».`);
}
