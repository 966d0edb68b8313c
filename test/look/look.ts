// `npm run look` retakes the pictures, as references for the tests. With words, it retakes only the pictures whose
// names contain one of them: `npm run look -- presse sent`. `npm run look -- contact` lays the references out on sheets
// for review.
import { relative } from 'node:path';
import { countDifferent, MAX_DIFFERENT } from './compare.ts';
import { writeContactSheets } from './contact.ts';
import { PICTURES } from './pictures.ts';
import { readPng, writePng } from './png.ts';
import { listReferences, readReference, removeReference, writeReference } from './references.ts';
import { AT_ONCE, Studio } from './studio.ts';

/** How far two blendings of the same browser may be, in colours that share a palette entry: channels that are 2 off. */
const BLENDING = 0.008;

const words = process.argv.slice(2);
if (words.length === 1 && words[0] === 'contact') {
  for (const path of await writeContactSheets()) console.log(relative('.', path));
} else {
  await retake(words);
}

/** Takes the pictures, and writes the ones that have changed. */
async function retake(parts: readonly string[]): Promise<void> {
  const chosen = PICTURES.filter(
    ({ name }) => parts.length === 0 || parts.some((part) => name.includes(part)),
  );
  if (chosen.length === 0) throw new Error(`No picture is called like ${parts.join(', ')}.`);
  const changed: string[] = [];
  const studio = await Studio.open();
  try {
    const waiting = chosen.values();
    const work = async (): Promise<void> => {
      for (const picture of waiting) {
        const png = writePng(readPng(await studio.take(picture)));
        if (await isAsBefore(picture.name, png)) continue;
        await writeReference(picture.name, png);
        changed.push(picture.name);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  } finally {
    await studio.close();
  }
  const known = new Set(PICTURES.map(({ name }) => name));
  const stale = (await listReferences()).filter((name) => !known.has(name));
  for (const name of stale) await removeReference(name);
  for (const name of changed.toSorted()) console.log(`new      ${name}`);
  for (const name of stale) console.log(`removed  ${name}`);
  console.log(`${chosen.length} pictures taken, ${changed.length} changed. Look at them before you commit:`);
  console.log('  npm run look -- contact');
}

/**
 * Whether the existing reference shows the same look: a corner that rounds in the other direction makes no new file.
 */
async function isAsBefore(name: string, png: Uint8Array): Promise<boolean> {
  const before = await readReference(name);
  return !!before && countDifferent(readPng(png), readPng(before), BLENDING) <= MAX_DIFFERENT;
}
