// The command `theme-check`: examines a page's style sheet, and prints the resulting colours and broken contrasts.
import { checkTheme, type ThemeCheckOptions } from '../theme-check/check-theme.ts';
import { formatThemeReport } from '../theme-check/format-report.ts';
import { readOperand } from '../../command-line/arguments.ts';
import { UsageError, type Command } from '../../command-line/command.ts';
import { readText } from '../../command-line/read-text.ts';

/** The command, for a program of this name. */
export const themeCheckCommand = (program: string): Command => ({
  usage: `Usage: ${program} theme-check <file.css> [options]

Reads the style sheet of a page. For each rule that sets seeds of the widget (--cs-accent …): which colours are shown
instead of those asked for, and every contrast. For each rule with ::part(): whether its colours can be read. Names
what is misspelt or cannot be read.
Ends with 0 where all is well, 1 where something is under level AA or cannot be read, 2 where it is called wrongly.
  --scheme <scheme>  light or dark, for pages that have that one only
  --json             print the result as JSON
`,
  async run(args, environment) {
    const { file, json, schemes } = readArguments(args, this.usage);
    const report = checkTheme(await readText(file, 'a style sheet'), schemes && { schemes });
    // Some terminals do not know their width, and report 0.
    const columns = Math.max(60, Math.min(process.stdout.columns || 80, 100));
    const hasColour = process.stdout.isTTY && !environment['NO_COLOR'];
    process.stdout.write(
      json ? `${JSON.stringify(report, null, 2)}\n` : formatThemeReport(file, report, { columns, hasColour }),
    );
    if (!report.isFine) process.exitCode = 1;
  },
});

function readArguments(
  args: readonly string[],
  usage: string,
): { file: string; json: boolean; schemes: ThemeCheckOptions['schemes'] } {
  const { operand: file, values } = readOperand(
    args,
    { json: { type: 'boolean', default: false }, scheme: { type: 'string' } },
    '<file.css>',
    usage,
  );
  const { json, scheme } = values;
  if (scheme !== undefined && scheme !== 'light' && scheme !== 'dark')
    throw new UsageError(`--scheme must be light or dark, not « ${scheme} ».`);
  return { file, json, schemes: scheme && [scheme] };
}
