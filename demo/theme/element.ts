// Creates elements of the builder's page. Text is set as text and never parsed as HTML.

export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Partial<Omit<HTMLElementTagNameMap[Tag], 'style'>> & {
    readonly paint?: Readonly<Record<string, string>>;
  } = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const { paint = {}, ...others } = properties;
  const made = Object.assign(document.createElement(tag), others);
  // The page's policy refuses style attributes, but allows the object model.
  for (const [name, value] of Object.entries(paint)) made.style.setProperty(name, value);
  made.append(...children);
  return made;
}

/** The page always has an element with this id. */
export const byId = (id: string): HTMLElement => document.getElementById(id)!;
