import { inflateRawSync } from 'node:zlib';
import { type Result, refused, taken } from '#app/open-data/imports/model';
import { type Limits, megabytes } from './limits';

/** One entry of a zip directory. Sizes in bytes. */
export interface Entry {
  readonly name: string;
  readonly encrypted: boolean;
  readonly method: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly offset: number;
}

const END = 0x06054b50;
const DIRECTORY = 0x02014b50;
const LOCAL = 0x04034b50;
const ZIP64_LOCATOR = 0x07064b50;
const LARGEST_COMMENT = 65_535;

/** Reads the directory at the end of a zip file without unpacking anything. */
export function readDirectory(bytes: Buffer): Result<Entry[]> {
  const end = endOf(bytes);
  // Zip64 is for archives of 4 GB; in a small file it only serves to show two readers two different directories.
  if (end === null || (end >= 20 && bytes.readUInt32LE(end - 20) === ZIP64_LOCATOR)) return refused('workbook-damaged');
  const entries: Entry[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 8); left > 0; left -= 1) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== DIRECTORY) return refused('workbook-damaged');
    const nameLength = bytes.readUInt16LE(at + 28);
    entries.push({
      name: bytes.toString('latin1', at + 46, at + 46 + nameLength),
      encrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      unpacked: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return taken(entries);
}

function endOf(bytes: Buffer): number | null {
  for (let at = bytes.length - 22; at >= 0 && at >= bytes.length - 22 - LARGEST_COMMENT; at -= 1) {
    if (bytes.readUInt32LE(at) === END) return at;
  }
  return null;
}

/** Refuses what would cost too much to unpack, by what the directory admits. */
export function checkDirectory(entries: readonly Entry[], limits: Limits): Result<readonly Entry[]> {
  if (entries.some((entry) => entry.encrypted)) return refused('file-encrypted');
  if (entries.length > limits.archiveEntries) return refused('workbook-too-large', { measure: 'entries', found: entries.length, limit: limits.archiveEntries });
  const unpacked = entries.reduce((sum, entry) => sum + entry.unpacked, 0);
  if (unpacked > limits.unpackedBytes) return refused('workbook-too-large', { measure: 'megabytes', found: megabytes(unpacked), limit: megabytes(limits.unpackedBytes) });
  // Below a megabyte even a silly ratio costs nothing, and an almost empty sheet has one.
  const steep = entries.find((entry) => entry.unpacked > 1_000_000 && entry.unpacked > entry.packed * limits.archiveRatio);
  if (steep) return refused('workbook-too-large', { measure: 'ratio', found: Math.round(steep.unpacked / Math.max(steep.packed, 1)), limit: limits.archiveRatio });
  return taken(entries);
}

/** Unpacks one entry, never to more than its directory admits; null when it does not hold what the directory says. */
export function unpack(bytes: Buffer, entry: Entry): Buffer | null {
  if (entry.offset + 30 > bytes.length || bytes.readUInt32LE(entry.offset) !== LOCAL) return null;
  const start = entry.offset + 30 + bytes.readUInt16LE(entry.offset + 26) + bytes.readUInt16LE(entry.offset + 28);
  const packed = bytes.subarray(start, start + entry.packed);
  const unpacked = entry.method === 0 ? packed : entry.method === 8 ? inflated(packed, entry.unpacked) : null;
  return unpacked?.length === entry.unpacked ? unpacked : null;
}

function inflated(packed: Buffer, size: number): Buffer | null {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(size, 1) });
  } catch {
    return null;
  }
}
