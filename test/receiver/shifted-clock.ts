// A process whose clock is wrong: loaded before anything else (`--import`), with the days that it is fast in CLOCK_DAYS.
const RealDate = Date;
const offset = Number(process.env['CLOCK_DAYS']) * 24 * 60 * 60 * 1_000;

// Not by a class that extends Date: `new Date(...)` must go on taking whatever it takes.
globalThis.Date = new Proxy(RealDate, {
  construct: (target, args: unknown[]) =>
    args.length > 0 ? (Reflect.construct(target, args) as Date) : new target(RealDate.now() + offset),
  get: (target, name) =>
    name === 'now' ? () => RealDate.now() + offset : (Reflect.get(target, name) as unknown),
});
