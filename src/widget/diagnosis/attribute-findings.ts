// Finds unknown attributes, attributes and properties with an invalid value, and missing attributes that reporters need.

import { LOOKS, THEMES, unknownWords } from '../attributes/looks.ts';
import { ATTRIBUTES, type BadValue } from '../attributes/names.ts';
import { languageAt, localeAt, localeOf } from '../../words/locales.ts';
import { nearest } from '../../core/nearest.ts';
import { isKeyText } from '../../core/report/key-text.ts';
import { type BadMembers, givenMessages } from '../shared/given.ts';
import type { Widget } from '../shared/widget.ts';
import { warning, type BadValues, type Finding } from './finding.ts';
import { unusableFollowUp } from './follow-up-findings.ts';
import { unusableReceiptKey } from './receipt-findings.ts';

/** Attributes that every element may have, and those that frameworks write. */
const FOREIGN =
  /^(accesskey|class|dir|draggable|hidden|id|inert|is|itemprop|nonce|part|exportparts|role|slot|spellcheck|style|tabindex|title|translate|(aria|data|v|x|ng|hx|wire)-.*|on[a-z]+|.*[^a-z-].*)$/;

/** Countries with help lines in the library. A test compares this list with the data, which would be heavy to load. */
export const COUNTRIES_WITH_LINES: readonly string[] =
  `AT BE BG BL CH CY CZ DE DK EE ES FI FR GB GF GP GR HR HU IE IT LT LU LV MF MQ MT NC NL PF PL PM PT RE RO SE SI SK UA YT`.split(
    ' ',
  );

export function attributeFindings(
  host: Widget,
  { badValues, describeBadValue, badMembers, describeBadMembers }: BadValues,
): Finding[] {
  // The form itself reports the values that it cannot use.
  const bad = [
    ...badValues(host),
    ...unknownWords(host, { ...THEMES, ...LOOKS }),
    ...unusableKey(host),
    ...unusableReceiptKey(host),
    ...unusableFollowUp(host),
  ];
  const seen = new Set<string>();
  return [
    ...unknownAttributes(host),
    ...bad
      .filter(({ attribute, value }) => seen.size < seen.add(`${attribute} ${value}`).size)
      .map((one) => {
        const { problem, remedy } = describeBadValue(one);
        return warning('attribute-value', problem, remedy);
      }),
    ...[...unusableMessages(host), ...badMembers(host)].map((one) => {
      const { problem, remedy } = describeBadMembers(one);
      return warning('property-value', problem, remedy);
    }),
    ...missing(host),
    ...language(host),
    ...country(host),
  ];
}

/** The page's own strings, which no form may have taken yet. */
function unusableMessages(host: Widget): BadMembers[] {
  const { bad } = givenMessages(host.messages);
  return bad.length > 0 ? [{ property: 'messages', members: bad }] : [];
}

/** The key that cannot seal reports, as the page wrote it. Only the form checks that the point is on the curve. */
export function unusableKey(host: Widget): BadValue[] {
  const { publicKey, transport, src } = host;
  const isUsable = publicKey == null || (crypto.subtle && isKeyText(publicKey));
  if (isUsable || transport || src != null) return [];
  return [{ attribute: KEY, value: host.getAttribute(KEY) ?? publicKey }];
}

const KEY = 'public-key';

const isKnown = (name: string): boolean => ATTRIBUTES.some((known) => known === name);

/** A name of ours as `embed.js` takes it, or as other languages write it: `data-endpoint`, `hotline_url`. */
const isOursElsewhere = (name: string): boolean =>
  /^data-(endpoint|hotline|hotline-url|privacy-url)$/.test(name) || isKnown(name.replaceAll('_', '-'));

/** The attributes that nothing reads, each with the one that was probably meant. */
export function unknownAttributes(host: Widget): Finding[] {
  return host
    .getAttributeNames()
    .filter((name) => !isKnown(name) && (!FOREIGN.test(name) || isOursElsewhere(name)))
    .map((name) => {
      const meant = nearest(name, ATTRIBUTES);
      return warning(
        'attribute-unknown',
        `Nothing reads the attribute ${name}.`,
        meant ? `Did you mean ${meant}?` : 'Take it away, or look for its name in the reference.',
      );
    });
}

function missing(host: Widget): Finding[] {
  const findings: Finding[] = [];
  const has = (attribute: string): boolean => !!host.getAttribute(attribute)?.trim();
  if (!has('hotline'))
    findings.push(
      warning(
        'hotline-missing',
        'There is no hotline: reporters read the name of a server instead.',
        'Set hotline to the name that people know, such as hotline="Point de Contact".',
      ),
    );
  if (!host.hotlineAddress)
    findings.push(
      warning(
        'hotline-url-missing',
        'There is no hotline-url (http or https): when a report cannot be sent, there is no other way.',
        'Set hotline-url to the hotline’s own form.',
      ),
    );
  if (!has('privacy-url'))
    findings.push(
      warning(
        'privacy-url-missing',
        'There is no privacy-url: reporters cannot read what becomes of what they write.',
        'Set privacy-url to the hotline’s privacy notice.',
      ),
    );
  return findings;
}

