// Gives a process a wrong clock: loaded before other modules (`--import`). The clock is CLOCK_DAYS fast and runs
// CLOCK_SPEED times as fast as real time.
const RealDate = Date;
const { CLOCK_DAYS: days = '0', CLOCK_SPEED: speed = '1' } = process.env;
const startedAt = RealDate.now();
const beganAt = startedAt + Number(days) * 24 * 60 * 60 * 1_000;
const now = (): number => beganAt + Math.round(Number(speed) * (RealDate.now() - startedAt));

// A proxy, not a subclass: `new Date(...)` must accept every argument that Date accepts.
globalThis.Date = new Proxy(RealDate, {
  construct: (target, args: unknown[]) =>
    args.length > 0 ? (Reflect.construct(target, args) as Date) : new target(now()),
  get: (target, name) => (name === 'now' ? now : (Reflect.get(target, name) as unknown)),
});
