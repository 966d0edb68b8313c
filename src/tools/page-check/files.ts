// Point 3: the files of the widget, all of them from the site itself.
import { failed, passed, warning, type Finding } from '../conformance/finding.ts';
import { quote } from '../conformance/quote.ts';
import { attributeOf, type HtmlElement } from './html.ts';
import { NotServed, type VisitedPage } from './visited-page.ts';

const ENTRY = /\/cliquez-signalez(?:\.bundle)?\.js$/;
/** Files that a file of the widget names, in the quotation marks that the build writes or another tool makes of them. */
const NAMED = /(?:\bfrom|\bimport)\s*\(?\s*["'`](\.{1,2}\/[\w./-]+\.js)["'`]/g;

/** Examines the script that the page names, and every file that it leads to. */
export async function examineFiles(page: VisitedPage): Promise<Finding[]> {
  const entry = page.scripts.find((script) => ENTRY.test(addressOf(page, script)?.pathname ?? ''));
  const address = entry && addressOf(page, entry);
  if (!entry || !address)
    return [
      failed('no script of the page is cliquez-signalez.js', 'Name it in <script type="module" src="…">.'),
    ];
  if (!page.isOwn(address))
    return [
      failed(
        `the script does not come from the site itself, but from ${quote(address.origin)}`,
        'Bring the files along; for another origin of the site, add --own.',
      ),
    ];
  const missing = await missingFrom(page, address);
  if (missing.length > 0)
    return [
      failed(
        `${missing.length === 1 ? 'a file does' : `${missing.length} files do`} not come as a script: ${missing.slice(0, 3).join(', ')}`,
        'Copy every file of dist/cdn that the module loads, unchanged, into one folder.',
      ),
    ];
  const found = [...entryFindings(entry, address), ...(await licenceFindings(page, address))];
  return found.length > 0 ? found : [passed('all files of the widget come from the site itself')];
}

const addressOf = (page: VisitedPage, script: HtmlElement): URL | undefined =>
  page.resolve(attributeOf(script, 'src') ?? '');

function entryFindings(entry: HtmlElement, { search, pathname }: URL): Finding[] {
  const found: Finding[] = [];
  if (attributeOf(entry, 'type')?.toLowerCase() !== 'module' && !pathname.includes('.bundle.'))
    found.push(failed('the script is no module', 'Write type="module".'));
  // A folder with the version or a hash in its name does as well.
  if (search === '' && !/\d|[\da-f]{6}/.test(pathname))
    found.push(
      warning(
        'nothing in the address of the script changes with the version',
        'Write ?v= with the version behind it: browsers else keep the file of before, whose other files are gone.',
      ),
    );
  return found;
}

async function licenceFindings(page: VisitedPage, entry: URL): Promise<Finding[]> {
  const { status } = await page.file(new URL('licences.txt', entry));
  return status === 200
    ? []
    : [warning('licences.txt does not stand beside the script', 'Copy it too: the licences ask for it.')];
}

/** What does not come, of the files that an entry leads to: their names with the reason. */
async function missingFrom(page: VisitedPage, entry: URL): Promise<string[]> {
  const missing: string[] = [];
  const addresses = new Map([[entry.pathname, entry]]);
  // The loop adds to the map that it iterates over.
  for (const address of addresses.values()) {
    const reason = await reasonAgainst(page, address);
    if (reason === undefined) {
      const { text } = await page.file(address);
      for (const [, name = ''] of text.matchAll(NAMED)) {
        const next = new URL(name, address);
        if (!addresses.has(next.pathname)) addresses.set(next.pathname, next);
      }
    } else missing.push(`${address.pathname.split('/').pop()} (${reason})`);
  }
  return missing;
}

async function reasonAgainst(page: VisitedPage, address: URL): Promise<string | undefined> {
  try {
    const { status, type } = await page.file(address);
    if (status !== 200) return `HTTP ${status}`;
    // Browsers refuse a module of any other type.
    return /^(?:text|application)\/(?:x-)?(?:java|ecma)script$/.test(type) ? undefined : type || 'no type';
  } catch (error) {
    if (error instanceof NotServed) return error.message;
    throw error;
  }
}
