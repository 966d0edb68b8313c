// Imitates forced colours: applies to one widget, through its tokens, what browsers do in that mode. The widget's own
// rules for the mode come from lifted-media.ts.

const TOKENS = {
  Canvas: '--_cs-paper --_quiet --_sunk --_dangerQuiet',
  CanvasText: '--_cs-text --_cs-textQuiet --_track --_hairline --_danger',
  LinkText: '--_cs-accentText',
  ButtonFace: '--_cs-fill --_fillHover --_fillActive',
  ButtonText: '--_cs-onFill',
  ButtonBorder: '--_cs-border --_cs-edge',
} as const;

const declarations = Object.entries(TOKENS)
  .flatMap(([colour, names]) => names.split(' ').map((name) => `${name}: ${colour} !important;`))
  .join('');

const sheet = new CSSStyleSheet();
sheet.replaceSync(`
  .panel { ${declarations} }
  .panel, .panel *, .launcher { box-shadow: none !important; }
  .launcher { background: ButtonFace !important; border-color: ButtonBorder !important; }
  .launcher > * { color: ButtonText !important; }
  .box[part='bar'] { background: Canvas !important; border-color: CanvasText !important; color: CanvasText !important; }
  :host([variant='link']) .launcher { background: none !important; border-color: transparent !important; }
  :host([variant='link']) .launcher > * { color: LinkText !important; }
`);

/** Adds the imitation to a widget, or removes it. */
export function forceColours(root: ShadowRoot, isForced: boolean): void {
  const has = root.adoptedStyleSheets.includes(sheet);
  if (has === isForced) return;
  const others = [...root.adoptedStyleSheets].filter((one) => one !== sheet);
  root.adoptedStyleSheets = isForced ? [...others, sheet] : others;
}
