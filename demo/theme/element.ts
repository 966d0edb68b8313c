// Makes elements of the builder's page. Texts stay texts: nothing is ever parsed as HTML.

export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Partial<Omit<HTMLElementTagNameMap[Tag], 'style'>> & {
    readonly paint?: Readonly<Record<string, string>>;
  } = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const { paint = {}, ...others } = properties;
  const made = Object.assign(document.createElement(tag), others);
  // Through the object model: the page's policy refuses style attributes, not this.
  for (const [name, value] of Object.entries(paint)) made.style.setProperty(name, value);
  made.append(...children);
  return made;
}

/** The element of an id, which the page has. */
export const byId = (id: string): HTMLElement => document.getElementById(id)!;
