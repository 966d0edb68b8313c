// Messages with values that are not text, such as links.

/** Fills in values that are not text (links, elements). Returns the parts in order, for a template to render. */
export function fillParts<Value>(
  message: string,
  values: Readonly<Record<string, Value>>,
): (string | Value)[] {
  return message.split(/\{(\w+)\}/).map((part, index) => (index % 2 ? (values[part] ?? `{${part}}`) : part));
}
