/** Reads .zip files: the directory at the end, and each entry by it. Bytes are only counted and unpacked, no path is ever opened. */
import { inflateRawSync } from 'node:zlib';
import { Refusal } from './refusal.mjs';

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_SIZE = 22;
const LONGEST_COMMENT = 65_535;

/** Whether the bytes begin as a .zip file does. */
export function isZip(bytes) {
  return bytes.length > 4 && bytes.readUInt32LE(0) === LOCAL;
}

/** The entries, `{name, packed, size, method, offset}`. Throws a `Refusal` for what is no .zip file or has a path that leads elsewhere. */
export function zipEntries(bytes) {
  const end = findEnd(bytes);
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  const entries = [];
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== ENTRY) throw new Refusal('damagedZip');
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset));
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
    if (name.startsWith('/') || name.includes('\\') || name.split('/').includes('..') || name.includes('\0'))
      throw new Refusal('badPath', name.slice(0, 100));
    entries.push({
      name,
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + extraLength + commentLength;
  }
  return entries;
}

/** The content of an entry, at most as long as the directory says. Throws a `Refusal`. */
export function readEntry(bytes, { offset, packed, size, method }) {
  if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== LOCAL) throw new Refusal('damagedZip');
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  const content = bytes.subarray(start, start + packed);
  if (content.length !== packed) throw new Refusal('damagedZip');
  if (method === 0) return content;
  if (method !== 8) throw new Refusal('damagedZip');
  try {
    return inflateRawSync(content, { maxOutputLength: Math.max(1, size) });
  } catch {
    throw new Refusal('damagedZip');
  }
}

function findEnd(bytes) {
  const last = bytes.length - END_SIZE;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at -= 1) if (bytes.readUInt32LE(at) === END) return at;
  throw new Refusal('damagedZip');
}
