// The command `check-page`: examines a page that a plugin has made, and prints which points of the guide hold.
import { BrowserError, startBrowser } from '../page-check/browser.ts';
import { checkPage, PageError, type PageCheckOptions } from '../page-check/check-page.ts';
import { formatPageReport } from '../page-check/format-report.ts';
import { readOperand } from '../../command-line/arguments.ts';
import { CommandError, UsageError, type Command } from '../../command-line/command.ts';

/** The command, for a program of this name. */
export const checkPageCommand = (program: string): Command => ({
  usage: `Usage: ${program} check-page <address> [options]

Looks at a page with the button, or at a feed, as a visitor gets it: which of the fifteen points of the guide for
plugins hold, fall short, or cannot be seen from outside. Asks for the page twice, and for the files that it names.
Ends with 0 where nothing falls short, 1 where a point does or no page comes, 2 where it is called wrongly.
  --country <code>   the country that the owner of the site has set, as FR
  --lang <tag>       the language of the page, as fr
  --embed <word>     how the button got there: wordpress, drupal or other_cms
  --own <origin>     a further origin of the site, such as that of its files; may be given several times
  --browser <path>   also open the page in this Chromium, with the playwright-core or puppeteer-core of this folder:
                     whether something moves, and whom the page calls
  --json             print the result as JSON
`,
  async run(args, environment) {
    const { address, json, browser: path, options } = readArguments(args, this.usage);
    const browser = path === undefined ? undefined : await started(path);
    try {
      const report = await checkPage(address, { ...options, browser });
      const hasColour = process.stdout.isTTY && !environment['NO_COLOR'];
      // Some terminals do not know their width, and report 0.
      const columns = Math.min(process.stdout.columns || 100, 100);
      const text = json
        ? `${JSON.stringify(report, null, 2)}\n`
        : formatPageReport(report, { columns, hasColour });
      process.stdout.write(text);
      if (!report.isFine) process.exitCode = 1;
    } catch (error) {
      throw error instanceof PageError ? new CommandError(error.message) : error;
    } finally {
      await browser?.close();
    }
  },
});

const OPTIONS = {
  json: { type: 'boolean', default: false },
  country: { type: 'string' },
  lang: { type: 'string' },
  embed: { type: 'string' },
  own: { type: 'string', multiple: true },
  browser: { type: 'string' },
} as const;

function readArguments(
  args: readonly string[],
  usage: string,
): { address: string; json: boolean; browser: string | undefined; options: PageCheckOptions } {
  const { operand: address, values } = readOperand(args, OPTIONS, '<address>', usage);
  const { json, browser, country, lang, embed, own } = values;
  if (!/^https?:\/\/[^@]+$/i.test(address) || !URL.canParse(address))
    throw new UsageError(
      `<address> must be that of a page, such as https://www.example.org/news, not « ${address} ».\n\n${usage}`,
    );
  for (const origin of own ?? [])
    if (!URL.canParse(origin) || new URL(origin).origin !== origin)
      throw new UsageError(
        `--own must be scheme, host and port alone, such as https://static.example.org, not « ${origin} ».`,
      );
  return { address, json, browser, options: { country, lang, embed, own } };
}

async function started(path: string): ReturnType<typeof startBrowser> {
  try {
    return await startBrowser(path, process.cwd());
  } catch (error) {
    throw error instanceof BrowserError ? new CommandError(error.message) : error;
  }
}
