// Data with which editors complete the elements: web-types for JetBrains, custom data for VS Code.

import type { Attribute, Described, Element } from './element-manifest.ts';

const named = ({ name, description }: Described): Described => ({ name, description });

function webTypesAttribute({ values, isNumber, isBoolean, ...attribute }: Attribute): object {
  const type =
    values?.map((value) => `'${value}'`).join(' | ') ??
    (isNumber ? 'number' : isBoolean ? 'boolean' : 'string');
  return { ...attribute, value: { type } };
}

/** The data for JetBrains' editors: https://github.com/JetBrains/web-types */
export function webTypes(elements: readonly Element[], version: string): object {
  return {
    $schema: 'https://raw.githubusercontent.com/JetBrains/web-types/master/schema/web-types.json',
    name: 'cliquez-signalez',
    version,
    'js-types-syntax': 'typescript',
    'description-markup': 'markdown',
    contributions: {
      html: {
        elements: elements.map(({ tag, className, description, attributes, slots, ...element }) => ({
          name: tag,
          description,
          source: { module: 'cliquez-signalez', symbol: className },
          attributes: attributes.map(webTypesAttribute),
          slots: slots.map(named),
          js: {
            properties: element.properties.map(({ type, ...property }) => ({ ...property, type })),
            events: element.events.map(({ type, ...event }) => ({ ...event, type })),
          },
          css: {
            properties: element.cssProperties.map(named),
            parts: element.parts.map(named),
          },
        })),
      },
    },
  };
}

/** The data for HTML in VS Code: https://github.com/microsoft/vscode-custom-data */
export function vscodeHtmlData(elements: readonly Element[]): object {
  return {
    version: 1.1,
    tags: elements.map(({ tag, description, attributes }) => ({
      name: tag,
      description,
      attributes: attributes.map(({ values, name, description: said }) => ({
        name,
        description: said,
        ...(values && { values: values.map((value) => ({ name: value })) }),
      })),
    })),
  };
}

/** The data for CSS in VS Code: custom properties, states as pseudo-classes, and parts as pseudo-elements. */
export function vscodeCssData([button]: readonly [Element, ...Element[]]): object {
  return {
    version: 1.1,
    properties: button.cssProperties.map(({ name, description, default: value }) => ({
      name,
      description: value ? `${description} Default: ${value}` : description,
    })),
    pseudoClasses: button.states.map(({ name, description }) => ({ name: `:state(${name})`, description })),
    pseudoElements: button.parts.map(({ name, description }) => ({ name: `::part(${name})`, description })),
  };
}
