// The driver of the gallery as a script, for pages that cannot load sources.
import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';

/** A module that exports the driver and its selectors. */
export const DRIVER_SOURCE = stripTypeScriptTypes(
  readFileSync(new URL('../../demo/gallery/driver.ts', import.meta.url), 'utf8'),
);
