// Tables and charts of what was measured, in both languages, from the records of the tests and the sizes of the build.

import { readFileSync } from 'node:fs';
import { BUDGETS, MOMENT_NAMES } from '../../.build/budgets.ts';
import { FOLDER } from '../../.build/snippets.ts';
import type { Sizes } from '../../.build/sizes.ts';
import { timesLit, timesSentry, type Costs, type Row } from '../../test/bench/costs.ts';
import { ATTACKS, MODES, type Mode } from '../../test/widget/hosts/attacks/matrix.ts';
import { readMatrix } from '../../test/widget/hosts/attacks/record.ts';
import { ENDS, readTraces, WAYS as ARRIVALS, type Way } from '../../test/app/traces.ts';
import { readPolicies, type Outcome } from '../../test/widget/hosts/policies.ts';
import {
  readFigures,
  readGrowth,
  type Figure,
  type Figures,
  type Run,
} from '../../test/receiver/soak/figures.ts';
import { named } from './figure-names.ts';
import { formLanguages } from './form-languages.ts';
import type { Language } from './languages.ts';
import { escapeHtml, scroller } from './markdown.ts';
import { cell, figure, inline, table } from './table.ts';

const read = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'));

const sizes = (): Sizes['moments'] => (read('dist/sizes.json') as Sizes).moments;
const MOMENTS = Object.keys(BUDGETS) as (keyof Sizes['moments'])[];

const both = (language: Language, fr: string, en: string): string => (language === 'fr' ? fr : en);

/** A number as it is written in a language, with at most one digit behind the point. */
const written = (language: Language, value: number, digits = 0): string =>
  value.toLocaleString(language === 'fr' ? 'fr-FR' : 'en-GB', {
    maximumFractionDigits: digits,
    minimumFractionDigits: digits,
  });

const kilobytes = (language: Language, bytes: number, digits = 1): string =>
  `${written(language, bytes / 1_000, digits)} ${both(language, 'ko', 'kB')}`;

/** The four figures of the first page. */
export function facts(language: Language): string {
  const atLoad = kilobytes(language, sizes()['before a click'].brotli, 0);
  const runs = Object.entries(readFigures()).filter(([name]) => name.startsWith('10,000 faulted'));
  const lost = runs.reduce((sum, [, run]) => sum + valueOf(run, 'lost') + valueOf(run, 'doubled'), 0);
  const sent = written(language, 10_000 * runs.length);
  const lines: Readonly<Record<Language, readonly (readonly [string, string])[]>> = {
    fr: [
      [atLoad, 'téléchargés avant un clic\u00A0; le formulaire suit si l’on s’en sert'],
      ['0', 'cookie, traceur ou requête vers un tiers'],
      ['7:1', 'de contraste au moins pour le texte, quelles que soient vos couleurs'],
      [String(lost), `signalement perdu ou doublé sur ${sent} envois que l’on a fait échouer`],
    ],
    en: [
      [atLoad, 'downloaded before a click; the form follows only if it is used'],
      ['0', 'cookies, trackers or requests to third parties'],
      ['7:1', 'is the least contrast of text, whatever your colours'],
      [String(lost), `reports lost or doubled in ${sent} sendings that were made to fail`],
    ],
  };
  const items = lines[language].map(([number, text]) => `<div><dt>${text}</dt><dd>${number}</dd></div>`);
  return `<dl class="facts">${items.join('')}</dl>`;
}

/** The size of one moment, such as `before a click`, in brotli. */
export function size(language: Language, moment: string): string {
  const found = sizes()[moment as keyof Sizes['moments']];
  if (!found) throw new Error(`dist/sizes.json has no moment « ${moment} ».`);
  return kilobytes(language, found.brotli);
}

/** One bar of a chart. */
interface Bar {
  readonly label: string;
  readonly value: number;
  readonly text: string;
  readonly isOurs: boolean;
  /** The goal on the same scale, as a line. */
  readonly goal?: number | undefined;
}

/**
 * A chart that is its own table: a row a bar, with the figure beside it.
 * @param groups bars that belong together; each group may have a title
 */
