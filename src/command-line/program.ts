// A program of several commands: runs the requested one, and explains an error in one sentence.
import { nearest } from '../core/nearest.ts';
import { VERSION } from '../core/version.ts';
import { unknownOption } from './arguments.ts';
import { CommandError, UsageError, type Command } from './command.ts';

/** A command in the list of a program. It is imported when it is called: `theme-check` needs no database. */
export interface Listed {
  /** The command in one line, for the list. */
  readonly summary: string;
  load(): Promise<Command>;
}

/** A program: its name, its commands by name, and what it can say of errors. */
export interface Program {
  readonly name: string;
  /** The package that has to be installed again if a package is missing. */
  readonly installedAs: string;
  readonly commands: Readonly<Record<string, Listed>>;
  /** The user's remedy for an error; undefined if only its stack can help. */
  advice?(error: Error): string | undefined;
}

const usageOf = ({ name, commands }: Program): string => `Usage: ${name} <command> [options]

${Object.entries(commands)
  .map(([command, { summary }]) => `  ${command.padEnd(12)} ${summary}\n`)
  .join('')}
  --version    the version of the library

${name} <command> --help says how to call it.
`;

async function run(program: Program, [name = '', ...args]: string[]): Promise<void> {
  const { commands } = program;
  if (name === '--help' || name === '-h') return void process.stdout.write(usageOf(program));
  if (name === '--version' || name === '-v') return void process.stdout.write(`${VERSION}\n`);
  const found = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!found) throw new UsageError(`${complaintOf(name, Object.keys(commands))}${usageOf(program)}`);
  const command = await found.load();
  if (args.includes('--help') || args.includes('-h')) process.stdout.write(command.usage);
  else await command.run(args, process.env);
}

/** The fault of a command's name; empty if there is none. */
function complaintOf(name: string, known: readonly string[]): string {
  if (name === '') return '';
  if (name.startsWith('-')) return `${unknownOption(name, ['help', 'version'])}\n\n`;
  const meant = nearest(name, known);
  return `There is no command « ${name} ».${meant ? ` Did you mean ${meant}?` : ''}\n\n`;
}

function adviceOn(error: unknown, program: Program): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if (error instanceof UsageError || error instanceof CommandError) return error.message;
  if ('code' in error && error.code === 'ERR_MODULE_NOT_FOUND')
    return `A package is missing here (${error.message.split(' imported')[0]}). Install again: npm install ${program.installedAs}`;
  return program.advice?.(error);
}

/** Runs the command in the arguments of the process, and sets its exit code. */
export async function runProgram(program: Program): Promise<void> {
  try {
    await run(program, process.argv.slice(2));
  } catch (error) {
    console.error(adviceOn(error, program) ?? error);
    process.exitCode = error instanceof UsageError ? 2 : 1;
  }
}
