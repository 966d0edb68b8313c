// Point 5: the rule that keeps the room of the button, in the style sheets of the page.
import { attributeOf, elementsIn, textIn } from './html.ts';
import { NotServed, type VisitedPage } from './visited-page.ts';

const KEPT =
  /cliquez-signalez(?:\[[^\]]*\])*:not\(\s*:defined\s*\)[^{}]*\{[^}]*\b(?:min-block-size|min-height)\s*:/;
const IMPORTED = /@import\s+(?:url\(\s*)?["']?([^"')\s;]+)/g;
/** Most style sheets that are read: more are no page, but a loop. */
const MOST = 60;

/** Whether a style sheet of the site keeps the room. A browser measures it; this only finds the rule. */
export async function keepsRoom(page: VisitedPage): Promise<boolean> {
  const elements = [...elementsIn(page.root)];
  const inline = elements.filter(({ name }) => name === 'style').map(textIn);
  if (inline.some(hasRule)) return true;
  const sheets = elements
    .filter(({ name, attributes }) => name === 'link' && /\bstylesheet\b/i.test(attributes.get('rel') ?? ''))
    .flatMap((link) => page.resolve(attributeOf(link, 'href') ?? '') ?? []);
  const all = new Map(sheets.map((sheet) => [sheet.href, sheet]));
  // The loop adds to the map that it iterates over.
  for (const sheet of all.values()) {
    if (!page.isOwn(sheet)) continue;
    const css = await textOf(page, sheet);
    if (hasRule(css)) return true;
    for (const [, written = ''] of css.matchAll(IMPORTED))
      if (all.size < MOST && URL.canParse(written, sheet)) {
        const next = new URL(written, sheet);
        all.set(next.href, next);
      }
  }
  return false;
}

const hasRule = (css: string): boolean => KEPT.test(css.replaceAll(/\/\*[^]*?\*\//g, ''));

async function textOf(page: VisitedPage, sheet: URL): Promise<string> {
  try {
    const { status, text } = await page.file(sheet);
    return status === 200 ? text : '';
  } catch (error) {
    if (error instanceof NotServed) return '';
    throw error;
  }
}
