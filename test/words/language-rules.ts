// Rules for the strings of one language. Each further language has such rules in languages/.

export interface LanguageRules {
  /** The faults in the typography of the language. */
  readonly typography: RegExp;
  /** Opening and closing quotation mark. */
  readonly quotes: readonly [open: string, close: string];
  /** Words that beg, scold or label. */
  readonly never: RegExp;
  /** Words of blame, which no error uses. Other messages may say that content is illegal. */
  readonly neverInErrors: RegExp;
  /** The form of address that is not used. */
  readonly address: RegExp;
  /** Keys to which these rules do not apply, such as the name of an association. */
  readonly except?: readonly string[];
}
