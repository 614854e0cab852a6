import { describe, expect, test } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { type ArchiveEntry, archive, sheetRows, workbook } from '#tests/archives';
import { readSource } from './source';
import { plainNumber } from './workbook';

const read = async (bytes: Uint8Array) => {
  const result = await readSource(bytes);
  return result.ok ? result.value : result.problem;
};
const plain = sheetRows([['a', 'b'], ['1', '2']]);
const cell = (address: string) => `<row r="${address.replace(/\D+/, '')}"><c r="${address}" t="inlineStr"><is><t>x</t></is></c></row>`;

describe('reading a workbook', () => {
  test('every cell is text: digits as stored, dates as ISO, truth in words', async () => {
    const rows = [
      [{ value: 'text' }, { value: 'number' }, { value: 'date' }, { value: 'truth' }],
      [{ value: ' 007 ' }, { value: 1234.5 }, { value: new Date('2021-06-30T00:00:00Z'), format: 'yyyy-mm-dd' }, { value: true, type: Boolean }],
    ];
    const bytes = await writeXlsxFile(rows).toBuffer();
    expect(await read(bytes)).toMatchObject({ format: 'workbook', encoding: null, records: [{ row: 2, cells: { text: '007', number: '1234.5', date: '2021-06-30', truth: 'TRUE' } }] });
  });

  test('row numbers are those of the sheet', async () => {
    const sheet = `${sheetRows([['a', 'b']])}<row r="5"><c r="B5" t="inlineStr"><is><t>x</t></is></c></row>`;
    expect(await read(workbook({ Sheet1: sheet }))).toMatchObject({ records: [{ row: 5, cells: { a: null, b: 'x' } }] });
  });

  test('the first sheet with anything in it is read, the others are named', async () => {
    expect(await read(workbook({ Cover: '', Figures: plain, Notes: plain }))).toMatchObject({ records: [{ row: 2 }], notes: [{ code: 'sheets-not-read', values: { read: 'Figures', sheets: 'Cover, Notes' } }] });
  });

  test.each([
    ['1E3', '1000'], ['1.5e-7', '0.00000015'], ['0.30000000000000004', '0.3'], ['1234.5600000000001', '1234.56'], ['-12', '-12'], ['12.50', '12.50'], ['abc', 'abc'],
  ])('the number %s is %s', (stored, expected) => {
    expect(plainNumber(stored)).toBe(expected);
  });

  test('what the directory admits is enough to refuse a bomb, unopened', async () => {
    const million: ArchiveEntry = { name: 'xl/worksheets/sheet9.xml', content: Buffer.alloc(30_000_000, ' ') };
    expect(await read(workbook({ Sheet1: plain }, [million]))).toMatchObject({ code: 'workbook-too-large', values: { measure: 'ratio' } });
    const claims: ArchiveEntry = { name: 'xl/big.xml', content: 'x', claims: 4_000_000_000 };
    expect(await read(workbook({ Sheet1: plain }, [claims]))).toMatchObject({ code: 'workbook-too-large', values: { measure: 'megabytes' } });
    const many = Array.from({ length: 1_001 }, (_, position): ArchiveEntry => ({ name: `xl/e${position}.xml`, content: '' }));
    expect(await read(workbook({ Sheet1: plain }, many))).toMatchObject({ code: 'workbook-too-large', values: { measure: 'entries' } });
  });

  test('a directory that lies about a size is found out before anything is parsed', async () => {
    const short: ArchiveEntry = { name: 'xl/lie.xml', content: '<a/>', claims: 900_000 };
    expect(await read(workbook({ Sheet1: plain }, [short]))).toMatchObject({ code: 'workbook-damaged' });
    const bomb: ArchiveEntry = { name: 'xl/lie.xml', content: Buffer.alloc(30_000_000, ' '), claims: 900_000 };
    expect(await read(workbook({ Sheet1: plain }, [bomb]))).toMatchObject({ code: 'workbook-damaged' });
  });

  test.each([
    ['a cell at the far corner', { Sheet1: plain + cell('XFD1048576') }, 'workbook-too-large'],
    ['one far column in far rows', { Sheet1: `${plain}${cell('XFD3')}${cell('A1000000')}` }, 'workbook-too-large'],
    ['a column that no sheet has', { Sheet1: plain + cell('ZZZ3') }, 'workbook-damaged'],
    ['a row that no sheet has', { Sheet1: `${plain}<row r="999999999"/>` }, 'workbook-damaged'],
    ['the row after the last', { Sheet1: `${plain}<row r="1048577"/>` }, 'workbook-damaged'],
    ['a row in disguise', { Sheet1: `${plain}<row x=">" x:r='1e9'/>` }, 'workbook-damaged'],
    ['a row behind a quote in a comment', { Sheet1: `${plain}<!-- " --><row r="999999999"/><!-- " -->` }, 'workbook-damaged'],
    ['a declaration', { Sheet1: `<!DOCTYPE a [<!ENTITY b "c">]>${plain}` }, 'workbook-not-plain'],
    ['a header that a formula could not fill', { Sheet1: `<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c><c r="B1" t="e"><v>#REF!</v></c></row>` }, 'header-unreadable'],
    ['a shared string that is not there', { Sheet1: `${plain}<row r="3"><c r="A3" t="s"><v>7</v></c></row>` }, 'workbook-damaged'],
    ['rows out of order', { Sheet1: `${sheetRows([['a', 'b'], ['1', '2']])}<row r="1"/>` }, 'workbook-damaged'],
    ['sheets without cells', { Sheet1: '', Sheet2: '' }, 'workbook-no-sheet'],
    ['no sheets', {}, 'workbook-damaged'],
    ['a thousand far rows', Object.fromEntries(Array.from({ length: 12 }, (_, position) => [`S${position}`, '<row r="1048576"/>'])), 'workbook-too-large'],
  ])('%s is refused', async (_, sheets: Record<string, string>, code) => {
    expect(await read(workbook(sheets))).toMatchObject({ code });
  });

  test('a row with a formula error is an error, named by its cell, on the sheet that is read', async () => {
    const wrong = (row: number) => `<row r="${row}"><c r="A${row}"><v>1</v></c><c r="B${row}" t="e"><f>Z1</f><v>#REF!</v></c></row>`;
    const figures = `${sheetRows([['a', 'b']])}${wrong(2)}<row r="3"><c r="A3"><v>3</v></c><c r="B3"><v>4</v></c></row>`;
    expect(await read(workbook({ 'Aid &amp; more': figures, Other: `${plain}${wrong(3)}` }))).toMatchObject({
      records: [{ row: 3, cells: { a: '3', b: '4' } }],
      errors: [{ row: 2, code: 'cell-error', values: { cell: 'B2' } }],
    });
  });

  test('archives that are no workbook, or not open to us', async () => {
    expect(await read(archive([{ name: 'word/document.xml', content: '<a/>' }]))).toMatchObject({ code: 'file-not-workbook' });
    expect(await read(archive([]))).toMatchObject({ code: 'file-not-workbook' });
    expect(await read(archive([{ name: 'xl/workbook.xml', content: 'x', encrypted: true }]))).toMatchObject({ code: 'file-encrypted' });
    expect(await read(workbook({ Sheet1: plain }).subarray(0, 400))).toMatchObject({ code: 'workbook-damaged' });
    expect(await read(Buffer.from('PK\u0003\u0004', 'latin1'))).toMatchObject({ code: 'workbook-damaged' });
  });

  test('a NUL that a workbook spells out is an error of its row', async () => {
    expect(await read(workbook({ Sheet1: sheetRows([['a', 'b'], ['1', 'x_x0000_y'], ['3', '4']]) }))).toMatchObject({ records: [{ row: 3 }], errors: [{ row: 2, code: 'cell-control' }] });
  });
});
