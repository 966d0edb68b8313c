// Loaded before other modules (`--import`): the process's clock and its intervals run CLOCK_SPEED times as fast.
import '../wrong-clock.ts';

const speed = Number(process.env['CLOCK_SPEED'] ?? '1');
const { setInterval: realInterval } = globalThis;
globalThis.setInterval = ((work: () => void, pauseMs = 0, ...rest: []) =>
  realInterval(work, Math.max(5, pauseMs / speed), ...rest)) as typeof setInterval;
