// Types for the properties into which a widget reads its seeds: without a type, a seed that is not set would make everything
// transparent. By script, though `@property` in a style sheet would cost a third of it: a page may replace its document's list
// of sheets, and with it would go every colour.

/** Gives those properties their types, once a page. The names are those of SEEDS in seeds.ts; a test compares them. */
export function registerSeeds(): void {
  for (const [syntax, initialValue, names] of [
    ['<color>', 'red', 'accent,surface,danger,fill,onFill,edge,accentText,paper,text,textQuiet,border'],
    ['<length>', '0px', 'font-size,space,radius,border-width,focus-width'],
    ['<number>', '0', 'elevation,motion'],
  ] as const) {
    for (const name of names.split(',')) {
      try {
        CSS.registerProperty({ name: `--_cs-${name}`, syntax, initialValue, inherits: true });
      } catch {
        // Another copy on the page has done it, or this browser cannot.
      }
    }
  }
}
