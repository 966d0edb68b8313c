// The needed version of Node. An older Node must also be able to read this file and the files `cli.ts`: the user then gets
// a sentence instead of a stack trace.
import process from 'node:process';

/** Minimum version of Node, equal to `engines` in the manifests of both packages. */
const NEEDED = [22, 18] as const;

/**
 * Runs a program if Node is recent enough; else says which is needed, and sets the exit code.
 * @param program its name
 * @param run imports the program, then runs it
 */
export async function onRecentNode(program: string, run: () => Promise<void>): Promise<void> {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1])) return run();
  console.error(
    `${program} needs Node ${NEEDED.join('.')} or later; ${process.execPath} is Node ${process.versions.node}. ` +
      'Node 24 is at https://nodejs.org/, and for Debian at https://github.com/nodesource/distributions.',
  );
  // EX_CONFIG of sysexits.h: the unit of the receiver does not try again.
  process.exitCode = 78;
}
