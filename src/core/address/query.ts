// Cuts the query of an address into parameters, and removes some of them in place.

/** One parameter of a query: its mark, its name, its value. */
export const PARAMETER = /([?&](?:amp;)*)([^=&]*)=?([^&]*)/g;

/** The same, if `;` separates parameters too (HTML 4.01, B.2.2): only before a name with a value. */
const SEPARATED = /([?&](?:amp;)*|;(?=[^=&;]+=))([^=&;]*)(?:[^&;]|;(?![^=&;]+=))*/g;

/** Names of the parameters of an address. */
export const namesIn = (address: string): string[] =>
  [...(/\?[^#]*/.exec(address)?.[0] ?? '').matchAll(SEPARATED)].map(([, , name = '']) => name);

/**
 * Removes parameters in place; the others keep their order and their bytes.
 * @param isDropped gets a parameter as `name=value`, decoded if its escapes are valid, and its mark
 */
export function withoutParameters(
  query: string,
  isDropped: (parameter: string, mark: string) => unknown,
): string {
  const kept = query.replace(SEPARATED, (whole, mark: string) => {
    let parameter = whole.slice(mark.length);
    try {
      parameter = decodeURIComponent(parameter);
    } catch {
      // A broken escape: it is read as it was typed.
    }
    return isDropped(parameter, mark) ? '' : whole;
  });
  return kept === query ? query : kept.replace(/^(?:&(?:amp;)*|;)/, '?').replace(/^[?&;]+$/, '');
}
