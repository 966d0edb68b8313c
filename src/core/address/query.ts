// The query of an address: parameters taken out of it, and those that follow people across sites.

/** Parameters that follow people across sites. Only the `utm_` family is written in any case. */
export const TRACKING =
  /^(?:[Uu][Tt][Mm]_.*|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|twclid|ttclid|li_fat_id|mc_[ce]id|yclid|_hsenc|_hsmi)$/;

/** One parameter of a query: its mark, its name, its value. */
export const PARAMETER = /([?&](?:amp;)*)([^=&]*)=?([^&]*)/g;

/** Takes out parameters where they stand; what stays keeps its order and its bytes. */
export function withoutParameters(
  query: string,
  isDropped: (name: string, parameter: string) => unknown,
): string {
  const kept = query.replace(PARAMETER, (whole, mark: string, name: string) =>
    isDropped(name, whole.slice(mark.length)) ? '' : whole,
  );
  return kept === query ? query : kept.replace(/^&(?:amp;)*/, '?').replace(/^[?&]+$/, '');
}
