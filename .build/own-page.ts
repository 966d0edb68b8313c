// Gives the isolated mode a copy of what acts on the host page (src/page) in its own file. It is loaded instead of the
// form: a shared file would be the form's, of 20 kB, or one more request for both.

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
