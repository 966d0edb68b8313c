// The commands of `cliquez-signalez-tools`. The receiver's program has them too.
import { runProgram, type Listed } from '../../command-line/program.ts';

/** All commands, for a program of this name. */
export const toolCommands = (
  program: string,
): Readonly<Record<'check' | 'check-page' | 'theme-check' | 'tokens', Listed>> => ({
  check: {
    summary: 'examines an endpoint: does it keep the contract of the form?',
    load: async () => (await import('./check.ts')).checkCommand(program),
  },
  'check-page': {
    summary: 'examines a page with the button: does its plugin keep the points of the guide?',
    load: async () => (await import('./check-page.ts')).checkPageCommand(program),
  },
  'theme-check': {
    summary: 'examines a style sheet: can every colour of the widget be read?',
    load: async () => (await import('./theme-check.ts')).themeCheckCommand(program),
  },
  tokens: {
    summary: 'makes a style sheet of design tokens, or design tokens of a style sheet',
    load: async () => (await import('./tokens.ts')).tokensCommand(program),
  },
});

const NAME = 'cliquez-signalez-tools';

/** Runs the command in the arguments of the process, and sets its exit code. */
export const main = (): Promise<void> =>
  runProgram({ name: NAME, installedAs: NAME, commands: toolCommands(NAME) });
