// Pages on which a webmaster, a CMS, an optimiser or a server has broken something: what each holds, in the words of the site, and
// what to do about it. broken-pages.e2e.test.ts measures what the visitor gets and what is said: broken-pages.json.
import { readFileSync } from 'node:fs';
import type { Engine } from '../../setup/browsers.ts';

/**
 * What the visitor gets: the form; the form, which says at once that the page lets nothing leave, with a link; a link; a link once
 * the form that was asked for has not come; or nothing, where the page has removed both.
 */
export type Gets = 'form' | 'form, with a link' | 'link' | 'link after a tap' | 'nothing';

/** A measured row. */
export interface MeasuredPage {
  readonly id: string;
  readonly gets: Gets;
  /** What the console says, in the words of the product; empty if it says nothing. */
  readonly says: readonly string[];
}

/** Addresses that a page names. */
export interface Places {
  /** The folder of the built files, with a slash at its end. */
  readonly cdn: string;
  /** The endpoint of a real receiver. */
  readonly endpoint: string;
  /** A server that answers 200 to everything, without permissions for other sites. */
  readonly other: string;
  /** A server that answers 200 to everything, to every site. */
  readonly anything: string;
  /** A port on which nothing listens. */
  readonly closed: string;
}

type Both = Readonly<Record<'en' | 'fr', string>>;

/** A page, and its row on the site. */
export interface BrokenPage {
  readonly id: string;
  /** What is broken. */
  readonly name: Both;
  /** What the webmaster does about it. */
  readonly remedy: Both;
  /** The HTML around and in the body. */
  html(places: Places): string;
  readonly headers?: (places: Places) => Readonly<Record<string, string>>;
  /** Whether the page runs no script. */
  readonly isScriptless?: true;
  /** The engines in which it is measured: others do otherwise, or cannot reach it here. */
  readonly engines?: readonly Engine[];
  /** Whether it comes over http, from another machine than the visitor's. */
  readonly isPlain?: true;
  /** Whether the browser's own words in the console name the cause. */
  readonly isToldByBrowser?: true;
  /** Whether the page itself has taken away both the form and the link. */
  readonly removesBoth?: true;
}

const HOTLINE = 'https://hotline.example/signaler';
const LINK = `<a href="${HOTLINE}">Signaler un contenu illégal à Point de Contact</a>`;

/** The attributes of the page, as a text; undefined leaves one out. */
function attributes(
  endpoint: string | undefined,
  changes: Readonly<Record<string, string | undefined>> = {},
): string {
  const all: Readonly<Record<string, string | undefined>> = {
    endpoint,
    hotline: 'Point de Contact',
    'hotline-url': HOTLINE,
    'privacy-url': 'https://hotline.example/donnees',
    country: 'FR',
    ...changes,
  };
  return Object.entries(all)
    .flatMap(([name, value]) => (value === undefined ? [] : value === '' ? name : `${name}="${value}"`))
    .join(' ');
}

const element = (endpoint: string | undefined, changes = {}, inside = LINK): string =>
  `<cliquez-signalez ${attributes(endpoint, changes)}>${inside}</cliquez-signalez>`;

const script = ({ cdn }: Places, file = 'cliquez-signalez.js', more = 'type="module"'): string =>
  `<script ${more} src="${cdn}${file}"></script>`;

/** The rest of the page, which stays in sight. */
const REST =
  '<main id="rest"><h2>Le reste de la page</h2><p>Du texte, <a href="#a">un lien</a>, et un autre.</p></main>';

type Build = (places: Places) => string;

/** A page whose element has other attributes. */
const withElement =
  (write: (places: Places) => string): Build =>
  (places) =>
    `${write(places)}${script(places)}${REST}`;

/** A page whose attribute `endpoint` has another value. */
const withEndpoint = (write: (places: Places) => string | undefined, changes = {}): Build =>
  withElement((places) => element(write(places), changes));

/** A page with the usual element, whose script is another one. */
const withScript =
  (write: (places: Places) => string): Build =>
  (places) =>
    `${element(places.endpoint)}${write(places)}${REST}`;

