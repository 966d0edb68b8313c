// Every preset in every state, in light and dark, as rendered: texts, lines and rings keep their contrast.

import { expect } from '@open-wc/testing';
import { resetMouse, setViewport } from '@web/test-runner-commands';
import { faintIn, STATES } from './looks.ts';
import { PRESET_NAMES, type PresetName } from '../../../src/widget/theme/presets.ts';
import { thirdHere, EVERY } from '../../setup/every-here.ts';

const SCHEMES = ['light', 'dark'] as const;

/**
 * Every preset in every state that this engine tests. By state: of nine states, a third in the order of presets would be the
 * same three in each. WebKit alone shows what a pointer does here: the two others are without a screen.
 */
const TRIED = thirdHere(
  Object.keys(STATES).flatMap((state) => PRESET_NAMES.map((theme) => `${theme} ${state}`)),
);
const isTried = (theme: string, state: string): boolean => TRIED.includes(`${theme} ${state}`);

/**
 * Each state in a third of the presets, in one of the two schemes; in all of them and both with `EVERY=1`. The tests of the
 * tokens compute the contrasts of every preset.
 */
const schemesOf = (theme: PresetName, state: string): readonly string[] => {
  const turn = PRESET_NAMES.indexOf(theme) + Object.keys(STATES).indexOf(state);
  return EVERY ? SCHEMES : SCHEMES.filter((_, index) => turn % 6 === index);
};

for (const theme of PRESET_NAMES) {
  describe(`on screen, « ${theme} »`, () => {
    before(() => setViewport({ width: 1000, height: 900 }));
    afterEach(() => resetMouse());

    for (const state of Object.keys(STATES).filter((name) => isTried(theme, name))) {
      for (const scheme of schemesOf(theme, state)) {
        it(`${state}, ${scheme}: every text reads at 7:1, every line shows at 3:1`, async () =>
          expect(await faintIn({ theme, scheme, state })).to.deep.equal([])).timeout(20_000);
      }
    }
  });
}
