#!/usr/bin/env node
// The command `cliquez-signalez`: reads the arguments and the environment, says what went wrong in one sentence.
import { parseArgs } from 'node:util';
import { OriginError } from './receiver/headers.ts';
import { DatabaseUrlError } from './receiver/store.ts';

const USAGE = `Usage: cliquez-signalez serve

Receives reports over HTTP and keeps them in a database. Settings come from the environment:
  PORT          port to listen on                                  8787
  HOST          address to listen on                               127.0.0.1
  DATABASE_URL  where reports are kept, as sqlite:path             sqlite:cliquez-signalez.sqlite
  ORIGINS       sites that may send reports, separated by commas   * (any site)
`;

/** The command was called in a way that it does not know. */
class UsageError extends Error {
  override readonly name = 'UsageError';
}

async function run(args: string[]): Promise<void> {
  const { values, positionals } = readArguments(args);
  if (values.help) process.stdout.write(USAGE);
  else if (positionals.length === 1 && positionals[0] === 'serve') await serve(process.env);
  else throw new UsageError(USAGE);
}

function readArguments(args: string[]) {
  try {
    return parseArgs({ args, allowPositionals: true, options: { help: { type: 'boolean', short: 'h' } } });
  } catch {
    throw new UsageError(USAGE);
  }
}

// Imported here, because hono, kysely and the server are optional: whoever only shows the form lacks them.
async function serve(environment: NodeJS.ProcessEnv): Promise<void> {
  const { serveReceiver } = await import('./receiver/serve.ts');
  const running = await serveReceiver({
    port: readPort(environment['PORT'] || '8787'),
    hostname: environment['HOST'] || '127.0.0.1',
    databaseUrl: environment['DATABASE_URL'] || 'sqlite:cliquez-signalez.sqlite',
    origins: readOrigins(environment['ORIGINS'] || '*'),
    log: (event) => console.log(JSON.stringify(event)),
  });
  console.error(`Reports are received at ${running.endpoint}`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void running.close());
}

function readPort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new UsageError(`PORT must be a number from 0 to 65535, not « ${text} ».`);
}

function readOrigins(text: string): '*' | string[] {
  return text === '*' ? '*' : text.split(',').map((origin) => origin.trim());
}

/** What the operator can do about an error; undefined where only its stack can help. */
function advice(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if (error instanceof UsageError) return error.message;
  if (error instanceof OriginError) return `ORIGINS: ${error.message}`;
  if (error instanceof DatabaseUrlError) return `DATABASE_URL: ${error.message}`;
  switch ('code' in error ? error.code : undefined) {
    case 'EADDRINUSE':
      return 'The port is taken by another program. Stop it, or choose another port: PORT=8788 cliquez-signalez serve';
    case 'EACCES':
      return `Not permitted: ${error.message}. Choose a PORT above 1023 and a folder that may be written to.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return 'HOST is not an address of this machine. Use 127.0.0.1, or 0.0.0.0 for all its addresses.';
    case 'ERR_MODULE_NOT_FOUND':
      return /'(hono|kysely|@hono\/node-server)\b/.test(error.message)
        ? 'The receiver needs three more packages: npm install hono kysely @hono/node-server'
        : undefined;
    default:
      return undefined;
  }
}

try {
  await run(process.argv.slice(2));
} catch (error) {
  console.error(advice(error) ?? error);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
