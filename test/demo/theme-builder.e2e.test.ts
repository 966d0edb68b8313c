// The theme builder of the demo: by keyboard alone, in three engines, on a phone, under its policy. The frames show
// each choice at once, the builder measures it there, and a link restores it.
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import puppeteer from 'puppeteer-core';
import { axeFaults } from '../widget/a11y/axe-pages.ts';
import { ERRORS, EXIT, HEADING, LAUNCHER, PANEL } from '../../demo/gallery/driver.ts';
import { startDemo } from '../../demo/serve.ts';
import type { Violation } from '../../demo/server.ts';
import { FRAMES } from '../../demo/theme/frame-list.ts';
import { reservedRoom } from '../../demo/theme/reserve.ts';
import { DEFAULT_THEME, SIZES, tidy, VARIANTS } from '../../demo/theme/theme.ts';
import { CHROMIUM, TOOL_ENGINES, type Engine, type Page } from '../setup/browsers.ts';
import { fileBrowser } from '../setup/file-browser.ts';
import { casesOf, isEvery } from '../setup/every.ts';
import { tabTo } from '../setup/site.ts';

const LOADING = { timeoutMs: 60_000 };

async function startTestDemo(t: TestContext): Promise<{ url: string; violations: Violation[] }> {
  const folder = await mkdtemp(join(tmpdir(), 'theme-'));
  const violations: Violation[] = [];
  const demo = await startDemo({
    port: 0,
    databaseUrl: `sqlite:${join(folder, 'reports.sqlite')}`,
    onViolation: (violation) => violations.push(violation),
  });
  t.after(async () => {
    await demo.close();
    await rm(folder, { recursive: true, force: true });
  });
  return { url: demo.url, violations };
}

/** Each starts with the first test that needs it. */
const browsers = {
  chromium: fileBrowser('chromium'),
  firefox: fileBrowser('firefox'),
  webkit: fileBrowser('webkit'),
};

const openPage = (t: TestContext, engine: Engine, width = 1440): Promise<Page> =>
  browsers[engine].newPage(t, { width, height: 900 });

/** Waits until each frame shows its state and all pairs are read. */
const READY = `(() => {
  const states = [...document.querySelectorAll('iframe')].map((frame) => frame.contentDocument?.documentElement?.dataset.state);
  return states.length === ${FRAMES.length} && states.every(Boolean) && !document.querySelector('.loading')
    && document.querySelector('.seen') !== null && !/pas à l’écran/.test(document.getElementById('mesures').textContent);
})()`;

async function openBuilder(page: Page, url: string, hash = ''): Promise<void> {
  await page.goto(`${url}/fr/theme-builder.html${hash}`);
  await page.waitFor(READY, LOADING);
}

/** Expression: in a frame, an element of the widget. */
const inFrame = (frame: string, selector: string): string =>
  `document.querySelector('iframe[name="${frame}"]').contentDocument.querySelector('cliquez-signalez').renderRoot.querySelector('${selector}')`;

const styleIn = (frame: string, selector: string, property: string): string =>
  `getComputedStyle(${inFrame(frame, selector)})['${property}']`;

/** Expression: a colour as a pixel value. */
const pixels = (colour: string): string => `(() => {
  const paint = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d');
  paint.fillStyle = ${colour};
  paint.fillRect(0, 0, 1, 1);
  return [...paint.getImageData(0, 0, 1, 1).data].slice(0, 3).join();
})()`;

const fillIs = (frame: string, rgb: string): string =>
  `${pixels(styleIn(frame, '.primary', 'backgroundColor'))} === '${rgb}'`;

const textOf = (page: Page, id: string): Promise<string> =>
  page.evaluate<string>(`document.getElementById('${id}').textContent`);

