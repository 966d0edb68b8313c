// Loaded before each test file: its report arrives whole, whatever ends the file.

// A report goes through a pipe, without waiting, and `--test-force-exit` ends the file before all of it has left: verdicts
// are lost, also of tests that failed (nodejs/node#64833). So what is written waits until it has left.
const { _handle: pipe } = process.stdout as { _handle?: { setBlocking?(isBlocking: boolean): void } };
if (process.env['NODE_TEST_CONTEXT'] === 'child-v8') pipe?.setBlocking?.(true);
