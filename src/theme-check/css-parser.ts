// css-tree's parser, without what it remembers of the text before.

import parse from 'css-tree/parser';
import { TokenStream } from 'css-tree/tokenizer';

/**
 * css-tree 3.2.1 keeps one list of tokens for every text, and reads one entry after the text's last token as if it were
 * of that text. What an earlier, longer text left there can make brackets pair wrongly, and the parser go round for ever.
 */
const { setSource } = TokenStream.prototype;
TokenStream.prototype.setSource = function (source = '', tokenize): void {
  if (this.offsetAndType) this.offsetAndType[source.length] = 0;
  setSource.call(this, source, tokenize);
};

/** Longer texts overflow the 24 bits that css-tree has for an offset. */
export const MAX_TEXT = 2 ** 24 - 1;

export { parse };
