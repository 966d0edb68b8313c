// Preferences set on the device: forced colours, more contrast, and printing. Only Chromium can emulate them.

import { expect } from '@open-wc/testing';
import { emulateMedia, executeServerCommand, resetMouse, setViewport } from '@web/test-runner-commands';
import { choice, PANEL } from '../../../demo/gallery/driver.ts';
import { FormHarness } from '../form/form-harness.ts';
import { until } from '../../setup/until.ts';
import { faintIn, mountBig, STATES } from './looks.ts';
import { PRESET_NAMES } from '../../../src/widget/theme/presets.ts';
import { pictureOf } from './rendered.ts';
import { EVERY } from '../../setup/every-here.ts';

const prefer = (features: Readonly<Record<string, string>>): Promise<boolean> =>
  executeServerCommand<boolean, object>('media-features', features);

const FORCED = 'forced-colors';
const CONTRAST = 'prefers-contrast';

/** A system colour. */
function system(name: string): string {
  const probe = document.createElement('i');
  probe.style.cssText = `color: ${name}; forced-color-adjust: none`;
  document.body.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}

describe('on screen, as people prefer it', () => {
  let canPretend = false;
  before(async () => {
    await setViewport({ width: 1000, height: 900 });
    canPretend = await prefer({});
  });
  afterEach(async () => {
    await resetMouse();
    await prefer({});
    if (canPretend) await emulateMedia({ media: 'screen' });
  });

  for (const [index, state] of Object.keys(STATES).entries()) {
    for (const scheme of ['light', 'dark'].filter((_, at) => EVERY || at === index % 2)) {
      const theme = PRESET_NAMES[(index + (scheme === 'dark' ? 3 : 0)) % PRESET_NAMES.length]!;
      it(`with forced colours, ${state}, « ${theme} », ${scheme}: all is seen`, async () => {
        if (!(await prefer({ [FORCED]: 'active', 'prefers-color-scheme': scheme }))) return;
        expect(matchMedia(`(${FORCED}: active)`).matches).to.equal(true);
        expect(await faintIn({ theme, scheme, state }, { folder: 'forced-colours' })).to.deep.equal([]);
      }).timeout(20_000);
    }
  }

  it('with forced colours, chosen answers have the colours of the device: circles, boxes and their ticks', async () => {
    if (!(await prefer({ [FORCED]: 'active' }))) return;
    const form = await FormHarness.mount();
    await form.reachDetails('sexual_harassment');
    await form.openQuestions();
    await form.choose('questions.kinds', 'threat');
    await form.choose('role', 'witness');
    const [circle, box] = [choice('role', 'witness'), choice('questions.kinds', 'threat')].map((one) =>
      form.find(one)!,
    );
    for (const chosen of [circle!, box!])
      expect(getComputedStyle(chosen).backgroundColor, chosen.outerHTML).to.equal(system('Highlight'));
    expect(getComputedStyle(box!, '::before').borderBottomColor).to.equal(system('HighlightText'));
  });

  it('with forced colours, the main button differs from the others, and all stand on the margin', async () => {
    if (!(await prefer({ [FORCED]: 'active' }))) return;
    const form = await FormHarness.mount();
    await form.reachCheck();
    const main = form.find('.footer .primary')!;
    await until(() => !form.find('[data-resting], [data-restless]'), 'the view does not take taps');
    expect(getComputedStyle(main).backgroundColor).to.equal(system('Highlight'));
    expect(getComputedStyle(main).color).to.equal(system('HighlightText'));
    for (const other of form.root.querySelectorAll('.panel :is(.quiet, .secondary)'))
      expect(getComputedStyle(other).backgroundColor, other.textContent).not.to.equal(system('Highlight'));
    await form.send();
    await executeServerCommand('screenshot', { name: 'forced-colours/sent' });
    const left = form.find('.stamp')!.getBoundingClientRect().left;
    for (const quiet of ['.save', '.again'])
      expect(form.find(quiet)!.getBoundingClientRect().left, quiet).to.be.closeTo(left, 1);
  });

  for (const [index, theme] of PRESET_NAMES.entries()) {
    const scheme = index % 2 ? 'light' : 'dark';
    it(`with more contrast, « ${theme} », ${scheme}: lines are as strong as texts`, async () => {
      if (!(await prefer({ [CONTRAST]: 'more' }))) return;
      expect(matchMedia(`(${CONTRAST}: more)`).matches).to.equal(true);
      const options = { least: 7, folder: 'more-contrast' };
      for (const state of ['rest', 'field'])
        expect(await faintIn({ theme, scheme, state }, options)).to.deep.equal([]);
    }).timeout(20_000);
  }

  it('on paper there is neither the button nor a shadow over the page', async () => {
    if (!canPretend) return;
    const form = await mountBig('signal', 'light');
    const corner = { left: 4, top: 880, right: 8, bottom: 884 };
    const panel = form.find(PANEL)!;
    const shown = (await pictureOf(panel, 'paper/screen')).colours(corner);
    expect([...shown.keys()], 'on screen the page is dimmed').not.to.deep.equal(['#ffffff']);
    await emulateMedia({ media: 'print' });
    expect(matchMedia('print').matches).to.equal(true);
    // It loads with the later steps, while the reporter reads the first.
    await until(() => getComputedStyle(panel, '::backdrop').display === 'none', 'the shadow is printed');
    const printed = (await pictureOf(panel, 'paper/paper')).colours(corner);
    expect([...printed.keys()]).to.deep.equal(['#ffffff']);
    expect(form.launcher.checkVisibility()).to.equal(false);
  });
});
