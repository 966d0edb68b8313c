// The rules for a page as the server sends it, one for each point of the guide that shows there. Tests of our own plugins keep to
// the same ones.
import { usableEndpoint, WEB_ADDRESS } from '../../core/report/endpoint.ts';
import { EMBEDS } from '../../core/report/vocabulary.ts';
import { failed, passed, skipped, warning, type Finding } from '../conformance/finding.ts';
import { quote } from '../conformance/quote.ts';
import { examineFeeds } from './feeds.ts';
import { examineFiles } from './files.ts';
import { attributeOf, elementsIn, nearestOf, textIn, type HtmlElement } from './html.ts';
import { POINTS } from './points.ts';
import { foreignAddresses } from './requests.ts';
import { keepsRoom } from './room.ts';
import { scriptsIn, widgetsIn, type VisitedPage } from './visited-page.ts';

/** The settings that the owner of the site made, as far as they are known. */
export interface Expected {
  readonly country?: string | undefined;
  /** Language of the page, such as `fr`. */
  readonly lang?: string | undefined;
  readonly embed?: string | undefined;
}

/** The findings for one point: what is wrong, or one finding if nothing is. */
type Rule = (page: VisitedPage, expected: Expected) => Finding[] | Promise<Finding[]>;

/** What cannot be seen from outside, with the way to see it. */
export const unseen = (number: number): Finding =>
  skipped(`cannot be seen from outside: ${POINTS[number - 1]!.elsewhere}`);

const orElse = (found: readonly Finding[], otherwise: Finding): Finding[] =>
  found.length > 0 ? [...found] : [otherwise];

/** The languages of the widget's own file; each further one has a file. */
const BUILT_IN = /^(?:fr|en)$/;

/** The name of the button has an exclamation mark; nothing else may. */
const ALARM = /!|\b(?:urgent|danger|officiel|official)/i;

const isFloating = (widget: HtmlElement): boolean => attributeOf(widget, 'variant') === 'floating';

export const RULES: Readonly<Record<number, Rule>> = {
  1: ({ widgets }) =>
    orElse(
      widgets
        // A form in the hotline’s frame sends from there, and one for training sends nothing.
        .filter(
          ({ attributes }) =>
            !['endpoint', 'src'].some((name) => attributes.get(name)?.trim()) && !attributes.has('practice'),
        )
        .map(() =>
          failed(
            'a button has no endpoint',
            'Write no element at all until the owner has written the endpoint.',
          ),
        ),
      unseen(1),
    ),

  2: ({ widgets, address }) =>
    orElse(
      widgets.flatMap((widget) => {
        const endpoint = attributeOf(widget, 'endpoint')?.trim();
        if (!endpoint || usableEndpoint(endpoint, address.href)) return [];
        return failed(
          `the endpoint ${quote(endpoint)} is one that the form never uses`,
          'Refuse it in the settings: https, or the site’s own origin, without a user name.',
        );
      }),
      unseen(2),
    ),

  3: (page) => examineFiles(page),

  4: ({ widgets }) =>
    orElse(
      widgets.flatMap((widget) => [...linkFindings(widget), ...contentFindings(widget)]),
      passed('each button has a link inside'),
    ),

  async 5(page) {
    const found = besideText(page.widgets);
    if (page.widgets.every(isFloating)) return orElse(found, passed('a floating button needs no room'));
    if (!(await keepsRoom(page)))
      found.push(
        failed(
          'no style sheet of the site keeps the room of the button',
          'Bring `reserve.css` along, or the line that the theme builder writes.',
        ),
      );
    return orElse(found, passed('a style sheet keeps the room'));
  },

  7: (page, { country, lang }) =>
    orElse(
      page.widgets.flatMap((widget) => [
        ...countryFindings(widget, country),
        ...languageFindings(widget, page, lang),
      ]),
      passed('each button names a country, and has a language'),
    ),

  8: ({ widgets }, { embed }) =>
    orElse(
      widgets.flatMap((widget) => embedFindings(attributeOf(widget, 'embed'), embed)),
      passed('each button says how it got there'),
    ),

  9: (page) => foreignAddresses(page),

  10: ({ root, widgets }) =>
    orElse(
      [
        ...widgets
          .filter(({ attributes }) => [...attributes.keys()].some((name) => /^(?:style|on.+)$/.test(name)))
          .map(() =>
            failed(
              'an attribute of a button is a style or a script',
              'Let only the attributes of the guide through; colours go into the style sheet of the site.',
            ),
          ),
        ...[...elementsIn(root)].flatMap((element) => inlineFindings(element)),
      ],
      passed('no script and no style of the widget stands in the page'),
    ),

  11: ({ root, again }) => {
    const written = (page: HtmlElement): string =>
      [...widgetsIn(page), ...scriptsIn(page)].map(({ source }) => source).join('\n');
    return written(root) === written(again)
      ? [passed('two visits got the same')]
      : [
          failed(
            'two visits got another button or script each',
            'Take time, nonces and random numbers out of it, so that caches may keep the page.',
          ),
        ];
  },

  async 12(page) {
    const inert = page.widgets
      .filter((widget) => nearestOf(widget, 'inert') !== undefined)
      .map(() =>
        failed('visitors get a button that is inert', 'Write `inert` in the preview of an editor alone.'),
      );
    return orElse([...inert, ...(await examineFeeds(page))], unseen(12));
  },

  13: ({ widgets, address }) => {
    const endpoints = widgets.flatMap((widget) => attributeOf(widget, 'endpoint')?.trim() || []);
    const isRelayed = endpoints.some(
      (endpoint) => URL.canParse(endpoint, address) && new URL(endpoint, address).origin === address.origin,
    );
    return [
      isRelayed || endpoints.length === 0
        ? unseen(13)
        : passed('reports go to the hotline itself: there is no relay'),
    ];
  },

  15: ({ widgets }) =>
    orElse(
      widgets
        .map((widget) => textIn(widget).replaceAll(/Cliquez, Signalez\s!/g, ''))
        .filter((text) => ALARM.test(text))
        .map((text) =>
          warning(
            `the link says ${quote(text.trim())}`,
            'Say what it does, as « Signaler un contenu illégal à … »: no exclamation, nothing official.',
          ),
        ),
      unseen(15),
    ),
};

