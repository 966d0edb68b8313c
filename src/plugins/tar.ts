// Writes a gzipped TAR archive (POSIX ustar): one owner, one mode and one date for all files, no date of the archive.
import { gzipSync } from 'node:zlib';

const BLOCK = 512;
/** Names of at most this many bytes fit into a header without a prefix. */
const MAX_NAME = 100;
const MODE = 0o644;
/** 1 January 1980 in UTC, in seconds: the date of the files in our ZIP archives. */
const DATE = 315_532_800;
/** In the header of gzip: where the system that wrote it stands, and the value for an unknown one. */
const GZIP_SYSTEM = 9;
const UNKNOWN = 255;

const octal = (value: number, length: number): string => `${value.toString(8).padStart(length - 1, '0')}\0`;

function header(path: string, size: number): Buffer {
  if (Buffer.byteLength(path) > MAX_NAME) throw new Error(`${path}: a name has at most ${MAX_NAME} bytes.`);
  const block = Buffer.alloc(BLOCK);
  // Name; mode; owner and group, root as numbers; size; date; room of the checksum; type: a file; format and version.
  const fields = [
    path.padEnd(MAX_NAME, '\0'),
    octal(MODE, 8),
    octal(0, 8),
    octal(0, 8),
    octal(size, 12),
    octal(DATE, 12),
    ' '.repeat(8),
    '0',
    '\0'.repeat(100),
    'ustar\u000000',
  ];
  block.write(fields.join(''), 'latin1');
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return block;
}

/**
 * Makes an archive.
 * @param files paths in ASCII, with `/`, and contents
 * @throws if a path is too long for the format
 */
export function tarGz(files: readonly (readonly [path: string, content: Buffer])[]): Buffer {
  const parts = files.flatMap(([path, content]) => [
    header(path, content.length),
    content,
    Buffer.alloc(-content.length & (BLOCK - 1)),
  ]);
  // Two empty blocks end an archive.
  const archive = gzipSync(Buffer.concat([...parts, Buffer.alloc(2 * BLOCK)]), { level: 9 });
  archive[GZIP_SYSTEM] = UNKNOWN;
  return archive;
}
