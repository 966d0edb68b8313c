// Removes parameters from the query of an address, and names those that follow people across sites.

/** Parameters that follow people across sites. Only the `utm_` family matches in any letter case. */
export const TRACKING =
  /^(?:[Uu][Tt][Mm]_.*|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|twclid|ttclid|li_fat_id|mc_[ce]id|yclid|_hsenc|_hsmi)$/;

/** One parameter of a query: its mark, its name, its value. */
export const PARAMETER = /([?&](?:amp;)*)([^=&]*)=?([^&]*)/g;

/** Removes parameters in place; the others keep their order and their bytes. */
export function withoutParameters(
  query: string,
  isDropped: (name: string, parameter: string) => unknown,
): string {
  const kept = query.replace(PARAMETER, (whole, mark: string, name: string) =>
    isDropped(name, whole.slice(mark.length)) ? '' : whole,
  );
  return kept === query ? query : kept.replace(/^&(?:amp;)*/, '?').replace(/^[?&]+$/, '');
}
