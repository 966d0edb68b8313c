// The files of a release, which the site offers for download: the release makes them, and a page lists them.

import { join } from 'node:path';
import { writeRelease } from '../../.build/release.ts';
import { VERSION } from '../../src/core/version.ts';
import type { Language } from './languages.ts';
import { cell, table } from './table.ts';

const PLACE = '/downloads/';

/** Writes the release into the folder of the site. */
export const writeDownloads = (folder: string): void => writeRelease(join(folder, PLACE));

const ARCHIVE = `cliquez-signalez-${VERSION}.zip`;

/** The files, as rows. */
const FILES: Readonly<Record<Language, readonly (readonly [file: string, what: string])[]>> = {
  fr: [
    [
      ARCHIVE,
      'pour un site : tous les fichiers, leurs empreintes, un mode d’emploi, une page à essayer depuis votre disque',
    ],
    [
      `cliquez-signalez-wordpress-${VERSION}.zip`,
      'extension WordPress, à téléverser dans Extensions › Ajouter',
    ],
    [
      `cliquez-signalez-dokuwiki-${VERSION}.tgz`,
      'extension DokuWiki, à installer depuis le gestionnaire d’extensions',
    ],
    [`cliquez-signalez-spip-${VERSION}.zip`, 'plugin SPIP, à déposer dans le dossier plugins/'],
    [
      `cliquez-signalez-mediawiki-${VERSION}.tgz`,
      'extension MediaWiki, à déposer dans le dossier extensions/',
    ],
    [`cliquez-signalez-${VERSION}.tgz`, 'paquet npm du bouton'],
    [`cliquez-signalez-receiver-${VERSION}.tgz`, 'paquet npm du récepteur et de ses commandes'],
    [
      `cliquez-signalez-tools-${VERSION}.tgz`,
      'paquet npm des commandes qui examinent un thème ou une adresse d’envoi ; le récepteur en a besoin',
    ],
    [`cliquez-signalez-${VERSION}.cdx.json`, 'nomenclature du bouton (CycloneDX)'],
    [`cliquez-signalez-receiver-${VERSION}.cdx.json`, 'nomenclature du récepteur (CycloneDX)'],
    [`cliquez-signalez-tools-${VERSION}.cdx.json`, 'nomenclature de ces commandes (CycloneDX)'],
    [`cliquez-signalez-${VERSION}.vex.cdx.json`, 'ce que nous disons des failles connues du bouton (VEX)'],
    [`cliquez-signalez-receiver-${VERSION}.vex.cdx.json`, 'la même chose du récepteur'],
    [`cliquez-signalez-tools-${VERSION}.vex.cdx.json`, 'la même chose de ces commandes'],
    ['SHA256SUMS', 'empreintes de tous ces fichiers, pour `sha256sum -c`'],
  ],
  en: [
    [ARCHIVE, 'for a site: every file, the hashes, instructions, a page to try from your disk'],
    [`cliquez-signalez-wordpress-${VERSION}.zip`, 'WordPress plugin, to upload under Plugins › Add'],
    [`cliquez-signalez-dokuwiki-${VERSION}.tgz`, 'DokuWiki plugin, for its extension manager'],
    [`cliquez-signalez-spip-${VERSION}.zip`, 'SPIP plugin, to unpack in the folder plugins/'],
    [`cliquez-signalez-mediawiki-${VERSION}.tgz`, 'MediaWiki extension, to unpack in the folder extensions/'],
    [`cliquez-signalez-${VERSION}.tgz`, 'npm package of the button'],
    [`cliquez-signalez-receiver-${VERSION}.tgz`, 'npm package of the receiver and its commands'],
    [
      `cliquez-signalez-tools-${VERSION}.tgz`,
      'npm package of the commands that examine a theme or an endpoint; the receiver needs it',
    ],
    [`cliquez-signalez-${VERSION}.cdx.json`, 'bill of materials of the button (CycloneDX)'],
    [`cliquez-signalez-receiver-${VERSION}.cdx.json`, 'bill of materials of the receiver (CycloneDX)'],
    [`cliquez-signalez-tools-${VERSION}.cdx.json`, 'bill of materials of these commands (CycloneDX)'],
    [
      `cliquez-signalez-${VERSION}.vex.cdx.json`,
      'what we say of the known vulnerabilities of the button (VEX)',
    ],
    [`cliquez-signalez-receiver-${VERSION}.vex.cdx.json`, 'the same of the receiver'],
    [`cliquez-signalez-tools-${VERSION}.vex.cdx.json`, 'the same of these commands'],
    ['SHA256SUMS', 'hashes of all these files, for `sha256sum -c`'],
  ],
};

const link = (file: string): string => `<a href="${PLACE}${file}" download>${file}</a>`;

/** A link to the archive for webmasters. */
export const archive = (): string => link(ARCHIVE);

/** Every file of the release, with what it is for. */
export function downloads(language: Language): string {
  const [name, head] =
    language === 'fr'
      ? ['Téléchargements', ['Fichier', 'Pour quoi faire']]
      : ['Downloads', ['File', 'What for']];
  return table(
    name,
    head.map((text) => cell(text)),
    FILES[language].map(([file, what]) => [{ html: link(file) }, cell(what)]),
  );
}
