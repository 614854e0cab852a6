import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { readDelimited } from '#app/open-data/imports/source/delimited';
import { DEFAULT_LIMITS } from '#app/open-data/imports/source/limits';
import { readWorkbook } from '#app/open-data/imports/source/workbook';
import { bytesAnswer, bytesOf } from '#app/table/files/answer.server';
import { fileTable, typeOf, type FileColumn, type FileFormat, type FileTable, type FileValue } from '#app/table/files/column';
import { listOfPath } from './model';

const tableOf = (header: readonly string[], rows: readonly (readonly FileValue[])[]): FileTable =>
  fileTable(header.map((name, at): FileColumn<readonly FileValue[]> => ({ header: name, value: (row) => row[at] ?? null })), rows);

async function written(table: FileTable, format: FileFormat): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of bytesOf(table, format)) parts.push(part);
  return Buffer.concat(parts);
}
const csv = async (header: readonly string[], rows: readonly (readonly FileValue[])[]) => (await written(tableOf(header, rows), 'csv')).toString();

describe('CSV', () => {
  it('is what RFC 4180 says, and empty is missing', async () => {
    expect(await csv(['ref', 'text', 'n'], [['A', 'say "so", twice\r\nor more', 3], ['B', null, null], [' C ', '', 0]])).toBe(
      'ref,text,n\r\nA,"say ""so"", twice\r\nor more",3\r\nB,,\r\n" C ",,0\r\n',
    );
  });

  it('marks what begins like a formula, and leaves numbers alone', async () => {
    const rows = ['=1+1', '+cmd', '-x', '@sum', '\tx', '＝1', "'=1", "''=1", '-5', '-5.25', "'tis", 'a=1'].map((text) => [text]);
    expect((await csv(['text'], rows)).split('\r\n').slice(1, -1)).toEqual(["'=1+1", "'+cmd", "'-x", "'@sum", "\"'\tx\"".replaceAll('"', ''), "'＝1", "''=1", "'''=1", '-5', '-5.25', "'tis", 'a=1']);
  });

  it('is read back by an import, cell for cell, whatever stands in it', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'é', '名', ' ', '"', ',', ';', '\t', '\n', "'", '=', '+', '-', '@', '1', '＝'), minLength: 1, maxLength: 8 });
    const rows = fc.integer({ min: 2, max: 4 }).chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }));
    await fc.assert(
      fc.asyncProperty(rows, async (body) => {
        const header = (body[0] ?? []).map((_, at) => `column_${at}`);
        const read = readDelimited(await csv(header, body));
        expect(read.ok && read.value.rows.map((row) => row.cells)).toEqual([header, ...body]);
      }),
    );
  });
});

describe('JSON', () => {
  it('is an array of objects under the names of the header', async () => {
    const text = (await written(tableOf(['ref', 'value_usd', 'n'], [['A', '12.50', 3], ['B', null, 0]]), 'json')).toString();
    expect(JSON.parse(text)).toEqual([{ ref: 'A', value_usd: '12.50', n: 3 }, { ref: 'B', value_usd: null, n: 0 }]);
    expect(JSON.parse((await written(tableOf(['ref'], []), 'json')).toString())).toEqual([]);
  });
});

describe('XLSX', () => {
  it('holds text as text, amounts as numbers and days as dates', async () => {
    const table = tableOf(['ref', 'value', 'starts_on', 'n'], [['=1+1', '1200.5', '2026-03-01', 7], ['0012', '12345678901234567.25', '1850-01-01', null], ['a <b> & "c"\r\n  d', '-3', null, 0]]);
    const read = await readWorkbook(await written(table, 'xlsx'), DEFAULT_LIMITS);
    expect(read.ok && read.value.rows.map((row) => row.cells)).toEqual([
      ['ref', 'value', 'starts_on', 'n'], ['=1+1', '1200.5', '2026-03-01', '7'], ['0012', '12345678901234567.25', '1850-01-01', ''], ['a <b> & "c"\r\n  d', '-3', '', '0'],
    ]);
  });

  it('is the same bytes for the same rows, and as long as the rows are many', async () => {
    const rows = Array.from({ length: 5000 }, (_, at) => [`CMT-${at}`, String(at)]);
    const [one, other] = await Promise.all([written(tableOf(['ref', 'amount'], rows), 'xlsx'), written(tableOf(['ref', 'amount'], rows), 'xlsx')]);
    expect(one.equals(other)).toBe(true);
    const read = await readWorkbook(one, DEFAULT_LIMITS);
    expect(read.ok && [read.value.rows.length, read.value.rows.at(-1)?.cells]).toEqual([5001, ['CMT-4999', '4999']]);
  });
});