function chart(
  name: string,
  head: readonly [string, string, string],
  groups: readonly { readonly title?: string; readonly most: number; readonly bars: readonly Bar[] }[],
): string {
  const row = ({ label, value, text, isOurs, goal }: Bar, most: number): string => {
    const width = ((Math.max(value, 0) / most) * 100).toFixed(2);
    const at = goal === undefined ? '' : ((goal / most) * 100).toFixed(2);
    const line = at && `<line class="goal" x1="${at}" x2="${at}" y1="0" y2="10"/>`;
    return `<tr><th scope="row">${inline(label)}</th><td class="figure"><svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect class="${isOurs ? 'ours' : 'other'}" width="${width}" height="10"/>${line}</svg></td><td class="number">${escapeHtml(text)}</td></tr>`;
  };
  const parts = groups.map(
    ({ title, most, bars }) =>
      `<tbody>${title ? `<tr><td class="group" colspan="3">${inline(title)}</td></tr>` : ''}${bars.map((bar) => row(bar, most)).join('')}</tbody>`,
  );
  return `${scroller(name, 'chart')}<table><thead><tr>${head.map((text, at) => `<th scope="col"${at === 2 ? ' class="number"' : ''}>${text}</th>`).join('')}</tr></thead>${parts.join('')}</table></div>\n`;
}

/** The downloads of a visitor, step by step, as bars beside the budgets. */
export function sizeChart(language: Language): string {
  const shown = ['before a click', 'step 1 in French', 'the whole form in French'] as const;
  const most = BUDGETS['the whole form in French'].most * 1.05;
  const bars = shown.map((moment) => ({
    label: named(language, MOMENT_NAMES[moment]),
    value: sizes()[moment].brotli,
    text: kilobytes(language, sizes()[moment].brotli),
    isOurs: true,
    goal: BUDGETS[moment].most,
  }));
  return chart(
    both(language, 'Ce qu’un visiteur télécharge', 'What a visitor downloads'),
    [
      both(language, 'Téléchargé', 'Downloaded'),
      both(language, 'Le trait\u00A0: le budget', 'The line: the budget'),
      'brotli',
    ],
    [{ most, bars }],
  );
}

/** The downloads of a visitor, with their budgets. */
export function sizeTable(language: Language): string {
  const head = [
    cell(both(language, 'Téléchargé', 'Downloaded')),
    ...[
      'brotli',
      'gzip',
      both(language, 'requêtes', 'requests'),
      both(language, 'budget (brotli)', 'budget (brotli)'),
    ].map(figure),
  ];
  const rows = MOMENTS.map((moment) => {
    const { brotli, gzip, requests } = sizes()[moment];
    return [
      cell(named(language, MOMENT_NAMES[moment])),
      figure(kilobytes(language, brotli)),
      figure(kilobytes(language, gzip)),
      figure(String(requests)),
      figure(`≤ ${kilobytes(language, BUDGETS[moment].most)}`),
    ];
  });
  return table(both(language, 'Tailles et budgets', 'Sizes and budgets'), head, rows);
}

/** The name of a language. `Intl` calls an easy one “français (SIMPLE)”. */
function nameIn(language: Language, tag: string): string {
  const [base = tag, ...variants] = tag.split('-');
  const name = new Intl.DisplayNames(language, { type: 'language' }).of(base)!;
  return variants.includes('simple') ? both(language, `${name} facile`, `easy ${name}`) : name;
}

/** Every language of the form: its names, its state, and the size of its files. */
export function languageTable(language: Language): string {
  const head = [
    ...both(language, 'Langue|Elle-même|Étiquette|État', 'Language|In itself|Tag|State')
      .split('|')
      .map((text) => cell(text)),
    figure(both(language, 'fichiers (brotli)', 'files (brotli)')),
  ];
  const rows = formLanguages().map(({ tag, name, isDraft, isBuiltIn, bytes }) => [
    cell(nameIn(language, tag)),
    cell(name, tag),
    cell(`\`${tag}\``),
    cell(isDraft ? both(language, 'ébauche', 'draft') : both(language, 'achevée', 'finished')),
    figure(isBuiltIn ? both(language, 'dans le bouton', 'in the button') : kilobytes(language, bytes)),
  ]);
  return table(both(language, 'Les langues du formulaire', 'The languages of the form'), head, rows);
}

const costs = (): Costs => read('test/bench/costs.json') as Costs;

function withUnit(language: Language, value: number | undefined, unit: string): string {
  if (value === undefined) return '';
  const digits = Math.abs(value) < 10 && !Number.isInteger(value) ? 1 : 0;
  return `${written(language, value, digits)} ${named(language, unit)}`.trimEnd();
}

function goalOf(language: Language, row: Row): string {
  const { most, mostTimesLit, mostTimesSentry, unit } = row;
  const times = mostTimesSentry ?? mostTimesLit;
  if (most !== undefined) return `≤ ${withUnit(language, most, unit)}`;
  return times === undefined ? '' : `≤ ${times.toLocaleString(language)} ×`;
}