const asEmbed = ({ endpoint }: Places, more = ''): string =>
  `data-endpoint="${endpoint}" data-hotline="Point de Contact" data-hotline-url="${HOTLINE}" ${more}`;

const page = (
  id: string,
  [en, fr]: readonly [string, string],
  [doEn, doFr]: readonly [string, string],
  html: Build,
  more: Omit<Partial<BrokenPage>, 'id' | 'name' | 'remedy' | 'html'> = {},
): BrokenPage => ({ id, name: { en, fr }, remedy: { en: doEn, fr: doFr }, html, ...more });

const RIGHT_ADDRESS = [
  'Write the address that the hotline gave you, with https:// before it and straight quotes around it.',
  'Écrivez l’adresse que le service vous a donnée, avec https:// devant et des guillemets droits autour.',
] as const;
const ASK_HOTLINE = [
  'Show the hotline what `debug` says; `npx cliquez-signalez-tools check` examines its server.',
  'Montrez au service ce que dit `debug` ; `npx cliquez-signalez-tools check` examine son serveur.',
] as const;
const NAMES = [
  'Write the attribute as the reference does: lower case, with hyphens.',
  'Écrivez l’attribut comme dans la référence : en minuscules, avec des traits d’union.',
] as const;
const END_TAG = [
  'Write `</cliquez-signalez>` after the link. HTML has no `<cliquez-signalez />`.',
  'Écrivez `</cliquez-signalez>` après le lien. En HTML, `<cliquez-signalez />` n’existe pas.',
] as const;
const ALL_FILES = [
  'Copy all files of one version into one folder, and empty the caches.',
  'Copiez tous les fichiers d’une même version dans un même dossier, puis videz les caches.',
] as const;
const LEAVE_ALONE = [
  'Tell the optimiser to leave this script alone.',
  'Dites à l’outil d’optimisation de ne pas toucher à ce script.',
] as const;
const PLACE = ['Put the element where pages show it.', 'Placez l’élément là où la page le montre.'] as const;
const SANITISER = [
  'Paste the code where your CMS lets HTML through, or use a plugin.',
  'Collez le code là où votre CMS laisse passer le HTML, ou prenez une extension.',
] as const;
const NOTHING = ['Nothing.', 'Rien.'] as const;
const POLICY = [
  'Add to the page’s policy what the console names; “Install” has the policies that work.',
  'Ajoutez à la politique de la page ce que nomme la console ; « Installer » donne les politiques qui marchent.',
] as const;

