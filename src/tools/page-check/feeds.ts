// Point 12: feeds of the site. Their readers run no script; the link is what they can show.
import { failed, passed, type Finding } from '../conformance/finding.ts';
import { quote } from '../conformance/quote.ts';
import { attributeOf, decoded, elementsIn, readHtml, textIn, type HtmlElement } from './html.ts';
import { NotServed, scriptsIn, widgetsIn, type Served, type VisitedPage } from './visited-page.ts';

const FEED = /^(?:application\/(?:rss|atom)\+xml|application\/feed\+json|application\/rdf\+xml)$/;
/** Most feeds of one page that are read. */
const MOST = 5;

/** Whether an answer is a feed itself. */
export const isFeed = ({ type, text }: Served): boolean =>
  FEED.test(type) || (type.endsWith('xml') && /<(?:rss|feed|rdf:RDF)\b/.test(text.slice(0, 2_000)));

/** Examines the feeds that a page names. */
export async function examineFeeds(page: VisitedPage): Promise<Finding[]> {
  const named = [...elementsIn(page.root)]
    .filter(
      ({ name, attributes }) =>
        name === 'link' &&
        /\balternate\b/i.test(attributes.get('rel') ?? '') &&
        FEED.test(attributes.get('type')?.toLowerCase() ?? ''),
    )
    .flatMap((link) => page.resolve(attributeOf(link, 'href') ?? '') ?? [])
    .filter((address) => page.isOwn(address));
  const found: Finding[] = [];
  for (const address of named.slice(0, MOST)) found.push(...(await examineNamed(page, address)));
  return found;
}

async function examineNamed(page: VisitedPage, address: URL): Promise<Finding[]> {
  try {
    const feed = await page.file(address);
    return feed.status === 200 ? examineFeed(feed, linksOf(page.widgets)) : [];
  } catch (error) {
    // A feed that does not come has no script in it.
    if (error instanceof NotServed) return [];
    throw error;
  }
}

/** Where the links in the buttons of a page lead. */
const linksOf = (widgets: readonly HtmlElement[]): string[] =>
  widgets.flatMap((widget) =>
    [...elementsIn(widget)].flatMap(
      (element) => (element.name === 'a' && attributeOf(element, 'href')) || [],
    ),
  );

/**
 * Examines one feed. No findings mean that the button is not in it.
 * @param links addresses of the hotline's own form: a feed may have the link without the element
 */
export function examineFeed({ address, text }: Served, links: readonly string[] = []): Finding[] {
  // Contents stand in feeds as CDATA, as escaped text, or as elements.
  const root = readHtml(decoded(text.replaceAll(/<!\[CDATA\[|\]\]>/g, '')));
  const place = `the feed ${quote(address.pathname)}`;
  const mend = 'Write the link alone where the system makes a feed.';
  if (scriptsIn(root).length > 0) return [failed(`${place} has a script of the widget`, mend)];
  const elements = [...elementsIn(root)];
  const hasLink = (element: HtmlElement): boolean =>
    [...elementsIn(element)].some((inner) => inner.name === 'a' && textIn(inner).trim() !== '');
  const widgets = widgetsIn(root);
  if (widgets.some((widget) => !hasLink(widget)))
    return [failed(`${place} has a button without a link inside`, mend)];
  const isThere =
    widgets.length > 0 ||
    elements.some(({ name, attributes }) => name === 'a' && links.includes(attributes.get('href') ?? ''));
  return isThere
    ? [passed(`${place} has the link and no script; the preview of an editor cannot be seen from outside`)]
    : [];
}
