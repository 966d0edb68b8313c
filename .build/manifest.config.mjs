// How custom-elements.json is made from the sources.

import { DESCRIPTIONS, TYPES } from '../src/widget/attributes/descriptions.ts';
import { LOOKS, THEMES } from '../src/widget/attributes/looks.ts';
import { ATTRIBUTES } from '../src/widget/attributes/names.ts';
import { WORDS } from '../src/widget/attributes/settings.ts';
import { EMBEDS } from '../src/core/report/vocabulary.ts';

/** Public to the compiler, for the form that renders into the same root; not for a page. */
const ours = ['handleEvent', 'isInline', 'canReport', 'hotlineLink'];

/** Whether a page reads a member on an element. Editors and catalogues take a static one for a property of it. */
const isPublic = ({ privacy, name, static: isStatic }) =>
  !isStatic &&
  privacy !== 'private' &&
  privacy !== 'protected' &&
  !name.startsWith('#') &&
  !ours.includes(name);

/** Which module registers which elements: the analyzer does not follow the loop in define.ts. */
function definitions(modules) {
  return modules.flatMap(({ path, declarations = [] }) =>
    declarations
      .filter(({ tagName }) => tagName)
      .map(({ name, tagName }) => ({
        kind: 'custom-element-definition',
        name: tagName,
        declaration: { name, module: path },
      })),
  );
}

/** `Variant` → `'button' | 'floating'…`: an editor that reads the manifest cannot look up an alias. */
function spellOut(text, unions) {
  return text.replace(/^\w+(?= \| null$)/, (name) => unions.get(name) ?? name);
}

/** Type of an attribute that has no property. */
function typeOf(name) {
  const type = TYPES[name];
  if (type) return type === 'list' ? 'string' : type;
  return { ...THEMES, ...LOOKS, ...WORDS, embed: EMBEDS }[name]?.join('|') ?? 'string';
}

/** The attributes of an element, from our table; `found` are those that the analyzer found, because a property has them. */
function attributesOf(found) {
  // An element inherits all attributes or none.
  const { inheritedFrom } = found[0] ?? {};
  return ATTRIBUTES.map((name) => ({
    name,
    type: { text: typeOf(name) },
    ...(inheritedFrom && { inheritedFrom }),
    ...found.find((attribute) => attribute.name === name),
    description: DESCRIPTIONS[name],
  }));
}

/** Types that are a choice of strings, by their names. */
const unions = new Map();

export default {
  globs: ['src/widget/button/report-*.ts', 'src/widget/shared/{events,widget}.ts', 'src/widget/define*.ts'],
  exclude: ['**/*.styles.ts'],
  outdir: '.',
  litelement: true,
  packagejson: false,
  plugins: [
    {
      name: 'choices-spelled-out',
      analyzePhase({ ts, node }) {
        if (ts.isTypeAliasDeclaration(node) && /^('[\w-]+'( \| )?)+$/.test(node.type.getText()))
          unions.set(node.name.text, node.type.getText());
      },
      packageLinkPhase({ customElementsManifest: { modules } }) {
        for (const { attributes = [], members = [] } of modules.flatMap(
          ({ declarations }) => declarations ?? [],
        ))
          for (const { type } of [...attributes, ...members])
            if (type) type.text = spellOut(type.text, unions);
      },
    },
    {
      name: 'attributes-from-the-table',
      packageLinkPhase({ customElementsManifest: { modules } }) {
        for (const declaration of modules.flatMap(({ declarations }) => declarations ?? []))
          if (declaration.tagName) declaration.attributes = attributesOf(declaration.attributes ?? []);
      },
    },
    {
      name: 'only-what-is-public',
      packageLinkPhase({ customElementsManifest: { modules } }) {
        for (const module of modules) {
          for (const declaration of module.declarations ?? []) {
            // The analyzer takes the first argument of `new CsErrorEvent(…)` for the name of an event, or finds none;
            // the events that there are have been described.
            if (declaration.events) {
              declaration.events = declaration.events.filter(({ name, description }) => name && description);
            }
            declaration.members = declaration.members?.filter(isPublic);
          }
          if (module.path === 'src/widget/define.ts') module.exports = definitions(modules);
          // The bundler's exports of define-form.ts are not for a page either.
          else module.exports = module.exports?.filter(({ name }) => name !== 'Form');
        }
      },
    },
  ],
};
