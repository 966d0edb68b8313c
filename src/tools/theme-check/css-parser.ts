// css-tree's parser, without the tokens that it keeps from the previous text.

import parse from 'css-tree/parser';
import { TokenStream } from 'css-tree/tokenizer';

/**
 * css-tree 3.2.1 keeps one list of tokens for every text, and reads one entry past the last token of a text. An entry
 * from an earlier, longer text can make brackets pair wrongly, and make the parser loop for ever.
 */
const { setSource } = TokenStream.prototype;
TokenStream.prototype.setSource = function (source = '', tokenize): void {
  if (this.offsetAndType) this.offsetAndType[source.length] = 0;
  setSource.call(this, source, tokenize);
};

/** Longer texts overflow the 24 bits that css-tree has for an offset. */
export const MAX_TEXT = 2 ** 24 - 1;

export { parse };
