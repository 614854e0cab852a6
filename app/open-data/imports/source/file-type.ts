export type FileType = 'zip' | 'old-office' | 'markup' | 'binary' | 'utf-16le' | 'utf-16be' | 'text';

const startsWith = (bytes: Uint8Array, ...magic: number[]): boolean => magic.every((byte, position) => bytes[position] === byte);

/** What the bytes are, whatever the file is called. */
export function fileType(bytes: Uint8Array): FileType {
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0x50, 0x4b, 0x05, 0x06)) return 'zip';
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return 'old-office';
  if (startsWith(bytes, 0xff, 0xfe)) return 'utf-16le';
  if (startsWith(bytes, 0xfe, 0xff)) return 'utf-16be';
  if (isBinary(bytes)) return 'binary';
  const beginning = new TextDecoder('latin1').decode(bytes.subarray(0, 512)).replace(/^\u00ef\u00bb\u00bf/, '').trimStart();
  return /^<(?:[?!a-z])/i.test(beginning) ? 'markup' : 'text';
}

/** Text holds no NUL, and hardly ever another control character than tab and line ends. */
function isBinary(bytes: Uint8Array): boolean {
  let controls = 0;
  for (const byte of bytes) {
    if (byte === 0) return true;
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d) controls += 1;
  }
  return controls > 1 + bytes.length / 1_000 || startsWith(bytes, 0x25, 0x50, 0x44, 0x46) || startsWith(bytes, 0x1f, 0x8b);
}

/** Office keeps an encrypted workbook in the old container, under this name in UTF-16. */
export function isEncryptedOffice(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from('EncryptedPackage', 'utf16le'));
}
