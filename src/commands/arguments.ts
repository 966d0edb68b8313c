// Reads the arguments of a command strictly: an unknown option is an error.
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { UsageError } from './command.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

/**
 * Reads options; there are no other arguments.
 * @param usage the text of the command's `--help`, which the error message repeats
 * @throws {UsageError} for the first argument that is not known or lacks its value
 */
export function readOptions<const Known extends Options>(
  args: readonly string[],
  options: Known,
  usage: string,
): ReturnType<typeof parseArgs<{ args: string[]; options: Known; strict: true }>>['values'] {
  try {
    return parseArgs({ args: [...args], options, strict: true }).values;
  } catch (error) {
    // Node's first sentence names the argument; the others are about its own conventions.
    const [sentence] = (error as Error).message.split('. ');
    throw new UsageError(`${sentence}.\n\n${usage}`);
  }
}