function linkFindings(widget: HtmlElement): Finding[] {
  const hasLink = [...elementsIn(widget)].some(
    (element) =>
      element.name === 'a' &&
      WEB_ADDRESS.test(attributeOf(element, 'href')?.trim() ?? '') &&
      textIn(element).trim() !== '',
  );
  return hasLink
    ? []
    : [
        failed(
          'there is no link inside',
          'Write a link with words to the hotline’s own form inside the element.',
        ),
      ];
}

/** What may stand in the element without being seen, and the link itself. */
const PLAIN = /^(?:a|br|noscript|script)$/;

/** Anything else moves below the button. The widget has the same rule (`src/widget/shared/content.ts`). */
function contentFindings(widget: HtmlElement): Finding[] {
  const others = widget.children.filter((child) => {
    if (typeof child === 'string') return child.trim() !== '';
    const links = child.children.filter((inner) => typeof inner !== 'string' && inner.name === 'a');
    return !PLAIN.test(child.name) && !child.attributes.has('slot') && links.length !== 1;
  });
  return others.length === 0
    ? []
    : [
        failed(
          'the element holds a part of the page, which moves below the button',
          'Put the link alone inside, and end the element with </cliquez-signalez>: it cannot be self-closing.',
        ),
      ];
}

/** A button beside text has another width than the link that it replaces, so the text moves. */
function besideText(widgets: readonly HtmlElement[]): Finding[] {
  return widgets
    .filter(
      (widget) =>
        !isFloating(widget) &&
        /^(?:p|td|li|span)$/.test(widget.parent?.name ?? '') &&
        widget.parent!.children.some((child) => typeof child === 'string' && child.trim() !== ''),
    )
    .map(() => warning('text stands beside a button, and moves', 'Give the element a paragraph of its own.'));
}

function countryFindings(widget: HtmlElement, expected: string | undefined): Finding[] {
  const country = attributeOf(widget, 'country');
  if (country !== undefined && /^[A-Z]{2}$/.test(country) && (expected ?? country) === country) return [];
  const seen = `country is ${quote(country ?? null)}`;
  return [
    failed(seen, expected ? `Write the setting: ${expected}.` : 'Ask the owner for it: two capitals, as FR.'),
  ];
}

function languageFindings(widget: HtmlElement, page: VisitedPage, expected: string | undefined): Finding[] {
  const found: Finding[] = [];
  // On the element or around it: some systems always write `lang`, which says the same.
  const nearest = nearestOf(widget, 'lang')?.trim().toLowerCase() ?? '';
  const base = nearest.replace(/-.*/, '');
  if (base === '' || (expected !== undefined && base !== expected))
    found.push(
      failed(
        `the language is ${quote(nearest)}${expected === undefined ? '' : `, and not ${expected}`}`,
        'Let the system write `lang` on the page or around its content, and none of your own.',
      ),
    );
  const offered = (attributeOf(widget, 'languages') ?? '').split(/\s+/).filter(Boolean);
  const loaded = page.scripts.flatMap(
    (script) => /\blocales\/([\w-]+)\.js/.exec(attributeOf(script, 'src') ?? '')?.[1] ?? [],
  );
  for (const tag of offered)
    if (!BUILT_IN.test(tag) && !loaded.includes(tag))
      found.push(
        failed(`the language ${quote(tag)} is offered without its file`, `Load locales/${tag}.js first.`),
      );
  return found;
}

function embedFindings(embed: string | undefined, expected: string | undefined): Finding[] {
  const isPlugin = /^(?:wordpress|drupal|other_cms)$/.test(embed ?? '');
  // Without the attribute, the form says `script`.
  if (expected === undefined ? isPlugin : (embed ?? 'script') === expected) return [];
  const isKnown = EMBEDS.some((each) => each === embed);
  return [
    failed(
      `embed is ${quote(embed ?? null)}${isKnown || embed === undefined ? '' : ', which no hotline knows'}`,
      `Write embed="${expected ?? 'other_cms'}".`,
    ),
  ];
}

function inlineFindings(element: HtmlElement): Finding[] {
  if (!/^(?:script|style)$/.test(element.name) || element.attributes.has('src')) return [];
  return /cliquez.?signalez|--cs-/i.test(textIn(element))
    ? [
        failed(
          `a ${element.name} of the widget is inline`,
          'Put it into a file: a policy of the site may refuse it.',
        ),
      ]
    : [];
}