/** How many times the comparison a row is, if its goal is such a ratio. */
const ratioOf = (row: Row): number | undefined =>
  timesSentry(row) ?? (row.mostTimesLit === undefined ? undefined : timesLit(row));

/** Whether a row keeps its goal; undefined if it has none. */
function keepsGoal(row: Row): boolean | undefined {
  const ratio = ratioOf(row);
  const most = row.mostTimesSentry ?? row.mostTimesLit;
  if (ratio !== undefined && most !== undefined) return Number(ratio.toFixed(2)) <= most;
  return row.most === undefined ? undefined : (row.figures.ours ?? 0) <= row.most;
}

/** The cost of the button for a page, beside a minimal Lit element: the rows that a visitor feels. */
export function costChart(language: Language): string {
  const shown = [
    'Page to button, Fast 4G, module tag',
    'Tap to form, Fast 4G, no hover',
    'Main thread for an opening',
  ];
  const subjects = {
    ours: both(language, 'Ce bouton', 'This button'),
    lit: both(language, 'Élément Lit minimal', 'Minimal Lit element'),
    plain: both(language, 'Boutons sans bibliothèque', 'Plain buttons'),
    sentry: both(language, 'Fenêtre de Sentry', 'Sentry’s dialog'),
  } as const;
  const groups = shown.map((name) => {
    const row = costs().rows.find((one) => one.name === name);
    if (!row) throw new Error(`test/bench/costs.json has no row « ${name} ».`);
    const bars = Object.entries(subjects).flatMap(([subject, label]) => {
      const value = row.figures[subject as keyof typeof subjects];
      if (value === undefined) return [];
      return [{ label, value, text: withUnit(language, value, row.unit), isOurs: subject === 'ours' }];
    });
    return {
      title: named(language, name),
      most: Math.max(...bars.map(({ value }) => value)) * 1.05,
      bars,
    };
  });
  return chart(
    both(language, 'Durées comparées', 'Times compared'),
    [both(language, 'Mesuré', 'Measured'), both(language, 'Durée', 'Time'), 'ms'],
    groups,
  );
}

/** Every row of the bench, with goals that are kept and missed. */
export function costTable(language: Language): string {
  const { measuredOn, cores, rows } = costs();
  const head = [
    cell(both(language, 'Mesuré', 'Measured')),
    ...both(
      language,
      'ce bouton|Lit minimal|sans bibliothèque|Sentry|rapport|objectif|tenu',
      'this button|minimal Lit|plain|Sentry|ratio|goal|kept',
    )
      .split('|')
      .map(figure),
  ];
  const lines = rows.map((row) => {
    const { name, unit, figures } = row;
    const ratio = ratioOf(row);
    const kept = keepsGoal(row);
    return [
      cell(named(language, name)),
      ...[figures.ours, figures.lit, figures.plain, figures.sentry].map((value) =>
        figure(withUnit(language, value, unit)),
      ),
      figure(ratio === undefined ? '' : `${written(language, ratio, 2)} ×`),
      figure(goalOf(language, row)),
      figure(kept === undefined ? '' : kept ? both(language, 'oui', 'yes') : both(language, 'non', 'no')),
    ];
  });
  const note = both(
    language,
    `Chromium, ${cores} cœurs, le ${measuredOn}.`,
    `Chromium, ${cores} cores, ${measuredOn}.`,
  );
  return `${table(both(language, 'Coût pour une page', 'Cost for a page'), head, lines)}<p class="small">${note}</p>\n`;
}

const valueOf = (run: Run, name: string): number => run.figures[name]?.value ?? 0;

const withFigureUnit = (language: Language, { value, unit }: Figure, digits = 2): string =>
  `${written(language, value, Number.isInteger(value) ? 0 : digits)} ${named(language, unit)}`.trimEnd();

/** How many reports a second the receiver takes. */
export function receiverChart(language: Language): string {
  const runs = Object.entries(readFigures()).filter(([name]) => /^(?:SQLite|PostgreSQL), \d/.test(name));
  const bars = runs.map(([name, run]) => ({
    label: named(language, name),
    value: valueOf(run, 'reports a second'),
    text: written(language, valueOf(run, 'reports a second')),
    isOurs: true,
  }));
  return chart(
    both(language, 'Signalements par seconde', 'Reports a second'),
    [
      both(language, 'Base de données', 'Database'),
      both(language, 'Enregistrés et confirmés', 'Stored and confirmed'),
      both(language, 'par seconde', 'a second'),
    ],
    [{ most: Math.max(...bars.map(({ value }) => value)) * 1.05, bars }],
  );
}

