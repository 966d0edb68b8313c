// A process whose clock is wrong: loaded before anything else (`--import`). It is fast by CLOCK_DAYS, and runs CLOCK_SPEED
// times as fast as time.
const RealDate = Date;
const { CLOCK_DAYS: days = '0', CLOCK_SPEED: speed = '1' } = process.env;
const startedAt = RealDate.now();
const beganAt = startedAt + Number(days) * 24 * 60 * 60 * 1_000;
const now = (): number => beganAt + Math.round(Number(speed) * (RealDate.now() - startedAt));

// Not by a class that extends Date: `new Date(...)` must go on taking whatever it takes.
globalThis.Date = new Proxy(RealDate, {
  construct: (target, args: unknown[]) =>
    args.length > 0 ? (Reflect.construct(target, args) as Date) : new target(now()),
  get: (target, name) => (name === 'now' ? now : (Reflect.get(target, name) as unknown)),
});
