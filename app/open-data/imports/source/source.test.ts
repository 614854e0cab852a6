import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSource } from './source';

const read = async (content: string | Uint8Array) => {
  const result = await readSource(typeof content === 'string' ? Buffer.from(content) : content);
  return result.ok ? result.value : result.problem;
};
const bytes = (...parts: (string | number[])[]) => Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))));

describe('reading a file as rows', () => {
  test('cells are trimmed, empty ones null, and a literal NA stays what it says', async () => {
    expect(await read('code,name\n NA ,  Namibia\u00a0\n,x\n')).toMatchObject({
      header: ['code', 'name'],
      records: [{ row: 2, cells: { code: 'NA', name: 'Namibia' } }, { row: 3, cells: { code: null, name: 'x' } }],
      format: 'delimited', encoding: 'utf-8', errors: [], notes: [],
    });
  });

  test('a row of another length is an error by its row; empty cells beyond the last column are none', async () => {
    const source = await read('a,b\n1\n1,2,3\n1,2,,\n4,5\n');
    expect(source).toMatchObject({
      records: [{ row: 4 }, { row: 5 }],
      errors: [{ row: 2, code: 'row-length', values: { found: 1, expected: 2 } }, { row: 3, code: 'row-length', values: { found: 3, expected: 2 } }],
    });
  });

  test('blank rows are no rows, are noted, and do not shift the numbers', async () => {
    expect(await read('\na,b\n\n ,\n1,2\n')).toMatchObject({ records: [{ row: 5 }], notes: [{ code: 'rows-blank', values: { number: 3 } }] });
  });

  test('a header may use any name', async () => {
    const source = await read('__proto__,constructor\n1,2\n');
    expect(source).toMatchObject({ header: ['__proto__', 'constructor'] });
    expect('records' in source && Object.entries(source.records[0]?.cells ?? {})).toEqual([['__proto__', '1'], ['constructor', '2']]);
  });

  test.each([
    ['nothing at all', '', 'file-empty'],
    ['only blanks', ' \r\n \n', 'file-empty'],
    ['only commas', ',,,\n,,,\n', 'header-missing'],
    ['a header alone', 'a,b\n', 'no-rows'],
    ['a column without a name', 'a,,c\n1,2,3', 'header-blank'],
    ['two columns of one name', 'a,b,a\n1,2,3', 'header-repeated'],
    ['a web page', '<!doctype html><html><table><tr><td>a</td></tr></table></html>', 'file-markup'],
    ['XML with entities', '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>', 'file-markup'],
    ['a NUL byte', 'a,b\n1,\u0000\n', 'file-binary'],
    ['an open quote', 'a,b\n"1,2\n3,4', 'text-quote-open'],
    ['a million columns', `${'a,'.repeat(1_000_000)}b\n1,2\n`, 'header-unreadable'],
    ['a stray quote in the header', 'a,b"c\n1,2\n', 'header-unreadable'],
    ['six hundred columns', `${Array.from({ length: 600 }, (_, position) => `c${position}`).join(',')}\n1\n`, 'too-many-columns'],
  ])('%s is refused', async (_, content, code) => {
    expect(await read(content)).toMatchObject({ code });
  });

  test.each([
    ['a picture renamed .csv', bytes([0x89], 'PNG\r\n', [0x1a, 0x0a, 0, 0, 0, 13]), 'file-binary'],
    ['a PDF renamed .csv', bytes('%PDF-1.7\nobj'), 'file-binary'],
    ['a gzip', bytes([0x1f, 0x8b, 8], 'xyz'), 'file-binary'],
    ['an old workbook', bytes([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], '\0'.repeat(600)), 'file-old-workbook'],
    ['an encrypted workbook', bytes([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], [...Buffer.from('EncryptedPackage', 'utf16le')]), 'file-encrypted'],
    ['a damaged mark', bytes([0xef, 0xbb, 0xbf], 'a,b\n1,', [0xff], '\n'), 'text-damaged'],
  ])('%s is refused', async (_, content, code) => {
    expect(await read(content)).toMatchObject({ code });
  });

  test('size and rows have limits', async () => {
    expect(await readSource(Buffer.alloc(10_000_001, 'a'))).toMatchObject({ ok: false, problem: { code: 'file-too-large', values: { found: 10.1, limit: 10 } } });
    expect(await read(`a\n${'1\n'.repeat(100_001)}`)).toMatchObject({ code: 'too-many-rows' });
  });

  test('a huge cell and half a character are errors of their row', async () => {
    expect(await read(`a,b\n1,${'x'.repeat(40_000)}\n2,3\n`)).toMatchObject({ records: [{ row: 3 }], errors: [{ row: 2, code: 'cell-too-long' }] });
  });

  test('of random bytes nothing is thrown, and rows are given or in error', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), fc.boolean(), async (noise, zip) => {
        const result = await readSource(zip ? Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), noise]) : noise);
        if (result.ok) expect(new Set([...result.value.records, ...result.value.errors].map(({ row }) => row)).size).toBe(result.value.records.length + result.value.errors.length);
        else expect(result.problem.code).toMatch(/^[a-z-]+$/);
      }),
      { numRuns: 300 },
    );
  });
});
