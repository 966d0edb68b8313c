// Loaded before other modules (`--import`): at SIGUSR2 the clock jumps, by up to a year either way.
import process from 'node:process';

const RealDate = Date;
const YEAR_MS = 365 * 24 * 60 * 60 * 1_000;
let offsetMs = 0;
const now = (): number => RealDate.now() + offsetMs;
process.on('SIGUSR2', () => {
  offsetMs = Math.round((2 * Math.random() - 1) * YEAR_MS);
});

// A proxy, as in test/receiver/wrong-clock.ts.
globalThis.Date = new Proxy(RealDate, {
  construct: (target, args: unknown[]) =>
    args.length > 0 ? (Reflect.construct(target, args) as Date) : new target(now()),
  get: (target, name) => (name === 'now' ? now : (Reflect.get(target, name) as unknown)),
});
