// The names of the attributes of both elements, and the types of tables about them.

/** Every attribute, in the order of the documentation. */
export const ATTRIBUTES = [
  'endpoint',
  'src',
  'public-key',
  'challenge',
  'receipt-key',
  'follow-up',
  'hotline',
  'hotline-url',
  'privacy-url',
  'country',
  'lang',
  'languages',
  'easy',
  'variant',
  'theme',
  'size',
  'placement',
  'scheme',
  'mode',
  'view',
  'categories',
  'category',
  'url',
  'page-context',
  'page-url',
  'fields',
  'flow',
  'exit-url',
  'partner',
  'embed',
  'heading-level',
  'practice',
  'debug',
] as const;

export type AttributeName = (typeof ATTRIBUTES)[number];

/** Values of some attributes, by name. */
export type Column<Value> = Readonly<Partial<Record<AttributeName, Value>>>;

/** A value that cannot be used. */
export interface BadValue {
  readonly attribute: AttributeName;
  readonly value: string;
  /** The accepted words, where the attribute takes words. */
  readonly expected?: readonly string[];
}