describe('rows', () => {
  it('leave before the last one is there, and stop when nobody reads on', async () => {
    let given = 0;
    let ended = false;
    async function* endless(): AsyncGenerator<readonly FileValue[]> {
      try {
        for (;;) yield [`row ${(given += 1)}`, 'x'.repeat(500)];
      } finally {
        ended = true;
      }
    }
    for (const format of ['csv', 'xlsx', 'json'] as const) {
      [given, ended] = [0, false];
      const bytes = bytesOf({ header: ['a', 'b'], types: ['text', 'text'], rows: endless() }, format);
      for (let part = 0; part < 12 || given < 100; part += 1) expect((await bytes.next()).done).toBe(false);
      await bytes.return(undefined);
      await vi.waitFor(() => expect([format, ended]).toEqual([format, true]));
      expect(given).toBeLessThan(5000);
    }
  });

  it('that fail in the middle end the file with their error, in every format', async () => {
    async function* failing(): AsyncGenerator<readonly FileValue[]> {
      yield ['first'];
      throw new Error('the database went away');
    }
    for (const format of ['csv', 'xlsx', 'json'] as const) {
      await expect(written({ header: ['a'], types: ['text'], rows: failing() }, format)).rejects.toThrow('the database went away');
    }
  });
});

describe('turns', () => {
  const asked = (signal?: AbortSignal) => ({ request: new Request('http://127.0.0.1/', signal === undefined ? {} : { signal }), language: 'fr' as const });
  async function* two(): AsyncGenerator<Uint8Array> {
    yield Buffer.from('a');
    yield Buffer.from('b');
  }
  async function* failing(): AsyncGenerator<Uint8Array> {
    yield Buffer.from('a');
    throw new Error('the database went away');
  }
  const ways: Readonly<Record<string, () => Promise<unknown>>> = {
    'is read to its end': async () => (await bytesAnswer(asked(), 'list', 'csv', two)).text(),
    'is left in the middle': async () => (await bytesAnswer(asked(), 'list', 'csv', two)).body?.cancel(),
    'fails in the middle': async () => expect((await bytesAnswer(asked(), 'list', 'csv', failing)).text()).rejects.toThrow('the database went away'),
    'is asked for by who is gone': async () => bytesAnswer(asked(AbortSignal.abort()), 'list', 'csv', two),
    'is never begun, because who asked went away': async () => {
      const gone = new AbortController();
      await bytesAnswer(asked(gone.signal), 'list', 'csv', two);
      gone.abort();
    },
  };
  it.each(Object.keys(ways))('are given back when a file %s', async (way) => {
    for (let time = 0; time < 20; time += 1) await ways[way]?.();
    expect((await bytesAnswer(asked(), 'list', 'csv', two)).body?.cancel()).toBeDefined();
  }, 5000);

  it('are refused in words to who comes when fifteen have come', async () => {
    const running = await Promise.all([1, 2, 3].map(() => bytesAnswer(asked(), 'list', 'csv', two)));
    const waiting = Array.from({ length: 12 }, () => bytesAnswer(asked(), 'list', 'csv', two));
    const busy = await bytesAnswer(asked(), 'list', 'csv', two);
    expect([busy.status, busy.headers.get('Retry-After'), await busy.text()]).toEqual([503, '10', 'De nombreux fichiers sont en cours de téléchargement. Réessayez dans quelques secondes.\n']);
    for (const one of [...running, ...waiting]) expect(await (await one).text()).toBe('ab');
  });
});

it('the name of a column says what it holds', () => {
  expect(['announced_on', 'date', 'rate_date', 'amount_usd', 'value', 'pledged_usd', 'on_track', 'type', 'ref', 'baseline_year', 'updated'].map(typeOf)).toEqual([
    'day', 'day', 'day', 'decimal', 'decimal', 'decimal', 'text', 'text', 'text', 'text', 'text',
  ]);
});

it('an address names a list and a format, or nothing', () => {
  expect(listOfPath('/fr/financing/pledges.xlsx')).toEqual({ kind: 'pledges', format: 'xlsx' });
  for (const path of ['/fr/pledges.csv', '/fr/commitments.pdf', '/fr/commitments', '/fra/commitments.csv', '/fr/commitments.csv/']) expect(listOfPath(path)).toBeUndefined();
});
