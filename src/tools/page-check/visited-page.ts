// A page as a visitor gets it, twice, with the files that it names. Nothing is sent but requests for them.
import { explain } from '../conformance/network-failure.ts';
import { attributeOf, elementsIn, readHtml, type HtmlElement } from './html.ts';

/** A page or a file did not come; the message is one sentence without a final full stop. */
export class NotServed extends Error {
  override readonly name = 'NotServed';
}

/** What a server gave for an address. */
export interface Served {
  /** After redirections. */
  readonly address: URL;
  readonly status: number;
  /** Media type without parameters. */
  readonly type: string;
  readonly text: string;
}

/** A page, and what it leads to. */
export interface VisitedPage {
  readonly address: URL;
  readonly root: HtmlElement;
  /** The same page, asked for once more. */
  readonly again: HtmlElement;
  /** All `<cliquez-signalez>`, in the order of the page. */
  readonly widgets: readonly HtmlElement[];
  /** The scripts of the widget. */
  readonly scripts: readonly HtmlElement[];
  /** Whether an address belongs to the site. */
  isOwn(address: URL): boolean;
  /** An address that the page names, absolute. */
  resolve(written: string): URL | undefined;
  /** A file of the site or of another one. Each is asked for once. @throws {NotServed} */
  file(address: URL): Promise<Served>;
}

const TIMEOUT_MS = 15_000;

/** Asks for an address as a visitor without cookies. @throws {NotServed} */
export async function ask(address: URL): Promise<Served> {
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(TIMEOUT_MS) });
    const type = answer.headers.get('content-type') ?? '';
    return {
      address: new URL(answer.url),
      status: answer.status,
      type: type.split(';')[0]!.trim().toLowerCase(),
      text: await answer.text(),
    };
  } catch (error) {
    throw new NotServed(explain(error), { cause: error });
  }
}

/** The widgets in a page. */
export const widgetsIn = (root: HtmlElement): HtmlElement[] =>
  [...elementsIn(root)].filter(({ name }) => name === 'cliquez-signalez');

/** The scripts of the widget in a page: its file, its languages. */
export const scriptsIn = (root: HtmlElement): HtmlElement[] =>
  [...elementsIn(root)].filter(
    (element) => element.name === 'script' && /cliquez-?signalez/i.test(attributeOf(element, 'src') ?? ''),
  );

/**
 * Reads a page that came, and asks for it again.
 * @param own further origins of the site, such as that of its static files
 */
export async function visit(asked: URL, first: Served, own: readonly string[]): Promise<VisitedPage> {
  const root = readHtml(first.text);
  const again = readHtml((await ask(asked)).text);
  const elements = [...elementsIn(root)];
  const named = (written: string | undefined, base: URL): URL | undefined =>
    written !== undefined && URL.canParse(written, base) ? new URL(written, base) : undefined;
  const baseElement = elements.find(({ name, attributes }) => name === 'base' && attributes.has('href'));
  const base = named(baseElement && attributeOf(baseElement, 'href'), first.address) ?? first.address;
  // A site that is also there over https may name its files so.
  const origins = new Set(
    [asked.origin, first.address.origin, ...own].flatMap((origin) => [
      origin,
      origin.replace(/^http:/, 'https:'),
    ]),
  );
  const files = new Map<string, Promise<Served>>();
  return {
    address: first.address,
    root,
    again,
    widgets: widgetsIn(root),
    scripts: scriptsIn(root),
    isOwn: (address) => origins.has(address.origin) || /^(?:data|blob|about):$/.test(address.protocol),
    resolve: (written) => named(written.trim(), base),
    file(address) {
      const known = files.get(address.href) ?? ask(address);
      files.set(address.href, known);
      return known;
    },
  };
}
