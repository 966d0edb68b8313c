// The part of gettext-parser's interface that is used: the package has no types of its own.
declare module 'gettext-parser' {
  /** An entry of a PO file. */
  export interface PoEntry {
    readonly msgctxt?: string;
    readonly msgid: string;
    readonly msgid_plural?: string;
    readonly msgstr: readonly string[];
    readonly comments?: {
      /** Lines that begin with `# `. */
      readonly translator?: string;
      /** Lines that begin with `#.`. */
      readonly extracted?: string;
      /** Flags, separated by commas. */
      readonly flag?: string;
    };
  }

  /** A PO file: its entries by context, then by source text. */
  export interface PoFile {
    readonly charset: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly translations: Readonly<Record<string, Readonly<Record<string, PoEntry>>>>;
  }

  export const po: {
    /** @throws {SyntaxError} if the text is no PO file; `lineNumber` says where */
    parse(text: string | Buffer): PoFile;
    compile(file: PoFile, options?: { readonly foldLength?: number }): Buffer;
  };
}
