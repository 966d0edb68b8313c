// The option `--env-file` of every command: settings from a file, so that no password stands in the history of a shell.
import { readFile } from 'node:fs/promises';
import { parseEnv } from 'node:util';
import { CommandError, UsageError, type Command } from '../../command-line/command.ts';

const HELP = `
As for every command:
  --env-file FILE  settings from a file, one NAME=value a line, as systemd reads it; those of the environment win
`;

/** A command that also takes `--env-file FILE`, and has the settings of that file in its environment. */
export const withEnvironmentFile = (command: Command): Command => ({
  usage: command.usage.trimEnd() + HELP,
  async run(args, environment) {
    const { file, others } = takeFile(args, this.usage);
    // Into the environment itself, because pg reads PGPASSWORD there.
    if (file !== undefined)
      for (const [name, value] of Object.entries(await readSettings(file))) environment[name] ??= value;
    await command.run.call(this, others, environment);
  },
});

/** Takes `--env-file` out of the arguments. The last one counts, as for every option. */
function takeFile(
  args: readonly string[],
  usage: string,
): { readonly file: string | undefined; readonly others: readonly string[] } {
  const others: string[] = [];
  let file: string | undefined;
  for (let index = 0; index < args.length; index++) {
    const [name, inline] = args[index]!.split(/=(.*)/s);
    if (name !== '--env-file') {
      others.push(args[index]!);
      continue;
    }
    file = inline ?? args[++index];
    if (!file || (inline === undefined && file.startsWith('-')))
      throw new UsageError(`--env-file needs a value.\n\n${usage}`);
  }
  return { file, others };
}

/**
 * What `EnvironmentFile=` of systemd and `parseEnv` of Node read alike: an empty line, a comment that fills its line, a
 * value without quotes, `#`, `\` or backquotes, or one in a pair of quotes. Outside of that, one of them cuts a password
 * at a `#`, or loses a `\`. Each has been compared with systemd 257.
 */
const READ_ALIKE = /^\s*(?:#.*|[A-Za-z_]\w*=[ \t]*(?:[^\s"'`#\\][^"'`#\\]*|"[^"'`\\]*"|'[^"'`\\]*')?\s*)?$/;

/**
 * Reads a file of settings.
 * @throws {CommandError} if it cannot be read, or has a line that systemd and Node read differently
 */
async function readSettings(file: string): Promise<NodeJS.Dict<string>> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new CommandError(
      `--env-file: ${file} cannot be read (${error.code}). Check its name and who may read it.`,
    );
  });
  const wrong = text.split(/\r?\n/).findIndex((line) => !READ_ALIKE.test(line));
  if (wrong === -1) return parseEnv(text);
  // The line itself may hold a password.
  throw new CommandError(
    `--env-file: line ${wrong + 1} of ${file} is not NAME=value. Put a value with # between double quotes; a value has ` +
      'no other quotes and no \\ in it, and no « export » before it.',
  );
}
