import { executeServerCommand, setViewport } from '@web/test-runner-commands';
import { Driver } from '../../demo/gallery/driver.ts';
import { STATES } from '../../demo/gallery/states.ts';
import { FormHarness } from '../elements/form-harness.ts';
const two = () => new Promise((r) => requestAnimationFrame(() => requestAnimationFrame(r)));
const ALL = [
  [390, 844],
  [320, 640],
  [844, 390],
  [280, 240],
  [1280, 800],
] as const;
it('shots', async () => {
  document.body.style.background = '#cde';
  for (const name of ['what', 'details-error'])
    for (const zoom of [1, 0.5, 1.2, 3]) {
      document.documentElement.style.zoom = zoom === 1 ? '' : String(zoom);
      for (const [width, height] of ALL) {
        if (zoom !== 1 && name !== 'what') continue;
        await setViewport({ width, height });
        const form = await FormHarness.mount({}, 'cliquez-signalez');
        await STATES.find((s) => s.name === name)!.reach(new Driver(form.element));
        await two();
        for (const a of form.root.getAnimations())
          try {
            a.finish();
          } catch {}
        for (const el of [form.find('.body')!, form.dialog]) el.scrollTop = name === 'what' ? 0 : 260;
        await two();
        await executeServerCommand('screenshot', { name: `exit/${name}-${zoom}-${width}` });
        form.dialog.close();
      }
    }
  // inline
  document.documentElement.style.zoom = '';
  for (const zoom of [1, 1.2, 3])
    for (const [width, height] of ALL) {
      document.documentElement.style.zoom = zoom === 1 ? '' : String(zoom);
      await setViewport({ width, height });
      const form = await FormHarness.mount({}, 'cliquez-signalez-form');
      await new Driver(form.element).open();
      const box = form.element.parentElement!;
      box.style.marginBlock = '1000px';
      await two();
      document.scrollingElement!.scrollTop = form.find('.panel')!.getBoundingClientRect().top + scrollY + 170;
      await two();
      await executeServerCommand('screenshot', { name: `exit/inline-${zoom}-${width}` });
    }
}).timeout(120000);
