// `npm run build`: every artefact of dist/, the element manifest, and the ledger of sizes. Fails above a budget.

import { execFileSync } from 'node:child_process';
import { cpSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { reportJsonSchema } from '../src/core/report/report-json-schema.ts';
import { openApiDocument } from '../src/receiver/http/openapi.ts';
import { VERSION } from '../src/core/version.ts';
import { forLocale } from '../vite.config.ts';
import { emptyDist } from './empty-dist.ts';
import { finishApplication } from './application.ts';
import { judgeBudgets } from './budgets.ts';
import { vscodeCssData, vscodeHtmlData, webTypes } from './editor-data.ts';
import { readElements } from './element-manifest.ts';
import { writeEntryTypes } from './entry-types.ts';
import { writeEnvironmentExample } from './environment-example.ts';
import { writeSnippets } from './example-snippets.ts';
import { writeAttributeTypes } from './framework-types.ts';
import { FURTHER_LANGUAGES } from '../src/words/languages.ts';
import { mapsOf, writeLicences } from './licences.ts';
import { writeMap } from './map.ts';
import { localeFaults } from './messages/check.ts';
import { writeFrenchKeys } from './messages/french-keys.ts';
import { writeLookReference } from './readme-look.ts';
import { writeReadmeSizes } from './readme-sizes.ts';
import { receiverInstallation } from './receiver-lock.ts';
import { writePackages } from './packages.ts';
import { billOfMaterials } from './sbom.ts';
import { ledger, measureSizes, writeIntegrity } from './sizes.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const run = (command: string, ...args: string[]): void => {
  execFileSync(`${root}node_modules/.bin/${command}`, args, {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
};
const write = (name: string, content: object): void => {
  writeFileSync(`${root}dist/${name}`, `${JSON.stringify(content, null, 2)}\n`);
};

const faults = localeFaults();
if (faults.length > 0) {
  console.error(faults.join('\n'));
  process.exit(1);
}
writeFrenchKeys();
emptyDist(`${root}dist`);
const make = (mode: string): Promise<unknown> =>
  build({ root, mode, logLevel: 'warn', configFile: `${root}vite.config.ts` });
for (const mode of ['tools', 'receiver', 'cdn', 'bundle', 'embed', 'frame', 'app']) await make(mode);
for (const tag of FURTHER_LANGUAGES) {
  await build({ ...forLocale(tag), root, publicDir: false, logLevel: 'warn', configFile: false });
}
// Takes strings from the files for script tags.
await make('npm');
await finishApplication();
run('cem', 'analyze', '--config', '.build/manifest.config.mjs');
const elements = readElements();
writeAttributeTypes(elements);
run('tsc', '-p', '.build/tsconfig.json');
writeEntryTypes();
write('web-types.json', webTypes(elements, VERSION));
write('vscode.html-custom-data.json', vscodeHtmlData(elements));
write('vscode.css-custom-data.json', vscodeCssData(elements));
write('report.schema.json', reportJsonSchema());
write('openapi.json', openApiDocument());
cpSync(`${root}src/widget/frame.html`, `${root}dist/cdn/frame.html`);
cpSync(`${root}src/widget/theme/mappings`, `${root}dist/cdn/themes`, { recursive: true });
cpSync(`${root}src/plugins/cms/reserve.css`, `${root}dist/cdn/reserve.css`);
writeEnvironmentExample();
cpSync(`${root}src/receiver/deployment`, `${root}dist/deployment`, { recursive: true });
const { manifest, lock } = receiverInstallation();
write('deployment/package.json', manifest);
write('deployment/package-lock.json', lock);
writeLicences();
write('sbom.json', billOfMaterials('package.json', mapsOf('page')));
write('tools/sbom.json', billOfMaterials('src/tools/package.json', mapsOf('tools')));
write('receiver/sbom.json', billOfMaterials('src/receiver/package.json', mapsOf('receiver')));
writeIntegrity();
const sizes = await measureSizes();
write('sizes.json', sizes);
writeReadmeSizes(sizes);
writeLookReference();
writeMap();
writeSnippets();
writePackages();
const { warnings, failures } = judgeBudgets(sizes.moments);
console.log([ledger(sizes), ...warnings].join('\n'));
if (failures.length > 0) {
  // The build fails only now: all of dist/ is there to look into.
  console.error(failures.join('\n'));
  process.exitCode = 1;
}
