// Types for the properties into which a widget reads its seeds: without a type, a typo would make everything transparent.

/** Gives those properties their types, once a page. The names are those of SEEDS in seeds.ts; a test compares them. */
export function registerSeeds(): void {
  for (const [syntax, initialValue, names] of [
    ['<color>', 'red', 'accent,surface,danger,fill,onFill,paper,text,textQuiet,border'],
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