/** The reports of floods: nobody honest was refused. */
export function floodChart(language: Language): string {
  const runs = Object.entries(readFigures()).filter(([name]) => name.startsWith('Flood'));
  const groups = runs.map(([name, run]) => {
    const figures = [
      ['honest reports', true],
      ['honest refused', true],
      ['flood stored', false],
      ['flood slowed down', false],
    ] as const;
    const bars = figures.map(([of, isOurs]) => ({
      label: named(language, of),
      value: valueOf(run, of),
      text: written(language, valueOf(run, of)),
      isOurs,
    }));
    return { title: named(language, name), most: Math.max(...bars.map(({ value }) => value)) * 1.05, bars };
  });
  return chart(
    both(language, 'Pendant une inondation', 'During a flood'),
    [
      both(language, 'Envois', 'Sendings'),
      both(language, 'Nombre', 'Number'),
      both(language, 'envois', 'sendings'),
    ],
    groups,
  );
}

/** Every long run of the receiver. */
export function receiverTable(language: Language): string {
  const rows = Object.entries(readFigures()).map(([name, run]) => {
    const measured = Object.entries(run.figures).map(
      ([of, value]) => `${named(language, of)} ${withFigureUnit(language, value)}`,
    );
    return [cell(named(language, name)), cell(measured.join(' · ')), cell(run.measuredOn)];
  });
  const head = both(language, 'Essai|Mesures|Le', 'Run|Figures|Measured on').split('|');
  return table(
    both(language, 'Mesures du récepteur', 'Figures of the receiver'),
    head.map((text) => cell(text)),
    rows,
  );
}

/** The work with each database of a hundred thousand, a million and ten million reports. */
export const growthTables = (language: Language): string =>
  Object.entries(readGrowth())
    .map(([database, bySize]) => growthTable(language, database, bySize))
    .join('');

function growthTable(language: Language, database: string, bySize: Figures): string {
  const runs = Object.entries(bySize);
  const measurements = new Set(runs.flatMap(([, { figures }]) => Object.keys(figures)));
  const rows = [...measurements].map((of) => [
    cell(named(language, of)),
    ...runs.map(([, { figures }]) => figure(figures[of] ? withFigureUnit(language, figures[of], 1) : '–')),
  ]);
  return table(
    both(language, `Ce que coûte une grande base, ${database}`, `What a large database costs, ${database}`),
    [
      cell(`${database}, ${both(language, 'signalements', 'reports')}`),
      ...runs.map(([name]) => figure(named(language, name))),
    ],
    rows,
  );
}

const ENGINES = { chromium: 'Chromium', firefox: 'Firefox', webkit: 'WebKit' } as const;
type Engine = keyof typeof ENGINES;

const COLON: Readonly<Record<Language, string>> = { fr: '\u00A0:', en: ':' };

/** The worst outcome in any engine, and the engines that had another one. */
function worst(
  language: Language,
  outcomes: Readonly<Partial<Record<Engine, string>>>,
  say: (outcome: string) => string,
): string {
  const engines = Object.keys(ENGINES) as Engine[];
  const most = engines
    .map((engine) => outcomes[engine] ?? '')
    .reduce((a, b) => (b.length > a.length ? b : a));
  const others = engines
    .filter((engine) => (outcomes[engine] ?? '') !== most)
    .map((engine) => `${ENGINES[engine]}${COLON[language]} ${say(outcomes[engine] ?? '')}`);
  return others.length > 0 ? `${say(most)} (${others.join(', ')})` : say(most);
}

function caughtIn(language: Language, caught: string): string {
  if (caught === '') return both(language, 'rien', 'nothing');
  if (caught === 'yes') return both(language, 'oui', 'yes');
  if (caught === 'category address details email')
    return both(language, '**toutes les réponses**', '**every answer**');
  if (caught === 'address details email')
    return both(language, '**tout ce qui est tapé**', '**all that is typed**');
  if (caught === 'details') return both(language, '**ce qui est tapé**', '**what is typed**');
  if (caught === 'letters') return both(language, 'quelques lettres au plus', 'a few letters at most');
  if (caught === 'category letters')
    return both(language, '**la catégorie, et des lettres**', '**the category, and letters**');
  if (caught === 'category') return both(language, '**la catégorie**', '**the category**');
  throw new Error(`demo/site/figures.ts cannot say « ${caught} » of an attack.`);
}