for (const engine of TOOL_ENGINES) {
  test(`${engine} shows a theme in seven frames, measures it there, and asks nothing of anyone else`, async (t) => {
    const { url, violations } = await startTestDemo(t);
    const page = await openPage(t, engine);
    await openBuilder(page, url, '#accent=%230b5cff&theme=presse');

    const states = await page.evaluate<string[]>(
      `[...document.querySelectorAll('iframe')].map((frame) => frame.contentDocument.documentElement.dataset.state)`,
    );
    assert.deepEqual(states, Array(FRAMES.length).fill('reached'));
    // The frames have opened dialogs, and have not moved the visitor's focus.
    assert.equal(await page.evaluate('document.activeElement.localName'), 'body');
    assert.equal(await page.evaluate('scrollY'), 0);
    assert.ok(await page.evaluate(`${inFrame('sent', 'output')}.textContent.includes('7K4M-Q2RX')`));

    await page.waitFor(fillIs('what', '7,75,211'));
    assert.match(await textOf(page, 'adjusted'), /#0b5cff devient #074bd3\u00A0: lisible à 7,\d:1\./);
    const ratios = await page.evaluate<string[]>(
      `[...document.querySelectorAll('[data-pair]')].flatMap((row) => [...row.querySelectorAll('.seen')].map(
        (cell) => row.dataset.pair + ' ' + row.querySelector('.floor').textContent + ' ' + cell.textContent))`,
    );
    assert.equal(ratios.length, 36);
    for (const ratio of ratios) assert.match(ratio, /(\S+) [37]:1 .*\dtenu$/);

    // The page's switches emulate system preferences, and undo them.
    const shown = (name: string): Promise<unknown> =>
      page.evaluate(`document.querySelector('[name=shown][value=${name}]').click()`);
    const isSo = async (frame: string, selector: string, property: string, value: string): Promise<void> => {
      await page.waitFor(`String(${styleIn(frame, selector, property)}) === '${value}'`);
    };
    for (const [name, frame, selector, property, off, on] of [
      ['contrast', 'what', '.options', 'borderTopWidth', '1px', '2px'],
      ['forced', 'what', `${ERRORS}, .option:has(:checked)`, 'outlineStyle', 'none', 'solid'],
      ['large', 'what', HEADING, 'fontSize', '26px', '52px'],
      // Only a phone's form moves.
      ['still', 'phone', PANEL, 'transitionDuration', '0.16s', '0s'],
      ['dark', 'what', PANEL, 'backgroundColor', 'rgb(255, 253, 248)', 'rgb(26, 23, 20)'],
    ] as const) {
      const value = property === 'backgroundColor' ? pixels(styleIn(frame, selector, property)) : undefined;
      const now = (wanted: string): Promise<unknown> =>
        value
          ? page.waitFor(`${value} === '${wanted.replace(/[^\d,]/g, '')}'`)
          : isSo(frame, selector, property, wanted);
      await now(off);
      await shown(name);
      await now(on);
      if (name === 'forced')
        await page.waitFor(
          "/Aucune page ne peut allumer le vrai mode/.test(document.getElementById('notes').textContent)",
        );
      await shown(name);
      await now(off);
    }
    // The page changes its direction; the widget keeps the direction of its language.
    const directionOf = (element: string): Promise<unknown> =>
      page.evaluate(`getComputedStyle(${element}).direction`);
    await shown('rtl');
    await page.waitFor(
      "document.querySelector('iframe[name=what]').contentDocument.documentElement.dir === 'rtl'",
    );
    assert.equal(await directionOf(inFrame('what', PANEL).replace(/\.renderRoot.*/, '')), 'rtl');
    assert.equal(await directionOf(inFrame('what', PANEL)), 'ltr');

    const asked = await page.evaluate<string[]>(
      `[window, ...Array.from(frames)].flatMap((view) => view.performance.getEntriesByType('resource').map(({ name }) => new URL(name).origin))`,
    );
    assert.deepEqual([...new Set(asked)], [url]);
    assert.deepEqual(violations, []);
  });

  test(`${engine} gives each button the room that was kept for it`, async (t) => {
    const { url } = await startTestDemo(t);
    const [wide, narrow] = await Promise.all([
      browsers[engine].newPage(t, { width: 900, height: 700 }),
      browsers[engine].newPage(t, { width: 480, height: 700 }),
    ]);
    const themes = VARIANTS.flatMap((variant) =>
      SIZES.map((size) => tidy({ ...DEFAULT_THEME, variant, size })),
    );
    themes.push(tidy({ ...DEFAULT_THEME, seeds: { 'font-size': '1.5rem', 'border-width': '4px' } }));
    // In a larger size, its words would need a third line in the narrow window.
    themes.push(
      tidy({ ...DEFAULT_THEME, variant: 'bar', seeds: { 'font-size': '1.125rem', 'border-width': '4px' } }),
    );
    for (const theme of casesOf(engine, themes)) {
      const { variant, size = 'm', seeds } = theme;
      const hash = new URLSearchParams({ variant, size, ...seeds }).toString();
      for (const [page, width] of variant === 'bar'
        ? ([
            [wide, 900],
            [narrow, 480],
          ] as const)
        : ([[wide, 900]] as const)) {
        await page.goto(`${url}/theme/fr/plain.html?${hash}#${hash}`);
        await page.waitFor(`document.documentElement.dataset.state`, LOADING);
        const taken = await page.evaluate(
          `(() => {
            const { display, position, height } = getComputedStyle(document.querySelector('cliquez-signalez'));
            if (position === 'absolute') return 'position: absolute';
            const block = Math.ceil(parseFloat(height)) + 'px';
            return 'display: ' + display + '; min-block-size: ' + block;
          })()`,
        );
        assert.equal(taken, reservedRoom(theme, width), `${hash}, ${width} px`);
      }
    }
  });
}

test('a theme is made by keyboard, taken away, and comes back from its link', async (t) => {
  const { url, violations } = await startTestDemo(t);
  const page = await openPage(t, 'chromium');
  await openBuilder(page, url);
  assert.equal(await page.evaluate('scrollY'), 0);
  assert.match(await textOf(page, 'css'), /Rien à écrire/);
  await page.evaluate('Array.from(frames).forEach((frame) => (frame.isFirst = true))');

  await tabTo(page, '[name=preset]');
  for (let steps = 0; steps < 6; steps++) await page.press('ArrowRight');
  await page.waitFor(
    `document.querySelector('iframe[name=plain]').contentDocument.querySelector('[theme=ecole]') !== null`,
  );
  await tabTo(page, '[name=variant]');
  await page.press('ArrowRight');
  await tabTo(page, '[name=placement]');
  await page.press('ArrowRight');

  await tabTo(page, '[name=accent][type=text]');
  await page.press('Control+a');
  await page.type('0b5cff');
  await page.waitFor(fillIs('what', '7,75,211'));
  // No frame was loaded again.
  assert.ok(await page.evaluate('Array.from(frames).every(({ isFirst }) => isFirst)'));

  await tabTo(page, '[type=range][name=radius]');
  await page.press('ArrowLeft');
  await tabTo(page, '[type=number][name=motion]');
  await page.press('Control+a');
  await page.type('0.5');
  const rule =
    'cliquez-signalez,\ncliquez-signalez-form {\n  --cs-accent: #0b5cff;\n  --cs-radius: 19px;\n  --cs-motion: 0.5;\n}';
  await page.waitFor(`document.getElementById('css').textContent === ${JSON.stringify(rule)}`);
  assert.equal(await textOf(page, 'reserve'), 'cliquez-signalez:not(:defined) { position: absolute }');
  const html = await textOf(page, 'html');
  const hashes = JSON.parse(
    await readFile(new URL('../../dist/cdn/integrity.json', import.meta.url), 'utf8'),
  ) as Readonly<Record<string, { readonly integrity: string }>>;
  assert.ok(html.includes(`integrity="${hashes['cliquez-signalez.bundle.js']?.integrity}"`));
  for (const attribute of ['theme="ecole"', 'variant="floating"', 'placement="bottom-start"'])
    assert.ok(html.includes(attribute), attribute);

  // Wrong values show an error, and change no theme.
  await page.press('Control+a');
  await page.type('7');
  await tabTo(page, '[name=shown][value=rtl]');
  await page.waitFor("document.querySelector('[data-seed=motion] .error').textContent === 'De 0 à 2.'");
  assert.match(await textOf(page, 'css'), /--cs-motion: 0\.5/);
  await page.press(' ');

  // The frames contain many stops; the buttons at the top skip them.
  await page.evaluate("document.querySelector('[data-jump=code]').focus()");
  await page.press('Enter');
  await tabTo(page, '[data-copy=css]');
  await page.press('Enter');
  await page.waitFor(
    "/^CSS du thème\\u00A0: (copié|le texte est sélectionné)/.test(document.getElementById('copied').textContent)",
  );

  const link = await textOf(page, 'link');
  await page.waitFor(`location.href === ${JSON.stringify(link)}`);
  const other = await openPage(t, 'chromium');
  await openBuilder(other, url, new URL(link).hash);
  for (const id of ['css', 'tokens', 'reserve', 'html', 'link'])
    assert.equal(await textOf(other, id), await textOf(page, id), id);
  await other.waitFor(fillIs('what', '7,75,211'));
  assert.equal(await textOf(other, 'message'), '');
  assert.equal(await other.evaluate("document.querySelector('[type=number][name=radius]').value"), '19');
  assert.ok(await other.evaluate("document.querySelector('[name=shown][value=rtl]').checked"));
  assert.equal(
    await other.evaluate("document.querySelector('iframe[name=phone]').contentDocument.documentElement.dir"),
    'rtl',
  );

  // One seed returns to the preset, then all seeds do.
  await other.evaluate("document.querySelector('[data-back=radius]').click()");
  await other.waitFor("!document.getElementById('css').textContent.includes('radius')");
  await other.evaluate("document.getElementById('reset').click()");
  await other.waitFor("document.getElementById('css').textContent.includes('Rien à écrire')");
  await other.waitFor("location.hash === ''");
  assert.deepEqual(violations, []);
});

test('a link that was tampered with is said to be, and does nothing', async (t) => {
  const { url, violations } = await startTestDemo(t);
  const page = await openPage(t, 'chromium');
  const bad = '#accent=blurple&surface=url(https://e.example/x)&colour=red&radius=4px&%3Cimg%20src=x%3E=1';
  await openBuilder(page, url, bad);
  assert.equal(
    await textOf(page, 'message'),
    'Le lien contenait des réglages inconnus, ignorés\u00A0: accent, surface, colour, ….',
  );
  assert.match(await textOf(page, 'css'), /\{\n {2}--cs-radius: 4px;\n\}/);
  assert.equal(await page.evaluate("document.querySelectorAll('main img').length"), 0);
  // Another link, opened in the same page.
  await page.evaluate("location.hash = 'theme=contraste'");
  await page.waitFor("document.querySelector('[name=preset][value=contraste]').checked");
  assert.equal(await textOf(page, 'message'), '');
  assert.deepEqual(violations, []);
});

test('colours have a light and a dark value, a pasted list, and a word when they are wrong', async (t) => {
  const { url } = await startTestDemo(t);
  const page = await openPage(t, 'chromium');
  await openBuilder(page, url);
  const css = (text: string): Promise<unknown> =>
    page.waitFor(`document.getElementById('css').textContent.includes(${JSON.stringify(text)})`);

  await page.evaluate("document.querySelector('[name=accent-both]').click()");
  await page.evaluate("document.querySelector('[data-seed=accent] [data-paper=dark] [type=text]').focus()");
  await page.press('Control+a');
  await page.type('#ffd400');
  await css('--cs-accent: light-dark(#1f4fd8, #ffd400);');
  // With two values, the dark page has its own.
  await page.evaluate("document.querySelector('[name=shown][value=dark]').click()");
  await page.waitFor(fillIs('what', '255,212,0'));
  // The folded field has focus, and fires one more event when it loses focus: the address waits for that event.
  await page.waitFor("location.hash.includes('accent')");
  await page.evaluate("document.querySelector('[name=accent-both]').click()");
  await page.waitFor("!location.hash.includes('accent')");
  await css('Rien à écrire');

  await page.evaluate(
    "document.querySelector('.swatches').open = true; document.getElementById('pasted').focus()",
  );
  await page.type('Charte : #8F1D1D, f4f0e6 ; #8f1d1d.');
  await page.waitFor("document.querySelectorAll('#colours button').length === 2");
  await page.evaluate("document.querySelector('[name=target][value=danger]').click()");
  assert.equal(
    await page.evaluate("document.querySelector('#colours button').ariaLabel"),
    '#8f1d1d dans Erreurs',
  );
  await page.evaluate("document.querySelector('#colours button').click()");
  await css('--cs-danger: #8f1d1d;');

  await page.evaluate("document.querySelector('[name=danger][type=text]').focus()");
  await page.press('Control+a');
  await page.type('blurple');
  await page.press('Tab');
  assert.match(
    await page.evaluate<string>("document.querySelector('[data-seed=danger] .error').textContent"),
    /Couleur inconnue/,
  );
  assert.equal(await page.evaluate("document.querySelector('[name=danger][aria-invalid]').value"), 'blurple');
  await css('--cs-danger: #8f1d1d;');
});

test('a pasted style sheet is examined, and its seeds taken; tokens come back as they went', async (t) => {
  const { url, violations } = await startTestDemo(t);
  const page = await openPage(t, 'chromium');
  await openBuilder(page, url, '#theme=presse');
  const isParserHere = (): Promise<boolean> =>
    page.evaluate(
      "performance.getEntriesByType('resource').some(({ name }) => name.includes('examine-sheet'))",
    );
  assert.equal(await isParserHere(), false, 'nobody asked for the parser of CSS yet');

  const paste = (text: string, button: 'examine' | 'adopt'): Promise<unknown> =>
    page.evaluate(`document.getElementById('verdict').textContent = '';
      document.getElementById('sheet').value = ${JSON.stringify(text)}; document.getElementById('${button}').click()`);
  const verdict = async (): Promise<string> => {
    await page.waitFor("document.getElementById('verdict').textContent !== ''", LOADING);
    return textOf(page, 'verdict');
  };

  await paste('cliquez-signalez { --cs-accent: #0d6efd; --cs-acent: red; --cs-surface: #14161c }', 'examine');
  assert.equal(await verdict(), 'Rien ne passe sous le niveau AA, et tout a pu être lu.');
  const findings = await textOf(page, 'findings');
  assert.match(findings, /1:42 --cs-acent is not a property of the widget: did you mean --cs-accent\?/);
  assert.match(findings, /--cs-surface is dark, but nothing says that the page is/);
  assert.match(findings, /#0d6efd → #0751bf on buttons/);
  assert.equal(await isParserHere(), true);
  await paste('cliquez-signalez::part(hint) { color: #999 }', 'examine');
  assert.equal(await verdict(), 'Quelque chose passe sous le niveau AA, ou n’a pas pu être lu.');

  const css =
    ':root { --brand: #0d6efd; --cs-accent: var(--brand); --cs-radius: 0.25rem; --cs-space: var(--theirs) }';
  await paste(css, 'adopt');
  assert.equal(await verdict(), 'Réglages repris\u00A0: accent, radius. Laissés de côté\u00A0: space.');
  await page.waitFor(fillIs('what', '7,81,191'));
  // The preview and the texts each take their time.
  await page.waitFor(
    String.raw`/--cs-accent: #0d6efd;\n {2}--cs-radius: 4px;/.test(document.getElementById('css').textContent)`,
  );
  await page.waitFor("document.getElementById('tokens').textContent.includes('0d6efd')");
  const tokens = await textOf(page, 'tokens');
  assert.equal(
    (JSON.parse(tokens) as { cs: { accent: { $value: { hex: string } } } }).cs.accent.$value.hex,
    '#0d6efd',
  );
  await page.evaluate("document.getElementById('reset').click()");
  await page.waitFor("!document.getElementById('css').textContent.includes('#0d6efd')");
  await paste(tokens, 'adopt');
  assert.match(await verdict(), /^Réglages repris\u00A0: accent, surface,/);
  await page.waitFor("document.getElementById('css').textContent.includes('--cs-accent: #0d6efd;')");
  assert.equal(await textOf(page, 'tokens'), tokens);
  assert.deepEqual(violations, []);
});

test('« Quitter vite » leaves neither the page nor the machine, and its frame comes back', async (t) => {
  const { url } = await startTestDemo(t);
  const page = await openPage(t, 'chromium');
  await openBuilder(page, url);
  await page.evaluate(`${inFrame('what', EXIT)}.click()`);
  await page.waitFor(
    "document.querySelector('iframe[name=what]').parentElement.classList.contains('loading')",
  );
  await page.waitFor(READY, LOADING);
  assert.equal(await page.evaluate('location.pathname'), '/fr/theme-builder.html');
  assert.ok(await page.evaluate(`${inFrame('what', 'input:checked')} !== null`));
});

test('the builder is accessible, light and dark, wide and narrow', async (t) => {
  const { url, violations } = await startTestDemo(t);
  const browser = await puppeteer.launch(CHROMIUM);
  t.after(() => browser.close());
  for (const scheme of ['light', 'dark']) {
    const page = await browser.newPage();
    await page.setViewport({ width: 1440, height: 900 });
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    await page.goto(
      `${url}/fr/theme-builder.html#variant=floating&accent=%230b5cff&swatches=8f1d1d+f4f0e6&shown=forced&foo=1`,
    );
    await page.waitForFunction(READY, { timeout: LOADING.timeoutMs });
    await page.evaluate("document.querySelector('[name=danger][type=text]').value = 'blurple'");
    await page.evaluate(
      "document.querySelector('[name=danger][type=text]').dispatchEvent(new Event('change', { bubbles: true }))",
    );
    for (const width of [1440, 390, 320]) {
      await page.setViewport({ width, height: 900 });
      // The frames show the widget: test/widget/a11y checks each of its states.
      // Axe sees the same at both narrow widths, and most of it in both schemes.
      if (isEvery ? width !== 390 : width === (scheme === 'light' ? 1440 : 320))
        assert.deepEqual(
          await axeFaults(page, { isUsual: true, isRepeated: width < 1440 }),
          [],
          `${scheme}, ${width} px`,
        );
      assert.equal(
        await page.evaluate('document.documentElement.scrollWidth <= innerWidth'),
        true,
        `${width} px`,
      );
      const small = await page.evaluate(() =>
        [...document.querySelectorAll('a, button, summary, textarea, .chip, .preset, .check, input')]
          .filter((control) => control.checkVisibility() && !control.matches('.chip *, .preset *, .check *'))
          .map((control) => ({ control, box: control.getBoundingClientRect() }))
          .filter(({ box }) => box.width < 43.5 || box.height < 43.5)
          .map(({ control, box }) => `${control.outerHTML.slice(0, 60)} ${box.width}×${box.height}`),
      );
      assert.deepEqual(small, [], `${width} px`);
    }
    // On a phone the controls come first, and the frames scroll side by side.
    assert.ok(
      await page.evaluate(() => {
        const frames = document.querySelector('.frames')!;
        const controls = document.querySelector('.controls')!;
        return (
          controls.getBoundingClientRect().bottom <= frames.getBoundingClientRect().top &&
          frames.scrollWidth > frames.clientWidth
        );
      }),
    );
    await page.close();
  }
  assert.deepEqual(violations, []);
});

test('at 1280 px the button’s words stand in one line, in each language', async (t) => {
  const { url } = await startTestDemo(t);
  const page = await openPage(t, 'chromium', 1280);
  await openBuilder(page, url);
  for (const [lang, words] of [
    ['fr', 'Cliquez'],
    ['en', 'Report'],
  ] as const) {
    for (const frame of ['plain', 'photo', 'dark']) {
      const label = inFrame(frame, `${LAUNCHER} .label`);
      await page.evaluate(
        `(() => {
          const widget = document.querySelector('iframe[name="${frame}"]').contentDocument.querySelector('cliquez-signalez');
          widget.lang = '${lang}';
          widget.requestUpdate();
        })()`,
      );
      await page.waitFor(`${label}.textContent.includes('${words}')`, LOADING);
      const lines = await page.evaluate<number>(`(() => {
        const label = ${label};
        return label.getBoundingClientRect().height / parseFloat(getComputedStyle(label).lineHeight);
      })()`);
      assert.ok(lines < 1.5, `${lang} ${frame}: ${lines} lines`);
    }
  }
});
