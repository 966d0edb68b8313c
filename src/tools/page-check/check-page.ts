// The examination of a page that a plugin has made: which of the fifteen points hold, fall short, or cannot be seen.
import { failed, skipped, type Finding, type Outcome } from '../conformance/finding.ts';
import { examineFeed, isFeed } from './feeds.ts';
import { visitBehindGuard, type BrowserPage, type PageBrowser } from './in-browser.ts';
import { POINTS } from './points.ts';
import { RULES, unseen, type Expected } from './rules.ts';
import { ask, NotServed, visit, type Served, type VisitedPage } from './visited-page.ts';

/** How to examine a page. Everything has a default. */
export interface PageCheckOptions extends Expected {
  /** Further origins of the site, such as that of its static files. */
  readonly own?: readonly string[] | undefined;
  /** A browser that also opens the page, behind a strict policy. Without it, the HTML and its files are all. */
  readonly browser?: PageBrowser | undefined;
  /** Whether the site has inline scripts of its own, which the policy refuses: true by default. */
  readonly hasOwnInline?: boolean | undefined;
  /** Origins that the browser may send to: by default those of the addresses in the attributes of the buttons. */
  readonly connect?: readonly string[] | undefined;
  /** Done in the browser's page before its calls are counted, such as a report. */
  readonly act?: ((page: BrowserPage) => Promise<void>) | undefined;
}

/** A point of the guide, and what was found. */
export interface PointResult {
  /** 1 to 15. */
  readonly point: number;
  readonly title: string;
  /** The worst of the findings. `skipped`: it cannot be seen from outside. */
  readonly outcome: Outcome;
  readonly findings: readonly Finding[];
}

/** The result of an examination. */
export interface PageReport {
  /** After redirections. */
  readonly address: string;
  /** Whether no point falls short. There may be warnings. */
  readonly isFine: boolean;
  readonly counts: Readonly<Record<Outcome, number>>;
  /** All fifteen, in their order. */
  readonly points: readonly PointResult[];
}

/** The page cannot be examined; the message says why, in one sentence. */
export class PageError extends Error {
  override readonly name = 'PageError';
}

const ORDER: readonly Outcome[] = ['skipped', 'passed', 'warning', 'failed'];

/**
 * Examines a page as a visitor gets it, or a feed. Asks for it twice and for the files that it names; sends nothing.
 * @throws {PageError} if no page comes
 */
export async function checkPage(address: string, options: PageCheckOptions = {}): Promise<PageReport> {
  const asked = addressOf(address);
  const first = await firstAnswer(asked);
  if (isFeed(first))
    return reportOn(first.address, (point) => (point === 12 ? orUnseen(first) : [unseen(point)]));
  if (!/html/.test(first.type))
    throw new PageError(`${first.address.href} is no page and no feed, but ${first.type || 'of no type'}.`);
  const page = await visit(asked, first, options.own ?? []);
  if (page.widgets.length === 0)
    return reportOn(page.address, (point) => [
      point === 4 ? WITHOUT : skipped('there is no button to look at'),
    ]);
  const seen = options.browser
    ? await visitBehindGuard(page, { ...options, browser: options.browser })
    : new Map();
  const found = new Map<number, readonly Finding[]>();
  for (const [index] of POINTS.entries())
    found.set(index + 1, merged(await findingsFor(index + 1, page, options), seen.get(index + 1)));
  return reportOn(page.address, (point) => found.get(point)!);
}

const WITHOUT = failed(
  'there is no button in the HTML that the server sends',
  'Write <cliquez-signalez> with a link inside on the server, not by a script; or name a page that has it.',
);

const orUnseen = (feed: Served): readonly Finding[] => {
  const findings = examineFeed(feed);
  return findings.length > 0 ? findings : [skipped('this feed has no button')];
};

async function findingsFor(
  point: number,
  page: VisitedPage,
  expected: Expected,
): Promise<readonly Finding[]> {
  try {
    return (await RULES[point]?.(page, expected)) ?? [unseen(point)];
  } catch (error) {
    if (!(error instanceof NotServed)) throw error;
    return [failed(`a file of the page does not come: ${error.message}`, 'Open it in a browser.')];
  }
}

/** Findings of the HTML with those of the browser. What a browser has measured stands above what HTML promises. */
function merged(fromHtml: readonly Finding[], seen: readonly Finding[] = []): readonly Finding[] {
  const bad = [...fromHtml, ...seen].filter(({ outcome }) => outcome === 'failed' || outcome === 'warning');
  return bad.length > 0 ? bad : [...seen, ...fromHtml].slice(0, 1);
}

function reportOn(address: URL, findingsOf: (point: number) => readonly Finding[]): PageReport {
  const points = POINTS.map(({ title }, index): PointResult => {
    const findings = findingsOf(index + 1);
    const outcome = ORDER[Math.max(...findings.map((finding) => ORDER.indexOf(finding.outcome)))]!;
    return { point: index + 1, title, outcome, findings };
  });
  const counts = { passed: 0, warning: 0, failed: 0, skipped: 0 };
  for (const { outcome } of points) counts[outcome]++;
  return { address: address.href, isFine: counts.failed === 0, counts, points };
}

function addressOf(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password)
    throw new PageError(
      'The page must be an address such as https://www.example.org/news, without a password.',
    );
  return url;
}

async function firstAnswer(address: URL): Promise<Served> {
  try {
    const first = await ask(address);
    if (first.status !== 200) throw new PageError(`${address.href} answers with HTTP ${first.status}.`);
    return first;
  } catch (error) {
    if (error instanceof NotServed)
      throw new PageError(`${address.href} cannot be examined: ${error.message}.`);
    throw error;
  }
}
