// Reads a table that a spreadsheet saved as CSV (RFC 4180), whatever separator the spreadsheet chose.

/** A record, and the line of the file on which it begins; the first line is 1. */
export interface TableRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * Reads the records of a table; empty ones are left out. The first one decides what separates cells: a comma, a semicolon
 * (which spreadsheets write where a comma separates decimals) or a tab.
 * @param isName whether a cell of the first record names a column; the others may hold any text, and any separator
 * @throws {SyntaxError} naming the line of a quoted cell that does not end
 */
export function readTable(text: string, isName: (cell: string) => boolean): TableRecord[] {
  const content = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  return [...recordsOf(content, separatorOf(content, isName))];
}

function* recordsOf(content: string, separator: string): Generator<TableRecord> {
  let [line, firstLine, cells, cell]: [number, number, string[], string] = [1, 1, [], ''];
  for (let at = 0; at <= content.length; at++) {
    const character = content[at] ?? '\n';
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
      cells.push(cell);
      if (cells.some((each) => each.trim() !== '')) yield { line: firstLine, cells };
      line++;
      [cells, cell, firstLine] = [[], '', line];
    } else cell += character;
  }
}

const SEPARATORS = [',', ';', '\t'] as const;

/** The separator that cuts the most names out of the first record; where none does, the most cells. */
function separatorOf(content: string, isName: (cell: string) => boolean): string {
  const cut = SEPARATORS.map((separator) => {
    const cells = firstCells(content, separator);
    return { separator, names: cells.filter(isName).length, cells: cells.length };
  });
  return cut.toSorted((one, other) => other.names - one.names || other.cells - one.cells)[0]!.separator;
}

/** The cells of the first record, as this separator cuts them; none if a quoted cell then does not end. */
function firstCells(content: string, separator: string): readonly string[] {
  try {
    const [first] = recordsOf(content, separator);
    return first?.cells ?? [];
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}

/** The quoted cell that begins here, with its quotation marks; undefined if it does not end. */
function quotedAt(content: string, at: number): string | undefined {
  QUOTED.lastIndex = at;
  return QUOTED.exec(content)?.[0];
}

const QUOTED = /"(?:[^"]|"")*"/y;
