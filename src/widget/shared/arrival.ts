// How long a file may take to arrive. A request that hangs neither fails nor ends, and would leave the reporter without a
// way on.

/** After this time, the reporter gets a sentence, a link and « Réessayer ». The file may still come, and is then used. */
export const ARRIVAL_MS = 8_000;

/** The file of a choice that the form can do without: its time is over before that of the form. */
export const OPTIONAL_MS = 4_000;

/**
 * The file, if it arrives in time.
 * @throws {Error} if it does not
 */
export function inTime<File>(file: Promise<File>, ms: number = ARRIVAL_MS): Promise<File> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('a file took too long')), ms);
  });
  return Promise.race([file, late]).finally(() => clearTimeout(timer));
}
