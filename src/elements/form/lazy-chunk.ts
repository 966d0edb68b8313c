// A part of the form that is fetched when it is wanted: once, however often it is asked for, and again after a failure.

/** One lazy part of the form. */
export class LazyChunk<Chunk> {
  /** The part, once it is there. */
  value: Chunk | undefined;
  /** Whether it was asked for and did not arrive. */
  hasFailed = false;
  #load: () => Promise<Chunk>;
  #settled: () => void;
  #fetching: Promise<Chunk | undefined> | undefined;

  /** @param settled called when the part has arrived, or has not */
  constructor(load: () => Promise<Chunk>, settled: () => void) {
    this.#load = load;
    this.#settled = settled;
  }

  /** Resolves to the part, or to undefined where it cannot be had. */
  fetch(): Promise<Chunk | undefined> {
    return (this.#fetching ??= this.#fetch());
  }

  async #fetch(): Promise<Chunk | undefined> {
    try {
      this.value = await this.#load();
      this.hasFailed = false;
    } catch {
      this.hasFailed = true;
      this.#fetching = undefined;
    }
    this.#settled();
    return this.value;
  }
}
