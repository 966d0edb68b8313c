// Entry of `cliquez-signalez`: runs the requested command, and explains an error in one sentence.
import { nearest } from '../core/nearest.ts';
import { unknownOption } from './arguments.ts';
import { CommandError, UsageError, type Command } from './command.ts';
import { ChallengeSecretError } from '../receiver/admission/challenge.ts';
import { OriginError } from '../receiver/http/headers.ts';
import { PartnersError } from '../receiver/admission/partners.ts';
import { ProxyError } from '../receiver/http/proxies.ts';
import { ReceiptKeyError } from '../receiver/intake/receipt-key.ts';
import { RetentionError } from '../receiver/operations/retention.ts';
import { SealKeysError } from '../receiver/intake/seal-keys.ts';
import {
  DatabaseSetupError,
  DatabaseUrlError,
  StandbyBehindError,
  StoreFullError,
} from '../receiver/store/store-errors.ts';
import { VERSION } from '../version.ts';

// Each command is imported when it is called: `theme-check` needs no database.
const COMMANDS: Readonly<Record<string, { summary: string; load: () => Promise<{ command: Command }> }>> = {
  serve: {
    summary: 'receives reports and keeps them in a database',
    load: () => import('./serve.ts'),
  },
  export: {
    summary: 'writes the reports down as JSON Lines, CSV, or drafts for institutions',
    load: () => import('./export.ts'),
  },
  figures: {
    summary: 'counts reports and what became of them: the figures of a year, or of one partner',
    load: () => import('./figures.ts'),
  },
  keys: {
    summary: 'makes the pair of keys for sealed reports or for receipts, or says what belongs to one',
    load: () => import('./keys.ts'),
  },
  check: {
    summary: 'examines an endpoint: does it keep the contract of the form?',
    load: () => import('./check.ts'),
  },
  'theme-check': {
    summary: 'examines a style sheet: can every colour of the widget be read?',
    load: () => import('./theme-check.ts'),
  },
  copy: {
    summary: 'copies the reports of one database to another',
    load: () => import('./copy.ts'),
  },
  erase: {
    summary: 'erases reports for good: of a time, or by their numbers',
    load: () => import('./erase.ts'),
  },
  head: {
    summary: 'prints the head of the log of reports, to be kept elsewhere',
    load: () => import('./head.ts'),
  },
  verify: {
    summary: 'finds reports that were altered or deleted',
    load: () => import('./verify.ts'),
  },
};

const USAGE = `Usage: cliquez-signalez <command> [options]

${Object.entries(COMMANDS)
  .map(([name, { summary }]) => `  ${name.padEnd(12)} ${summary}\n`)
  .join('')}
  --version    the version of the library

cliquez-signalez <command> --help says how to call it.
`;

async function run([name = '', ...args]: string[]): Promise<void> {
  if (name === '--help' || name === '-h') return void process.stdout.write(USAGE);
  if (name === '--version' || name === '-v') return void process.stdout.write(`${VERSION}\n`);
  const found = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!found) throw new UsageError(`${complaintOf(name)}${USAGE}`);
  const { command } = await found.load();
  if (args.includes('--help') || args.includes('-h')) process.stdout.write(command.usage);
  else await command.run(args, process.env);
}

/** What is wrong with the name of a command; empty where there is none. */
function complaintOf(name: string): string {
  if (name === '') return '';
  if (name.startsWith('-')) return `${unknownOption(name, ['help', 'version'])}\n\n`;
  const meant = nearest(name, Object.keys(COMMANDS));
  return `There is no command « ${name} ».${meant ? ` Did you mean ${meant}?` : ''}\n\n`;
}

/** What the operator can do about an error; undefined where only its stack can help. */
function advice(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if (error instanceof UsageError || error instanceof CommandError || error instanceof StandbyBehindError)
    return error.message;
  if (error instanceof OriginError) return `ORIGINS: ${error.message}`;
  if (error instanceof PartnersError) return `PARTNERS: ${error.message}`;
  if (error instanceof ProxyError) return `TRUSTED_PROXIES: ${error.message}`;
  if (error instanceof ReceiptKeyError) return `RECEIPT_KEY: ${error.message}`;
  if (error instanceof RetentionError) return `RETENTION_DAYS: ${error.message}`;
  if (error instanceof SealKeysError) return `SEAL_KEYS: ${error.message}`;
  if (error instanceof ChallengeSecretError) return `CHALLENGE_SECRET: ${error.message}`;
  if (error instanceof DatabaseUrlError || error instanceof DatabaseSetupError) {
    return `DATABASE_URL: ${error.message}`;
  }
  if (error instanceof StoreFullError || isRefusedByDisk(error)) return NO_ROOM;
  switch ('code' in error ? error.code : undefined) {
    case 'EADDRINUSE':
      return 'The port is taken by another program. Stop it, or choose another port: PORT=8788 cliquez-signalez serve';
    case 'EACCES':
      return `Not permitted: ${error.message}. Choose a PORT above 1023 and a folder that may be written to.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return 'HOST is not an address of this machine. Use 127.0.0.1, or 0.0.0.0 for all its addresses.';
    case 'ERR_MODULE_NOT_FOUND':
      return `A package is missing here (${error.message.split(' imported')[0]}). Install again: npm install cliquez-signalez-receiver`;
    default:
      return undefined;
  }
}

const NO_ROOM =
  'The disk of the database is full, or cannot be written to. SQLite needs some megabytes even to erase: make room ' +
  'elsewhere on the disk, then run the command again.';

/** Whether SQLite could not write. Without room for the files beside its database, it calls that an input/output error. */
function isRefusedByDisk(error: Error): boolean {
  // https://www.sqlite.org/rescode.html: the low byte is SQLITE_IOERR or SQLITE_FULL.
  const code = 'errcode' in error ? Number(error.errcode) & 0xff : 0;
  return code === 10 || code === 13;
}

/** Runs the command in the arguments of the process, and sets its exit code. */
export async function main(): Promise<void> {
  try {
    await run(process.argv.slice(2));
  } catch (error) {
    console.error(advice(error) ?? error);
    process.exitCode = error instanceof UsageError ? 2 : 1;
  }
}