function language(host: Widget): Finding[] {
  const asked = languageAt(host);
  const { tag } = localeAt(host);
  if (!asked)
    return [
      warning(
        'language-missing',
        `The page names no language: the widget speaks “${tag}”.`,
        'Set lang on <html>, for screen readers too.',
      ),
    ];
  const unknown = isThere(asked)
    ? []
    : [
        warning(
          'language-unknown',
          `The widget has no “${asked}”, and speaks “${tag}”.`,
          `${includeLanguage(asked)} Or set lang on the element.`,
        ),
      ];
  return [...unknown, ...offeredLanguages(host), ...easyLanguages(host)];
}

/** Languages that have an easy version. `easy.ts` knows their names; its import would bring the form along. */
const EASY_BASES = ['fr', 'en'];

const isEasyTag = (tag: string): boolean => EASY_BASES.some((base) => tag === `${base}-simple`);

/** Whether the page has a language. For the tag of an easy one that is not there, `localeOf` gives the ordinary one. */
const isThere = (tag: string): boolean => {
  const found = localeOf(tag)?.tag;
  return found !== undefined && (!isEasyTag(tag.toLowerCase()) || found === tag.toLowerCase());
};

const includeLanguage = (tag: string): string =>
  `Include its file before the widget’s: locales/${isEasyTag(tag.toLowerCase()) ? tag.toLowerCase() : tag.replace(/-.*/, '')}.js, or import 'cliquez-signalez/locales/…'; or register your own (registerLocale).`;

/** Languages of the choice that are not there, and languages that no native speaker has read. */
function offeredLanguages(host: Widget): Finding[] {
  const named = host.getAttribute('languages')?.match(/[^\s,]+/g) ?? [];
  // The frame has languages of its own.
  const missed = host.src == null ? named.filter((tag) => !isThere(tag)) : [];
  const offered = new Set([localeAt(host), ...named.flatMap((tag) => localeOf(tag) ?? [])]);
  return [
    ...missed.map((tag) =>
      warning(
        'language-unknown',
        `The choice of languages lacks “${tag}”, which is not there.`,
        includeLanguage(tag),
      ),
    ),
    ...[...offered]
      .filter(({ isDraft }) => isDraft)
      .map(({ tag }) =>
        warning(
          'language-draft',
          `The strings in “${tag}” are a draft: no native speaker has read all of them yet.`,
          'Let somebody who speaks it read them: the site’s guide for reviewers says how. Reporters are not told.',
        ),
      ),
  ];
}

/** `easy` on a page that offers neither French nor English; otherwise, that these easy words are drafts. */
function easyLanguages(host: Widget): Finding[] {
  if ((host.getAttribute('easy') ?? 'false') === 'false') return [];
  const named = host.getAttribute('languages')?.match(/[^\s,]+/g) ?? [];
  const offered = [localeAt(host), ...named.flatMap((tag) => localeOf(tag) ?? [])].map(({ tag }) => tag);
  const easy = EASY_BASES.filter((base) => offered.includes(base)).map((base) => `${base}-simple`);
  if (easy.length === 0)
    return [
      warning(
        'easy-unknown',
        `There is “easy”, but this form is in “${localeAt(host).tag}”: only French and English have easy words.`,
        'Remove easy, or offer fr or en in languages.',
      ),
    ];
  return easy
    .filter((tag) => !offered.includes(tag))
    .map((tag) =>
      warning(
        'language-draft',
        `The strings in “${tag}” are a draft: people with intellectual disabilities have not read them yet.`,
        'Let them read the form with you: the site’s guide for reviewers says how. Reporters are not told.',
      ),
    );
}

function country(host: Widget): Finding[] {
  const code = host.getAttribute('country')?.trim().toUpperCase() ?? '';
  if (host.helpResources || COUNTRIES_WITH_LINES.includes(code)) return [];
  if (!code)
    return [
      warning(
        'country-missing',
        'There is no country: no help lines are shown, and for emergencies 112 alone.',
        'Set country to two letters, such as country="FR".',
      ),
    ];
  return /^[A-Z]{2}$/.test(code)
    ? [
        warning(
          'country-without-lines',
          `The library has no help lines for ${code}.`,
          'Give yours with the property helpResources.',
        ),
      ]
    : [];
}
