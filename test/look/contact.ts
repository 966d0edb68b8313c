// Contact sheets: the references side by side, few enough for a person to look at all of them.
import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { launchPinned } from './pinned-browser.ts';
import { PICTURES, type Picture } from './pictures.ts';

const SHEETS = new URL('../../.screenshots/contact/', import.meta.url);

/** The number of looks on a sheet, and the size of their pictures: a sheet is about 1,200 px wide and high. */
const FORMATS = [
  { name: 'phone', isPhone: true, looks: 3, columns: 6, scale: 0.5 },
  { name: 'desktop', isPhone: false, looks: 2, columns: 3, scale: 0.36 },
];

interface Sheet {
  readonly name: string;
  readonly html: string;
}

function makeSheets(): Sheet[] {
  return FORMATS.flatMap(({ name, isPhone, looks, columns, scale }) => {
    const pictures = PICTURES.filter((picture) => picture.isPhone === isPhone);
    const all = [...new Set(pictures.map(({ look }) => look))];
    const count = Math.ceil(all.length / looks);
    return Array.from({ length: count }, (_, index) => {
      const here = all.slice(index * looks, (index + 1) * looks);
      const rows = here.map((look) => row(look, pictures, scale, columns));
      return { name: `${name}-${index + 1}`, html: page(rows.join('')) };
    });
  });
}

function row(look: string, pictures: readonly Picture[], scale: number, columns: number): string {
  const images = pictures
    .filter((picture) => picture.look === look)
    .map(
      ({ name, width, height }) =>
        `<img src="../../test/look/reference/${name}.png" width="${width * scale}" height="${height * scale}" alt="${name}">`,
    );
  return `<h2>${look}</h2><div style="grid-template-columns: repeat(${columns}, max-content)">${images.join('')}</div>`;
}

const page = (body: string): string => `<!doctype html>
<meta charset="utf-8">
<title>Contact sheet</title>
<style>
  body { width: max-content; margin: 0; padding: 16px; font-family: sans-serif; background: #ddd; }
  h2 { margin: 16px 0 8px; font-size: 16px; }
  h2:first-child { margin-top: 0; }
  div { display: grid; gap: 12px; }
  img { outline: 1px solid #999; }
</style>
${body}`;

/** Writes the sheets, as pages and as pictures. @returns where the pictures are */
export async function writeContactSheets(): Promise<string[]> {
  await mkdir(SHEETS, { recursive: true });
  const browser = await launchPinned();
  const written: string[] = [];
  try {
    const tab = await browser.newPage();
    // The window is wider than any sheet: each sheet is cut out of it.
    await tab.setViewport({ width: 1600, height: 1000 });
    for (const { name, html } of makeSheets()) {
      const file = new URL(`${name}.html`, SHEETS);
      await writeFile(file, html);
      await tab.goto(file.href);
      const path = fileURLToPath(new URL(`${name}.png`, SHEETS)) as `${string}.png`;
      await (await tab.$('body'))!.screenshot({ path });
      written.push(path);
    }
  } finally {
    await browser.close();
  }
  return written;
}
