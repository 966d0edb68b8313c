// Writes plain data as JSON, also on pages that have added methods to lists and objects.

/**
 * JSON of plain data. `JSON.stringify` alone would call the `toJSON` methods that old libraries (Prototype before 1.7,
 * MooTools) put on `Array.prototype`, and send text in place of lists. On a primitive it is safe.
 */
export function toJson(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  if (Array.isArray(value)) return `[${value.map((item) => toJson(item)).join()}]`;
  return `{${Object.entries(value)
    .flatMap(([name, member]) => (member === undefined ? [] : `${JSON.stringify(name)}:${toJson(member)}`))
    .join()}}`;
}