/** The pages, by subject. */
export const BROKEN_PAGES: readonly BrokenPage[] = [
  // The endpoint
  page(
    'endpoint-missing',
    ['No `endpoint`', 'Sans `endpoint`'],
    RIGHT_ADDRESS,
    withEndpoint(() => undefined),
  ),
  page(
    'endpoint-empty',
    ['An empty `endpoint`', '`endpoint` vide'],
    RIGHT_ADDRESS,
    withEndpoint(() => ''),
  ),
  page(
    'endpoint-http',
    ['`endpoint` begins with `http:`', '`endpoint` commence par `http:`'],
    ['Use the https address of the same server.', 'Prenez l’adresse https du même serveur.'],
    withEndpoint(() => 'http://hotline.example/v1/reports'),
  ),
  page(
    'endpoint-scheme',
    ['`endpoint` without `https://`', '`endpoint` sans `https://`'],
    RIGHT_ADDRESS,
    withEndpoint(() => 'hotline.example/v1/reports'),
  ),
  page(
    'endpoint-path',
    ['A path without its slash: `v1/reports`', 'Un chemin sans sa barre : `v1/reports`'],
    ['Begin a path on this site with `/`.', 'Commencez par `/` un chemin de ce site.'],
    withEndpoint(() => 'v1/reports'),
  ),
  page(
    'endpoint-quotes',
    ['Typographic quotes around the address', 'Des guillemets typographiques autour de l’adresse'],
    RIGHT_ADDRESS,
    withElement(
      ({ endpoint }) =>
        `<cliquez-signalez endpoint=“${endpoint}” hotline-url="${HOTLINE}" country="FR">${LINK}</cliquez-signalez>`,
    ),
  ),
  page(
    'endpoint-quote-end',
    ['A closing quote in the address', 'Un guillemet fermant dans l’adresse'],
    RIGHT_ADDRESS,
    withEndpoint(({ endpoint }) => `${endpoint}”`),
  ),
  page(
    'endpoint-guillemets',
    ['`« »` around the address', '`« »` autour de l’adresse'],
    RIGHT_ADDRESS,
    withEndpoint(({ endpoint }) => `« ${endpoint} »`),
  ),
  page(
    'all-quotes',
    ['Typographic quotes around every value', 'Des guillemets typographiques autour de toutes les valeurs'],
    RIGHT_ADDRESS,
    withElement(
      ({ endpoint }) =>
        `<cliquez-signalez endpoint=“${endpoint}” hotline=“Point de Contact” hotline-url=“${HOTLINE}” country=“FR”>${LINK}</cliquez-signalez>`,
    ),
  ),
  page(
    'endpoint-user',
    ['A user name in the address', 'Un nom d’utilisateur dans l’adresse'],
    ['Remove the user name and the password.', 'Retirez le nom d’utilisateur et le mot de passe.'],
    withEndpoint(() => 'https://me:secret@hotline.example/v1/reports'),
  ),
  page(
    'endpoint-mail',
    ['A mail address as `endpoint`', 'Une adresse e-mail dans `endpoint`'],
    RIGHT_ADDRESS,
    withEndpoint(() => 'mailto:signaler@hotline.example'),
  ),
  page(
    'endpoint-blank',
    ['Spaces around the address', 'Des espaces autour de l’adresse'],
    NOTHING,
    withEndpoint(({ endpoint }) => `  ${endpoint}  `),
  ),
  page(
    'endpoint-absent',
    ['An address that does not exist (`debug`)', 'Une adresse qui n’existe pas (`debug`)'],
    [
      'Check the path: it often ends with `/v1/reports`.',
      'Vérifiez le chemin : il finit souvent par `/v1/reports`.',
    ],
    withEndpoint(() => '/nowhere', { debug: '' }),
  ),
  page(
    'endpoint-cors',
    [
      'The server does not let your site post (`debug`)',
      'Le serveur n’accepte pas les envois de votre site (`debug`)',
    ],
    ASK_HOTLINE,
    withEndpoint(({ other }) => `${other}/v1/reports`, { debug: '' }),
  ),
  page(
    'endpoint-unreachable',
    ['The server does not answer (`debug`)', 'Le serveur ne répond pas (`debug`)'],
    ASK_HOTLINE,
    withEndpoint(({ closed }) => `${closed}/v1/reports`, { debug: '' }),
  ),
  page(
    'endpoint-anything',
    ['The server says yes to anything (`debug`)', 'Le serveur dit oui à n’importe quoi (`debug`)'],
    ASK_HOTLINE,
    withEndpoint(({ anything }) => `${anything}/v1/reports`, { debug: '' }),
  ),

  // Its links and keys
  page(
    'hotline-url-quotes',
    [
      '`hotline-url` and `endpoint` in typographic quotes',
      '`hotline-url` et `endpoint` entre guillemets typographiques',
    ],
    RIGHT_ADDRESS,
    withEndpoint(({ endpoint }) => `“${endpoint}”`, { 'hotline-url': `“${HOTLINE}”` }),
  ),
  page(
    'no-address',
    ['Neither `endpoint` nor `hotline-url`', 'Ni `endpoint` ni `hotline-url`'],
    RIGHT_ADDRESS,
    withEndpoint(() => undefined, { 'hotline-url': undefined }),
  ),
  page(
    'link-missing',
    ['No address, and no link inside', 'Aucune adresse, et aucun lien dans l’élément'],
    ['Put the link inside; then the addresses.', 'Mettez le lien dans l’élément, puis les adresses.'],
    withElement(() => element(undefined, { 'hotline-url': undefined }, '')),
    { removesBoth: true },
  ),
  page(
    'link-without',
    ['No link inside, and the script does not come', 'Aucun lien dans l’élément, et le script ne vient pas'],
    [
      'Put the link inside; then check the path of the script.',
      'Mettez le lien dans l’élément, puis vérifiez le chemin du script.',
    ],
    (places) => `${element(places.endpoint, {}, '')}${script(places, 'not-there.js')}${REST}`,
    { isToldByBrowser: true, removesBoth: true },
  ),
  page(
    'public-key',
    ['A `public-key` that is cut off', 'Une `public-key` coupée'],
    ['Copy the key again, whole: 87 characters.', 'Copiez de nouveau la clé, en entier : 87 caractères.'],
    withEndpoint(({ endpoint }) => endpoint, { 'public-key': 'BGsX0fLhLEJH' }),
  ),
  page(
    'src-http',
    ['`src` without `https://`', '`src` sans `https://`'],
    [
      'Give the https address of the page that the hotline hosts.',
      'Donnez l’adresse https de la page qu’héberge le service.',
    ],
    withEndpoint(() => undefined, { src: 'hotline.example/cs/frame.html' }),
  ),
  page(
    'src-quotes',
    ['`src` in typographic quotes', '`src` entre guillemets typographiques'],
    ['Write straight quotes.', 'Écrivez des guillemets droits.'],
    withEndpoint(() => undefined, { src: '“https://hotline.example/cs/frame.html”' }),
  ),

  // Names and values
  page(
    'name-hyphen',
    ['A misspelt attribute: `end-point`', 'Un attribut mal écrit : `end-point`'],
    NAMES,
    withElement(({ endpoint }) => element(undefined, { 'end-point': endpoint })),
  ),
  page(
    'name-data',
    ['`data-endpoint` on the element', '`data-endpoint` sur l’élément'],
    ['Write `endpoint`: `data-` is for `embed.js`.', 'Écrivez `endpoint` : `data-` est pour `embed.js`.'],
    withElement(({ endpoint }) => element(undefined, { 'data-endpoint': endpoint })),
  ),
  page(
    'name-camel',
    ['`hotlineUrl` instead of `hotline-url` (`debug`)', '`hotlineUrl` au lieu de `hotline-url` (`debug`)'],
    NAMES,
    withEndpoint(({ endpoint }) => endpoint, { 'hotline-url': undefined, hotlineUrl: HOTLINE, debug: '' }),
  ),
  page(
    'name-underscore',
    ['`privacy_url` instead of `privacy-url` (`debug`)', '`privacy_url` au lieu de `privacy-url` (`debug`)'],
    NAMES,
    withEndpoint(({ endpoint }) => endpoint, { 'privacy-url': undefined, privacy_url: HOTLINE, debug: '' }),
  ),
  page(
    'twice',
    [
      '`endpoint` twice: browsers take the first',
      '`endpoint` deux fois : le navigateur prend la première valeur',
    ],
    ['Keep one.', 'N’en gardez qu’une.'],
    withElement(
      ({ endpoint }) =>
        `<cliquez-signalez ${attributes(endpoint)} endpoint="https://elsewhere.example/">${LINK}</cliquez-signalez>`,
    ),
  ),
  page(
    'theme',
    ['An unknown `theme`', 'Un `theme` inconnu'],
    ['Choose one that the console lists.', 'Choisissez-en un dans la liste de la console.'],
    withEndpoint(({ endpoint }) => endpoint, { theme: 'nightt' }),
  ),
  page(
    'variant',
    ['An unknown `variant`', 'Une `variant` inconnue'],
    ['Choose one that the console lists.', 'Choisissez-en une dans la liste de la console.'],
    withEndpoint(({ endpoint }) => endpoint, { variant: 'flotting' }),
  ),
  page(
    'category',
    ['An unknown `category`', 'Une `category` inconnue'],
    ['Choose one that the console lists.', 'Choisissez-en une dans la liste de la console.'],
    withEndpoint(({ endpoint }) => endpoint, { category: 'violence' }),
  ),
  page(
    'country',
    ['`country="France"`', '`country="France"`'],
    ['Write the two letters: `FR`.', 'Écrivez les deux lettres : `FR`.'],
    withEndpoint(({ endpoint }) => endpoint, { country: 'France' }),
  ),
  page(
    'language',
    [
      'A language that no file brings: `lang="xx"` (`debug`)',
      'Une langue qu’aucun fichier n’apporte : `lang="xx"` (`debug`)',
    ],
    ['Load its file before ours.', 'Chargez son fichier avant le nôtre.'],
    withEndpoint(({ endpoint }) => endpoint, { lang: 'xx', debug: '' }),
  ),
  page(
    'practice',
    [
      '`practice` left on a page for visitors (`debug`)',
      '`practice` resté sur une page pour les visiteurs (`debug`)',
    ],
    [
      'Remove it: no report leaves such a form.',
      'Retirez-le : aucun signalement ne part d’un tel formulaire.',
    ],
    withEndpoint(({ endpoint }) => endpoint, { practice: '', debug: '' }),
  ),

  // Markup
  page(
    'self-closed',
    ['`<cliquez-signalez … />`', '`<cliquez-signalez … />`'],
    END_TAG,
    (places) => `${script(places)}<cliquez-signalez ${attributes(places.endpoint)} />${REST}`,
  ),
  page(
    'end-lost',
    ['The end tag is lost', 'La balise de fin est perdue'],
    END_TAG,
    (places) => `${script(places)}<cliquez-signalez ${attributes(places.endpoint)}>${LINK}${REST}`,
  ),
  page(
    'end-lost-text',
    ['`<cliquez-signalez … />` within a sentence', '`<cliquez-signalez … />` au milieu d’une phrase'],
    END_TAG,
    (places) =>
      `${script(places)}<p>Signalez : <cliquez-signalez ${attributes(places.endpoint)} /> ou appelez le 3018.</p>${REST}`,
  ),
  page(
    'end-lost-floating',
    ['`<cliquez-signalez variant="floating" … />`', '`<cliquez-signalez variant="floating" … />`'],
    END_TAG,
    (places) =>
      `${script(places)}<cliquez-signalez ${attributes(places.endpoint, { variant: 'floating' })} />${REST}`,
  ),
  page(
    'end-lost-link',
    [
      'The end tag is lost, and no form can work',
      'La balise de fin est perdue, et aucun formulaire ne peut marcher',
    ],
    END_TAG,
    (places) => `${script(places)}<cliquez-signalez ${attributes(undefined)}>${LINK}${REST}`,
  ),
  page(
    'in-table',
    ['Between two rows of a table', 'Entre deux lignes d’un tableau'],
    [
      'Put it into a cell: browsers move it before the table.',
      'Mettez-le dans une cellule : le navigateur le place avant le tableau.',
    ],
    withElement(
      ({ endpoint }) => `<table><tr><td>Un</td></tr>${element(endpoint)}<tr><td>Deux</td></tr></table>`,
    ),
  ),
  page(
    'in-link',
    ['Inside a link', 'Dans un lien'],
    [
      'Take it out: a press of the button follows the link too.',
      'Sortez-le : un appui sur le bouton suit aussi le lien.',
    ],
    withElement(({ endpoint }) => `<a href="#elsewhere">${element(endpoint, {}, '')}</a>${LINK}`),
  ),
  page(
    'in-noscript',
    ['Inside `<noscript>`', 'Dans `<noscript>`'],
    PLACE,
    withElement(({ endpoint }) => `<noscript>${element(endpoint)}</noscript>`),
    { removesBoth: true },
  ),
  page(
    'in-template',
    ['Inside `<template>`', 'Dans `<template>`'],
    PLACE,
    withElement(({ endpoint }) => `<template>${element(endpoint)}</template>`),
    { removesBoth: true },
  ),
  page(
    'hidden',
    ['In a part that the page hides (`debug`)', 'Dans une partie que la page cache (`debug`)'],
    PLACE,
    withElement(({ endpoint }) => `<div style="display: none">${element(endpoint, { debug: '' })}</div>`),
    { removesBoth: true },
  ),
  page(
    'escaped',
    ['The CMS shows the code as text', 'Le CMS affiche le code comme du texte'],
    SANITISER,
    withElement(({ endpoint }) => element(endpoint).replaceAll('<', '&lt;')),
    { removesBoth: true },
  ),
  page(
    'tag-stripped',
    ['The CMS has removed the tag', 'Le CMS a retiré la balise'],
    SANITISER,
    withElement(() => LINK),
  ),
  page(
    'attributes-stripped',
    ['The CMS has removed the attributes', 'Le CMS a retiré les attributs'],
    SANITISER,
    withElement(() => `<cliquez-signalez>${LINK}</cliquez-signalez>`),
  ),
  page(
    'script-stripped',
    ['The CMS has removed the script', 'Le CMS a retiré le script'],
    SANITISER,
    withScript(() => ''),
  ),
  page(
    'tag-misspelt',
    ['`<cliquez-signaler>`', '`<cliquez-signaler>`'],
    ['Write `cliquez-signalez`, twice.', 'Écrivez `cliquez-signalez`, deux fois.'],
    withElement(({ endpoint }) => element(endpoint).replaceAll('cliquez-signalez', 'cliquez-signaler')),
  ),
  page(
    'tag-capitals',
    ['`<CLIQUEZ-SIGNALEZ>`', '`<CLIQUEZ-SIGNALEZ>`'],
    NOTHING,
    withElement(({ endpoint }) => element(endpoint).replaceAll('cliquez-signalez', 'CLIQUEZ-SIGNALEZ')),
  ),
  page(
    'inserted',
    ['A script writes the element later (`innerHTML`)', 'Un script écrit l’élément plus tard (`innerHTML`)'],
    NOTHING,
    (places) =>
      `<div id="place"></div>${script(places)}<script>addEventListener('load', () => { document.querySelector('#place').innerHTML = ${JSON.stringify(element(places.endpoint)).replaceAll('/', '\\/')}; });</script>${REST}`,
  ),
  page(
    'inserted-script',
    [
      'A script writes all of the code (`innerHTML`): scripts in it do not run',
      'Un script écrit tout le code (`innerHTML`) : les scripts qu’il contient ne s’exécutent pas',
    ],
    ['Load our script from the page itself.', 'Chargez notre script depuis la page elle-même.'],
    (places) =>
      `<div id="place"></div><script>document.querySelector('#place').innerHTML = ${JSON.stringify(element(places.endpoint) + script(places)).replaceAll('/', '\\/')};</script>${REST}`,
  ),

  // The script
  page(
    'script-absent',
    ['The script is not at its address', 'Le script n’est pas à son adresse'],
    ['Check the path in `src`.', 'Vérifiez le chemin dans `src`.'],
    withScript((places) => script(places, 'not-there.js')),
    { isToldByBrowser: true },
  ),
  page(
    'script-type',
    [
      '`type="module"` is missing, and the file comes from another site (Chromium)',
      'Il manque `type="module"`, et le fichier vient d’un autre site (Chromium)',
    ],
    ['Write `type="module"`.', 'Écrivez `type="module"`.'],
    withScript((places) => script(places, 'cliquez-signalez.js', 'defer')),
    { engines: ['chromium'] },
  ),
  page(
    'script-integrity',
    ['The hash is that of another version', 'L’empreinte est celle d’une autre version'],
    [
      'Copy the code and the files of one version again.',
      'Copiez de nouveau le code et les fichiers d’une même version.',
    ],
    withScript((places) =>
      script(places, 'cliquez-signalez.js', `type="module" crossorigin integrity="sha384-${'A'.repeat(64)}"`),
    ),
    { isToldByBrowser: true },
  ),
  page(
    'script-delayed',
    [
      'An optimiser holds the script back (`type="lazy"`)',
      'Un outil d’optimisation retient le script (`type="lazy"`)',
    ],
    LEAVE_ALONE,
    withScript((places) => script(places, 'cliquez-signalez.js', 'type="lazy"')),
  ),
  page(
    'entry-alone',
    ['Only `cliquez-signalez.js` was copied', 'Seul `cliquez-signalez.js` a été copié'],
    ALL_FILES,
    withScript(() => '<script type="module" src="/alone/cliquez-signalez.js"></script>'),
  ),
  page(
    'entry-old',
    [
      'A cache keeps the entry of an older version',
      'Un cache garde le point d’entrée d’une version plus ancienne',
    ],
    ALL_FILES,
    withScript(() => '<script type="module" src="/old/cliquez-signalez.js"></script>'),
  ),
  page(
    'entry-merged',
    [
      'An optimiser has merged the script into another file',
      'Un outil d’optimisation a fondu le script dans un autre fichier',
    ],
    LEAVE_ALONE,
    withScript(() => '<script defer src="/merged/all.js"></script>'),
  ),
  page(
    'script-twice',
    ['The script stands there twice', 'Le script est là deux fois'],
    NOTHING,
    withScript((places) => script(places) + script(places)),
  ),
  page(
    'versions',
    ['Two versions on a page', 'Deux versions sur une page'],
    ['Keep the newer one.', 'Gardez la plus récente.'],
    withScript(
      (places) => script(places) + '<script type="module" src="/newer/cliquez-signalez.js"></script>',
    ),
  ),
  page(
    'embed-stripped',
    [
      'A tag manager has dropped the attributes of `embed.js`',
      'Un gestionnaire de balises a retiré les attributs d’`embed.js`',
    ],
    [
      'Take the code for tag managers; keep the link on the page.',
      'Prenez le code pour gestionnaires de balises ; gardez le lien sur la page.',
    ],
    (places) => `${LINK}${script(places, 'embed.js', 'async')}${REST}`,
  ),
  page(
    'embed-blocked',
    ['A visitor’s filter blocks `embed.js`', 'Un bloqueur du visiteur arrête `embed.js`'],
    NOTHING,
    (places) => `${LINK}${script(places, 'blocked.js', `async ${asEmbed(places)}`)}${REST}`,
    { isToldByBrowser: true },
  ),
  page(
    'script-off',
    ['JavaScript is off', 'JavaScript est désactivé'],
    NOTHING,
    withScript((places) => script(places)),
    { isScriptless: true },
  ),

  // The page's policy, and its server
  page(
    'policy-script',
    ['The policy refuses the script (`script-src`)', 'La politique refuse le script (`script-src`)'],
    POLICY,
    withScript((places) => script(places)),
    { isToldByBrowser: true, headers: () => ({ 'content-security-policy': "script-src 'self'" }) },
  ),
  page(
    'policy-connect',
    [
      "The policy lets nothing leave (`connect-src 'self'`), as Helmet’s does (Firefox says so on « Envoyer »)",
      "La politique ne laisse rien partir (`connect-src 'self'`), comme celle de Helmet (Firefox le dit à « Envoyer »)",
    ],
    POLICY,
    withScript((places) => script(places)),
    {
      isToldByBrowser: true,
      engines: ['chromium', 'webkit'],
      headers: ({ cdn }) => ({
        'content-security-policy': `default-src 'self' 'unsafe-inline' ${cdn}; connect-src 'self'`,
      }),
    },
  ),
  page(
    'policy-types',
    ['The policy grants no Trusted Types', 'La politique n’accorde aucun Trusted Types'],
    POLICY,
    withScript((places) => script(places)),
    {
      headers: () => ({
        'content-security-policy': "require-trusted-types-for 'script'; trusted-types 'none'",
      }),
      isToldByBrowser: true,
    },
  ),
  page(
    'page-http',
    ['The page comes over http (`debug`)', 'La page vient par http (`debug`)'],
    ['Serve the page over https.', 'Servez la page par https.'],
    withEndpoint(() => '/v1/reports', { debug: '' }),
    { engines: ['firefox'], isPlain: true },
  ),
  page(
    'xhtml',
    ['The page is served as XML', 'La page est servie comme du XML'],
    ['Serve it as text/html.', 'Servez-la comme text/html.'],
    (places) =>
      `<html xmlns="http://www.w3.org/1999/xhtml" lang="fr"><head><title>Page</title></head><body>${withScript(() => script(places))(places)}</body></html>`,
    { headers: () => ({ 'content-type': 'application/xhtml+xml; charset=utf-8' }) },
  ),
];

/** The measured rows, in the order of the pages. */
export function readBrokenPages(): readonly MeasuredPage[] {
  return JSON.parse(readFileSync(new URL('broken-pages.json', import.meta.url), 'utf8')) as MeasuredPage[];
}
