// The command `tokens`: makes a style sheet of design tokens, and design tokens of a style sheet.
import { cssOfTokens, tokensOfCss, type TokenProblem } from '../theme-check/tokens.ts';
import { readOperand } from '../../command-line/arguments.ts';
import type { Command } from '../../command-line/command.ts';
import { readText } from '../../command-line/read-text.ts';

/** The command, for a program of this name. */
export const tokensCommand = (program: string): Command => ({
  usage: `Usage: ${program} tokens <file>

Prints the seeds of a file of design tokens as a style sheet (theme.tokens.json), or those that a style sheet sets for
every widget as design tokens (theme.css). The format is that of the Design Tokens Community Group, 2025.10: the seeds
stand in a group “cs”, such as cs.accent, with cs.accent-dark for dark pages. They may be aliases of other tokens.
Ends with 0 where everything is in the result, 1 where something was left out, 2 where it is called wrongly.
`,
  async run(args) {
    const { operand: file } = readOperand(args, {}, '<file>', this.usage);
    const isCss = /\.css$/i.test(file);
    const text = await readText(file, isCss ? 'a style sheet' : 'a file of tokens');
    const { output, complaints } = isCss ? fromCss(text) : fromTokens(text);
    process.stdout.write(output);
    for (const complaint of complaints) process.stderr.write(`${complaint}\n`);
    if (complaints.length > 0) process.exitCode = 1;
  },
});

interface Converted {
  readonly output: string;
  readonly complaints: readonly string[];
}

function fromCss(text: string): Converted {
  const { text: output, left } = tokensOfCss(text);
  return {
    output,
    complaints: left.map((name) => `--cs-${name} depends on the page, or is none of its type: left out.`),
  };
}

function fromTokens(text: string): Converted {
  const { css, problems } = cssOfTokens(text);
  return {
    output: css,
    complaints: problems.map(({ path, reason }) => `${path && `${path}: `}${REASONS[reason]}`),
  };
}

const REASONS: Readonly<Record<TokenProblem['reason'], string>> = {
  'no JSON': 'This is no JSON.',
  'no group': 'No group “cs” is at the top of the file. Put the seeds there, such as cs.accent.',
  'no seed': 'There is no such seed: left out.',
  'wrong type': 'Its $type is another than that of the seed: left out.',
  'wrong value': 'Its $value does not fit its $type: left out.',
  'no such token': 'It has no $value, or its alias names no token: left out.',
  'made of itself': 'Its alias leads back to it: left out.',
};
