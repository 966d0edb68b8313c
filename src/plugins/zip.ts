// Writes a ZIP archive, as PKWARE's APPNOTE describes it: deflated, names in UTF-8, one date for all files.
import { crc32, deflateRawSync } from 'node:zlib';

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const VERSION = 20;
const UTF8_NAMES = 1 << 11;
const DEFLATED = 8;
/** 1 January 1980, the earliest date of the format. */
const DATE = (1 << 5) | 1;

/** Packs numbers of two (`H`) and four (`I`) bytes, little-endian. */
function pack(format: string, ...values: number[]): Buffer {
  const parts = [...format].map((kind, index) => {
    const part = Buffer.alloc(kind === 'H' ? 2 : 4);
    if (kind === 'H') part.writeUInt16LE(values[index]!);
    else part.writeUInt32LE(values[index]!);
    return part;
  });
  return Buffer.concat(parts);
}

/**
 * Makes an archive.
 * @param files paths, with `/`, and contents
 */
export function zip(files: readonly (readonly [path: string, content: Buffer])[]): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const [path, content] of files) {
    const name = Buffer.from(path);
    const deflated = deflateRawSync(content, { level: 9 });
    const facts = [VERSION, UTF8_NAMES, DEFLATED, 0, DATE, crc32(content), deflated.length, content.length];
    const local = Buffer.concat([pack('IHHHHHIIIHH', LOCAL, ...facts, name.length, 0), name, deflated]);
    // Made on a system with Unix permissions: a plain file, writable by its owner and readable by all.
    const central = pack(
      'IHHHHHHIIIHHHHHII',
      CENTRAL,
      VERSION | (3 << 8),
      ...facts,
      name.length,
      0,
      0,
      0,
      0,
      0o100644 * 65_536,
      offset,
    );
    locals.push(local);
    centrals.push(Buffer.concat([central, name]));
    offset += local.length;
  }
  const directory = Buffer.concat(centrals);
  const end = pack('IHHHHIIH', END, 0, 0, files.length, files.length, directory.length, offset, 0);
  return Buffer.concat([...locals, directory, end]);
}
