// The command `check`: examines an endpoint, and prints what it does wrong and how to mend it.
import { createInterface } from 'node:readline/promises';
import {
  OptionError,
  checkEndpoint,
  formatChecks,
  formatReport,
  listChecks,
  type ConformanceOptions,
} from '../conformance/index.ts';
import { readOperand } from '../../command-line/arguments.ts';
import { UsageError, type Command } from '../../command-line/command.ts';

/** The command, for a program of this name. */
export const checkCommand = (program: string): Command => ({
  usage: `Usage: ${program} check <endpoint> [options]

Checks that an endpoint keeps the contract of the form, by sending it reports that are marked as tests.
Ends with 0 where all is well, 1 where something failed, 2 where it is called wrongly.
  --yes              send without asking first
  --dry              list the checks, send nothing
  --json             print the result as JSON
  --origin <origin>  origin of a page with the form               https://www.example.com
  --partner <id>     public partner id that the test reports carry
  --challenge <url>  where challenges are fetched, where proof of work is used
  --public-key <key> what forms seal reports with, where they do
  --receipt-key <key> what proves receipts to forms, where they have it
  --follow-up <url>  where forms ask what became of reports, if they do
`,
  async run(args, environment) {
    const { endpoint, flags, options } = readArguments(args, this.usage);
    try {
      const checks = listChecks(endpoint, options);
      if (flags.dry) return print(flags.json ? toJson(checks) : formatChecks(checks));
      const stores = checks.reduce((sum, check) => sum + check.stores, 0);
      if (!flags.yes && !(await confirm(stores, endpoint))) return console.error('Nothing was sent.');
      const report = await checkEndpoint(endpoint, {
        ...options,
        onResult: showProgress(checks.length),
        onWait: (seconds) => console.error(`The endpoint asks to wait for ${seconds} s.`),
      });
      const hasColour = process.stdout.isTTY && !environment['NO_COLOR'];
      // Some terminals do not know their width, and report 0.
      const columns = Math.min(process.stdout.columns || 100, 100);
      print(flags.json ? toJson(report) : formatReport(report, { columns, hasColour }));
      if (!report.isConformant) process.exitCode = 1;
    } catch (error) {
      throw error instanceof OptionError ? new UsageError(error.message) : error;
    }
  },
});

const OPTIONS = {
  yes: { type: 'boolean', default: false },
  dry: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  origin: { type: 'string' },
  partner: { type: 'string' },
  challenge: { type: 'string' },
  'public-key': { type: 'string' },
  'receipt-key': { type: 'string' },
  'follow-up': { type: 'string' },
} as const;

function readArguments(args: readonly string[], usage: string) {
  const { operand: endpoint, values } = readOperand(args, OPTIONS, '<endpoint>', usage);
  const { yes, dry, json, partner, origin, challenge } = values;
  const keys = { publicKey: values['public-key'], receiptKey: values['receipt-key'] };
  const options = { origin, challenge, partnerId: partner, followUp: values['follow-up'], ...keys };
  return { endpoint, flags: { yes, dry, json }, options };
}

/** Asks before anything is sent. Without a terminal, the error says which option to add. */
async function confirm(stores: number, endpoint: string): Promise<boolean> {
  const notice = `Up to ${stores} reports will be stored at ${endpoint}. Each says that it is a test and may be deleted.`;
  if (!process.stdin.isTTY)
    throw new UsageError(`${notice}\nAdd --yes to send them, or --dry to list the checks.`);
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await terminal.question(`${notice}\nSend them? [y/N] `);
  terminal.close();
  return /^y(es)?$/i.test(answer.trim());
}

function showProgress(total: number): ConformanceOptions['onResult'] {
  if (!process.stderr.isTTY) return undefined;
  let done = 0;
  return () => void process.stderr.write(++done < total ? `\r${done} of ${total} checks` : '\r\u001B[K');
}

const print = (text: string): void => void process.stdout.write(text);

const toJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
