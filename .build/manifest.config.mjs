// How custom-elements.json is made from the sources.

export default {
  globs: ['src/elements/report-*.ts', 'src/elements/events.ts', 'src/define*.ts'],
  exclude: ['**/*.styles.ts'],
  outdir: '.',
  litelement: true,
  packagejson: false,
  plugins: [
    {
      name: 'only-what-is-public',
      packageLinkPhase({ customElementsManifest }) {
        for (const module of customElementsManifest.modules) {
          for (const declaration of module.declarations ?? []) {
            // The analyzer lists `dispatchEvent(new X())` as an event without a name, beside the documented one.
            if (declaration.events) declaration.events = declaration.events.filter(({ name }) => name);
            declaration.members = declaration.members?.filter(
              ({ privacy, name }) => privacy !== 'private' && privacy !== 'protected' && !name.startsWith('#'),
            );
            declaration.attributes = declaration.attributes?.filter(({ name }) => name);
          }
        }
      },
    },
  ],
};
