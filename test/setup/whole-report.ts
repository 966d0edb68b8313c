// Loaded before each test file, so that its report arrives complete, however the file ends.

// A report goes through a pipe asynchronously, and `--test-force-exit` ends the file before all output has left.
// Results are lost, failures included (nodejs/node#64833). Blocking writes keep the output complete.
const { _handle: pipe } = process.stdout as { _handle?: { setBlocking?(isBlocking: boolean): void } };
if (process.env['NODE_TEST_CONTEXT'] === 'child-v8') pipe?.setBlocking?.(true);
