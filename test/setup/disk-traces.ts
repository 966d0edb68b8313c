// Searches all files of a browser's profile for a text, as somebody who examines the device would.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** Firefox with its everyday settings instead of test settings: it saves open pages, and soon. */
export const AS_PEOPLE_HAVE_IT = {
  'browser.sessionstore.interval': 500,
  'browser.sessionstore.resume_from_crash': true,
  'browser.formfill.enable': true,
};

/** A block of LZ4, the format of Firefox's session files. */
function unpackLz4(block: Buffer, size: number): Buffer {
  const text = Buffer.alloc(size);
  let from = 0;
  let to = 0;
  const length = (short: number): number => {
    let long = short;
    for (let byte = short === 15 ? 255 : 0; byte === 255; long += byte) byte = block[from++] ?? 0;
    return long;
  };
  while (from < block.length) {
    const token = block[from++]!;
    const literals = length(token >> 4);
    to += block.copy(text, to, from, from + literals);
    from += literals;
    if (from >= block.length) break;
    const distance = block.readUInt16LE(from);
    from += 2;
    for (let left = length(token & 15) + 4; left > 0; left--) text[to] = text[to++ - distance]!;
  }
  return text;
}

/** A file, and its unpacked content. */
function readings(file: Buffer): Buffer[] {
  if (file.toString('latin1', 0, 7) === 'mozLz40')
    return [unpackLz4(file.subarray(12), file.readUInt32LE(8))];
  if (file.readUInt16BE?.(0) === 0x1f8b) return [file, gunzipSync(file)];
  return [file];
}

/**
 * Files of a folder that contain a text, packed or not. Firefox packs what it stores with Snappy, which copies sequences of
 * four letters and more: up to three letters at either end of the text may be a part of its neighbour's copy.
 * @param text ten letters or more; of an absent one, no four in a row stand elsewhere
 */
export async function filesWith(folder: string, text: string): Promise<string[]> {
  const middle = text.slice(3, -3);
  const wanted = [Buffer.from(middle, 'utf8'), Buffer.from(middle, 'utf16le')];
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  const found = await Promise.all(
    names.map(async (name) => {
      const file = await readFile(name);
      const isHit =
        file.length > 2 && readings(file).some((part) => wanted.some((one) => part.includes(one)));
      return isHit ? [name.slice(folder.length)] : [];
    }),
  );
  return found.flat();
}
