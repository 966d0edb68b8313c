// What follows the name of a command, read strictly: an option that is not known is a mistake, not a wish.
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { UsageError } from './command.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

/**
 * Reads options; there are no other arguments.
 * @param usage what the command's `--help` prints, for a caller that uses it in another way
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
