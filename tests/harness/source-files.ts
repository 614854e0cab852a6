import { readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';
import { Big } from 'big.js';
import { REAL_FILES } from '#db/reference/real-files';

/**
 * Files as others published them, read by a few lines of their own, by another way than the product's: what these lines count and sum is
 * what the product must count and sum.
 */
export const sourceFile = (name: string): Buffer => readFileSync(`${REAL_FILES}/${name}`);

export const sourceNames = {
  commitments: 'handout/commitments/upr_voluntary_pledges.csv',
  members: 'handout/members/iati_participating_orgs.csv',
  activities: 'handout/transactions/unhcr_2021_iati_activity.xlsx',
  participants: 'handout/transactions/unhcr_2021_iati_participating_org.xlsx',
  budgets: 'handout/transactions/unhcr_2021_iati_budget.xlsx',
  transactions: 'handout/transactions/unhcr_2021_iati_transaction.xlsx',
  indicators: 'handout/indicators/uis_sdg4_completion_rate_long.csv',
  rates: 'reference/fx/imf_exchangerates_A_ENDA_USD.csv',
  endorsements: 'handout/members/unfccc_party_status.csv',
  framework: 'handout/declaration/dfi_commitments_by_pillar.csv',
} as const;

/** The sheet of a workbook, unpacked by hand: one map of column letter to text per row, the header's names in place of letters. */
export function sheet(name: string): Record<string, string>[] {
  const bytes = sourceFile(name);
  const start = bytes.indexOf('xl/worksheets/sheet1.xml') + 'xl/worksheets/sheet1.xml'.length;
  const xml = inflateRawSync(bytes.subarray(start)).toString();
  const text = (raw: string) => raw.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
  const rows = xml.split('<row ').slice(1).map((row) => Object.fromEntries([...row.matchAll(/<c r="([A-Z]+)\d+"[^>]*>(?:<is>)?<t[^>]*>([^<]*)</g)].map(([, letter = '', value = '']) => [letter, text(value)])));
  const [header = {}, ...body] = rows;
  return body.map((row) => Object.fromEntries(Object.entries(row).map(([letter, value]) => [header[letter] ?? letter, value])));
}

/** Lines of a file without line breaks inside its cells. */
export const lines = (name: string, end: string, encoding: string): string[][] =>
  new TextDecoder(encoding).decode(sourceFile(name)).split(end).filter((line) => line !== '').slice(1).map(cellsOf);

/** The cells of one line, trimmed. */
export const cellsOf = (line: string): string[] => [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell = '']) => cell.replace(/^"|"$/g, '').replaceAll('""', '"').trim());

export function count(values: readonly (string | null)[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value ?? ''] = (counts[value ?? ''] ?? 0) + 1;
  return counts;
}

/** Exact sums by key. */
export function sums(pairs: readonly (readonly [string, string])[]): Record<string, string> {
  const totals: Record<string, Big> = {};
  for (const [key, value] of pairs) totals[key] = (totals[key] ?? new Big(0)).plus(value);
  return Object.fromEntries(Object.entries(totals).map(([key, total]) => [key, total.toFixed()]));
}
