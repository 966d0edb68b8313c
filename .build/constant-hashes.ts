// Puts a constant for the hashes in names of files, where one script names another. A hash does not compress, and
// changes with its file: without this, the same code would weigh more or less after a change of its neighbours.

/** Everything that may be the name of a script. */
const NAME = /[\w-]+\.js\b/g;

/**
 * Returns the function that rewrites a script for its measurement. Names of these files change, and keep their length.
 * @param names of all scripts of a build, without folders
 * @param hash what ends the name of a file, before `.js`, and changes with its content
 */
export function constantHashes(names: readonly string[], hash: RegExp): (script: string) => string {
  const ending = new RegExp(`${hash.source}(?=\\.js$)`);
  const written = new Map(
    names.map((name) => [name, name.replace(ending, (found) => '0'.repeat(found.length))]),
  );
  return (script) => script.replaceAll(NAME, (name) => written.get(name) ?? name);
}
