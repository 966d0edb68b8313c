// Loaded before other modules (`--import`): once the file KILL_ARMED is there, statements to the database and requests of
// the process are counted, and it kills itself before the one with the number KILL_AT.
import { existsSync } from 'node:fs';
import http from 'node:http';
import { syncBuiltinESMExports } from 'node:module';
import { DatabaseSync, StatementSync } from 'node:sqlite';
import pg from 'pg';

const { KILL_ARMED: armed = '', KILL_AT: at = '0' } = process.env;
let count = 0;

function beforeStep(): void {
  if (count === 0 && !existsSync(armed)) return;
  count += 1;
  if (count >= Number(at)) process.kill(process.pid, 'SIGKILL');
}

type Method = (this: unknown, ...args: unknown[]) => unknown;

function counting(prototype: object, name: string): void {
  const methods = prototype as Record<string, Method>;
  const real = methods[name]!;
  methods[name] = function counted(...args) {
    beforeStep();
    return real.apply(this, args);
  };
}

for (const name of ['run', 'get', 'all', 'iterate']) counting(StatementSync.prototype, name);
counting(DatabaseSync.prototype, 'exec');
counting(pg.Client.prototype, 'query');
counting(http, 'request');
syncBuiltinESMExports();
