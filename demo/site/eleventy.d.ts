// The part of Eleventy's interface that the site uses: the package has no types of its own.
declare module '@11ty/eleventy' {
  /** The `this` of a shortcode, a filter or a transform. */
  export interface Rendering {
    readonly page: { readonly filePathStem: string; readonly url: string };
  }

  /** A token of markdown-it. */
  export interface Token {
    readonly type: string;
    readonly content: string;
    readonly info: string;
    readonly children: readonly Token[] | null;
    attrSet(name: string, value: string): void;
  }

  type Rule = (tokens: readonly Token[], index: number) => string;

  /** The part of markdown-it that the site changes. */
  export interface Markdown {
    readonly core: {
      readonly ruler: {
        push(name: string, rule: (state: { readonly tokens: readonly Token[] }) => void): void;
      };
    };
    readonly renderer: { readonly rules: Record<string, Rule | undefined> };
  }

  export interface Configuration {
    setIncludesDirectory(folder: string): void;
    setUseGitIgnore(isUsed: boolean): void;
    amendLibrary(extension: 'md', amend: (markdown: Markdown) => void): void;
    addGlobalData(name: string, value: unknown): void;
    addShortcode(name: string, make: (this: Rendering, ...args: string[]) => string): void;
    addFilter(name: string, make: (this: Rendering, text: string) => unknown): void;
    addTransform(name: string, make: (this: Rendering, text: string) => string): void;
  }

  export class Eleventy {
    constructor(
      input: string,
      output: string,
      options: { readonly quietMode: boolean; readonly config: (config: Configuration) => void },
    );
    write(): Promise<unknown>;
  }
}