/** The gain of a page's script from a report, for each way of embedding. */
export function attackTable(language: Language): string {
  const matrix = readMatrix();
  const modes = Object.keys(MODES) as Mode[];
  const head = [
    both(language, 'Ce que le script d’une page obtient', 'What a page’s script gets'),
    ...modes.map((mode) => named(language, MODES[mode])),
  ];
  const rows = ATTACKS.map(({ id, name }) => [
    cell(named(language, name)),
    ...modes.map((mode) =>
      cell(worst(language, matrix[mode]?.[id] ?? {}, (caught) => caughtIn(language, caught))),
    ),
  ]);
  return table(
    both(language, 'Attaques mesurées', 'Attacks measured'),
    head.map((text) => cell(text)),
    rows,
  );
}

const OUTCOMES: Readonly<Record<Language, Readonly<Record<Outcome, string>>>> = {
  fr: {
    works: '✓ envoyé',
    'works, and is reported': '✓ envoyé, et noté',
    link: 'lien',
    'link after a tap': 'bouton, puis lien',
    'link in the form': 'formulaire, puis lien',
  },
  en: {
    works: '✓ sent',
    'works, and is reported': '✓ sent, reported',
    link: 'link',
    'link after a tap': 'button, then link',
    'link in the form': 'form, then link',
  },
};

const WAYS = { module: 'module', bundle: 'one file', embed: '`embed.js`' } as const;
const WAYS_FR = { module: 'module', bundle: 'fichier unique', embed: '`embed.js`' } as const;

/** The button under each policy of a page. */
export function policyTable(language: Language): string {
  const ways = Object.keys(WAYS) as (keyof typeof WAYS)[];
  const names = language === 'fr' ? WAYS_FR : WAYS;
  const head = [
    both(language, 'Politique de la page', 'The page’s policy'),
    ...ways.map((way) => names[way]),
  ];
  const rows = readPolicies().map(({ name, outcomes }) => [
    cell(named(language, name)),
    ...ways.map((way) => {
      const found = Object.entries(outcomes[way] ?? {});
      const [first] = found;
      const isOne = found.every(([, outcome]) => outcome === first?.[1]);
      const say = (outcome: Outcome): string => OUTCOMES[language][outcome];
      if (isOne && first) return cell(say(first[1]));
      return cell(
        found
          .map(([engine, outcome]) => `${ENGINES[engine as Engine]}${COLON[language]} ${say(outcome)}`)
          .join('\u00A0; '),
      );
    }),
  ]);
  return table(
    both(language, 'Politiques mesurées', 'Policies measured'),
    head.map((text) => cell(text)),
    rows,
  );
}

const PLACES: Readonly<Record<string, string>> = {
  scripts: `https://your-site.example/${FOLDER}/`,
  endpoint: 'https://hotline.example',
  nonce: '…',
  hash: 'sha384-…',
};

const filledIn = (header: string): string =>
  header.replaceAll(/\{(\w+)\}/g, (place, name: string) => PLACES[name] ?? place);

/** The header of each policy of the table, folded. */
export function policyHeaders(language: Language): string {
  const headers = readPolicies().flatMap(({ name, header }) =>
    header ? [`# ${named(language, name).replaceAll('`', '')}\n${filledIn(header)}`] : [],
  );
  const title = both(language, 'L’en-tête de chaque ligne', 'The header of each row');
  return `<details><summary>${title}</summary>\n\n\`\`\`text\n${headers.join('\n\n')}\n\`\`\`\n\n</details>\n`;
}

/** The policy that a page with a nonce sends, with places for its own values. */
export function policyToTake(): string {
  const [first] = readPolicies();
  return `\n\`\`\`header\n${filledIn(first!.header)}\n\`\`\`\n`;
}

/** The traces of a shared address in the browser's profile, by way of arriving, engine and end. */
export function tracesTable(language: Language): string {
  const traces = Object.values(readTraces());
  const ends = { closed: both(language, 'fermé', 'closed'), killed: both(language, 'tué', 'killed') };
  const head = [
    cell(both(language, 'L’adresse est arrivée', 'The address arrived')),
    ...traces.flatMap(({ version }) => ENDS.map((end) => cell(`${version}, ${ends[end]}`))),
  ];
  const rows = (Object.keys(ARRIVALS) as Way[]).map((way) => [
    cell(named(language, ARRIVALS[way])),
    ...traces.flatMap((engine) =>
      ENDS.map((end) => {
        const kinds = engine[end][way].map((kind) => named(language, kind));
        return cell(kinds.join(', ') || both(language, 'rien', 'nothing'));
      }),
    ),
  ]);
  return table(
    both(
      language,
      'Traces d’une adresse partagée dans le profil',
      'Traces of a shared address in the profile',
    ),
    head,
    rows,
  );
}
