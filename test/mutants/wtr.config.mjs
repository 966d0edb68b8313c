// How browser tests run against a mutant: the first failure ends the file.
import base from '../../web-test-runner.config.mjs';

export default {
  ...base,
  rootDir: process.cwd(),
  testFramework: { config: { timeout: 8000, bail: true } },
  // Web Test Runner has to end its browser itself: it runs in another process group.
  testsFinishTimeout: Number(process.env['LIMIT_MS']),
  reporters: [],
};
