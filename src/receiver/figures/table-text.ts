// Reads a table that a spreadsheet saved as CSV (RFC 4180), whatever separator the spreadsheet chose.

/** A record, and the line of the file on which it begins; the first line is 1. */
export interface TableRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * Reads the records of a table; empty ones are left out. The first line decides what separates cells: a comma, a
 * semicolon (which spreadsheets write where a comma separates decimals) or a tab.
 * @throws {SyntaxError} naming the line of a quoted cell that does not end
 */
export function readTable(text: string): TableRecord[] {
  const content = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const separator = separatorOf(content);
  const records: TableRecord[] = [];
  let [line, firstLine, cells, cell]: [number, number, string[], string] = [1, 1, [], ''];
  const endRecord = (): void => {
    cells.push(cell);
    if (cells.some((each) => each.trim() !== '')) records.push({ line: firstLine, cells });
    [cells, cell, firstLine] = [[], '', line + 1];
  };
  for (let at = 0; at < content.length; at++) {
    const character = content[at]!;
    if (character === '"' && cell === '') {
      const quoted = quotedAt(content, at);
      if (quoted === undefined)
        throw new SyntaxError(`Line ${line}: a cell begins with a quotation mark that is not closed.`);
      cell = quoted.slice(1, -1).replaceAll('""', '"');
      line += quoted.split('\n').length - 1;
      at += quoted.length - 1;
    } else if (character === separator) {
      cells.push(cell);
      cell = '';
    } else if (character === '\n') {
      endRecord();
      line++;
    } else cell += character;
  }
  endRecord();
  return records;
}

const SEPARATORS = [',', ';', '\t'] as const;

/** The separator that the first line has most of. */
function separatorOf(content: string): string {
  const [first = ''] = content.split('\n', 1);
  return SEPARATORS.toSorted((one, other) => first.split(other).length - first.split(one).length)[0]!;
}

/** The quoted cell that begins here, with its quotation marks; undefined if it does not end. */
function quotedAt(content: string, at: number): string | undefined {
  QUOTED.lastIndex = at;
  return QUOTED.exec(content)?.[0];
}

const QUOTED = /"(?:[^"]|"")*"/y;
