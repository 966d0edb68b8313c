// Loaded before a command (`--import`): five seconds of its clock pass in five milliseconds.
const realClock = performance.now.bind(performance);
performance.now = () => realClock() * 1_000;
