// The commands of `cliquez-signalez`, and what an operator can do about errors.
import { runProgram, type Program } from '../../command-line/program.ts';
import { toolCommands } from '../../tools/commands/main.ts';
import type { Command } from '../../command-line/command.ts';
import { AlertError } from '../alerts/alert-options.ts';
import { ChallengeSecretError } from '../admission/challenge.ts';
import { FollowUpDaysError } from '../http/follow-up-days.ts';
import { OriginError } from '../protocol/headers.ts';
import { PartnersError } from '../admission/partners.ts';
import { ProxyError } from '../http/proxies.ts';
import { ReceiptKeyError } from '../intake/receipt-key.ts';
import { RetentionError } from '../operations/retention.ts';
import { SealKeysError } from '../intake/seal-keys.ts';
import {
  DatabaseSetupError,
  DatabaseUrlError,
  StandbyBehindError,
  StoreFullError,
  UnsafeCommitError,
} from '../database/store-errors.ts';
import { withEnvironmentFile } from './environment-file.ts';

const NAME = 'cliquez-signalez';

const readingSettings = async (module: Promise<{ readonly command: Command }>): Promise<Command> =>
  withEnvironmentFile((await module).command);

const COMMANDS: Program['commands'] = {
  serve: {
    summary: 'receives reports and keeps them in a database',
    load: () => readingSettings(import('./serve.ts')),
  },
  export: {
    summary: 'writes the reports down as JSON Lines, CSV, or drafts for institutions',
    load: () => readingSettings(import('./export.ts')),
  },
  figures: {
    summary: 'counts reports and what became of them: the figures of a year, or of one partner',
    load: () => readingSettings(import('./figures.ts')),
  },
  outcomes: {
    summary: 'tells reporters what became of their reports, from the file of decisions',
    load: () => readingSettings(import('./outcomes.ts')),
  },
  outbox: {
    summary: 'lists what is still to be told about reports, and tries it again',
    load: () => readingSettings(import('./outbox.ts')),
  },
  keys: {
    summary: 'makes the pair of keys for sealed reports or for receipts, or says what belongs to one',
    load: () => readingSettings(import('./keys.ts')),
  },
  ...toolCommands(NAME),
  copy: {
    summary: 'copies the reports of one database to another',
    load: () => readingSettings(import('./copy.ts')),
  },
  erase: {
    summary: 'erases reports for good: of a time, or by their numbers',
    load: () => readingSettings(import('./erase.ts')),
  },
  head: {
    summary: 'prints the head of the log of reports, to be kept elsewhere',
    load: () => readingSettings(import('./head.ts')),
  },
  verify: {
    summary: 'finds reports that were altered or deleted',
    load: () => readingSettings(import('./verify.ts')),
  },
};

/** The operator's remedy for an error; undefined if only its stack can help. */
function advice(error: Error): string | undefined {
  if (error instanceof StandbyBehindError) return error.message;
  if (error instanceof AlertError) return error.message;
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
  if (error instanceof FollowUpDaysError) return `FOLLOW_UP_DAYS: ${error.message}`;
  if (error instanceof UnsafeCommitError)
    return `What was written may be on one server alone: ${error.message} Run the command again.`;
  if (error instanceof StoreFullError || isRefusedByDisk(error)) return NO_ROOM;
  switch ('code' in error ? error.code : undefined) {
    case 'EADDRINUSE':
      return 'The port is taken by another program. Stop it, or choose another port: PORT=8788 cliquez-signalez serve';
    case 'EACCES':
      return `Not permitted: ${error.message}. Choose a PORT above 1023 and a folder that may be written to.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return 'HOST is not an address of this machine. Use 127.0.0.1, or 0.0.0.0 for all its addresses.';
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
export const main = (): Promise<void> =>
  runProgram({ name: NAME, installedAs: 'cliquez-signalez-receiver', commands: COMMANDS, advice });
