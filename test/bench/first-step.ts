// The words of the first step, for the pages compared with ours: the same texts, the same nine answers.
import { CATEGORIES } from '../../src/core/report/categories.ts';
import first from '../../src/words/locales/fr.json?first' with { type: 'json' };

/** Not every category has a hint. */
const texts: Readonly<Record<string, string>> = first;

export const FIRST_STEP = {
  label: 'Cliquez, Signalez !',
  icon: 'M6 21.5v-18M6 4.2c4.4-2.3 7.2 2.3 12.5 0v9c-5.3 2.3-8.1-2.3-12.5 0',
  service: 'Signaler à hotline.example',
  exit: first['header.exit'],
  close: first['header.close'],
  title: first['s1.title'],
  count: 'Étape 1 sur 3',
  intro: first['s1.intro'],
  door: first['s1.threatened'],
  options: CATEGORIES.map(({ id }) => ({
    id,
    label: first[`cat.${id}`],
    hint: texts[`cat.${id}.hint`] ?? '',
  })),
  emergency: 'Danger immédiat ? Appelez le 112.',
  privacy: first['s1.privacy.alone'],
  next: first['action.continue'],
} as const;

/** A plain look: system colours and fixed colours, none derived. */
export const PLAIN_CSS = `
  .launcher { display: inline-flex; min-block-size: 48px; align-items: center; gap: 10px; padding: 8px 20px;
    border: 1px solid #1d4bce; border-radius: 9px; background: #1d4bce; color: #fff; font: 650 16px/1.25 system-ui, sans-serif; cursor: pointer }
  svg { flex: none; inline-size: 1.25em; fill: none; stroke: currentColor; stroke-width: 2 }
  .launcher:hover { background: #163ba3 }
  .launcher:focus-visible { outline: 3px solid #000; outline-offset: 3px }
  dialog { box-sizing: border-box; inline-size: min(560px, 100vw - 32px); max-block-size: min(820px, 100dvh - 48px);
    padding: 0; border: 0; border-radius: 18px; overflow: hidden; background: #fff; color: #161616; font: 16px/1.5 system-ui, sans-serif }
  dialog[open] { display: flex }
  dialog::backdrop { background: rgb(8 12 20 / 0.56) }
  form { display: flex; flex-direction: column; flex: 1; min-block-size: 0 }
  header, footer { display: flex; justify-content: space-between; gap: 12px; padding: 12px 24px }
  .body { flex: 1; overflow: auto; padding: 0 24px 24px }
  fieldset { margin: 0; padding: 0; border: 0 }
  .progress { display: flex; gap: 4px } .progress i { flex: 1; block-size: 4px; border-radius: 2px; background: #ddd }
  .options { border: 1px solid #767676; border-radius: 9px }
  .option { display: grid; grid-template-columns: auto 1fr; gap: 0 12px; padding: 12px 16px; border-block-start: 1px solid #ddd }
  .option:has(:checked) { background: #eef2ff }
  .option p { grid-column: 2; margin: 0; color: #555; font-size: 14px }
  .notice { padding: 12px 16px; border-radius: 9px; background: #fdf3d8 }
`;
