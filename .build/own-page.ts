// Puts a copy of the code that acts on the host page (src/page) into the file of the isolated mode. That file loads
// instead of the form: shared code would be in the form's file, of 20 kB, or cost both one more request.

import type { Plugin } from 'vite';

const COPY = '?isolated';

/** For builds in which the form and the isolated mode are files of their own. */
export const ownPage: Plugin = {
  name: 'own-page',
  enforce: 'pre',
  async resolveId(source, importer) {
    if (!importer || !/\/src\/isolated\/|\/src\/page\/.*\?isolated$/.test(importer)) return null;
    const found = await this.resolve(source, importer.replace(COPY, ''), { skipSelf: true });
    return found && /\/src\/page\//.test(found.id) ? `${found.id}${COPY}` : found;
  },
};
