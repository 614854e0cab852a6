import { type Result, refused, taken } from '#app/open-data/imports/model';
import { checkDirectory, readDirectory, unpack } from './archive';
import type { Limits } from './limits';
import { type WorksheetFacts, inspectWorksheet } from './worksheet';

/** What was found in the sheets, by the name of each. */
export type SheetFacts = ReadonlyMap<string, WorksheetFacts>;

/** Looks into an .xlsx before it is parsed: a workbook, not encrypted, within the limits, plain XML without declarations. */
export function inspectWorkbook(bytes: Buffer, limits: Limits): Result<SheetFacts> {
  const directory = readDirectory(bytes);
  if (!directory.ok) return directory;
  const entries = checkDirectory(directory.value, limits);
  if (!entries.ok) return entries;
  if (!entries.value.some((entry) => entry.name === 'xl/workbook.xml')) return refused('file-not-workbook');
  const parts = new Map<string, string>();
  const facts = new Map<string, WorksheetFacts>();
  for (const entry of entries.value.filter((entry) => /\.xml(?:\.rels)?$/.test(entry.name))) {
    const xml = unpack(bytes, entry);
    if (!xml) return refused('workbook-damaged');
    if (xml.includes('<!DOCTYPE') || xml.includes('<!ENTITY')) return refused('workbook-not-plain');
    if (/^xl\/(?:workbook\.xml|_rels\/workbook\.xml\.rels)$/.test(entry.name)) parts.set(entry.name, xml.toString('utf8'));
    if (!xml.includes('sheetData')) continue;
    const sheet = inspectWorksheet(xml);
    if (!sheet.ok) return sheet;
    facts.set(entry.name, sheet.value);
  }
  const cells = [...facts.values()].reduce((sum, sheet) => sum + sheet.cost, 0);
  if (cells > limits.area) return refused('workbook-too-large', { measure: 'cells', found: cells, limit: limits.area });
  return taken(byName(facts, parts.get('xl/workbook.xml') ?? '', parts.get('xl/_rels/workbook.xml.rels') ?? ''));
}

/** Sheets are named in the workbook, which refers to relations, which refer to the parts. */
function byName(facts: ReadonlyMap<string, WorksheetFacts>, list: string, relations: string): SheetFacts {
  const targets = new Map(tags(relations, 'Relationship').map((tag) => [attribute(tag, 'Id'), attribute(tag, 'Target')]));
  const named = tags(list, 'sheet').flatMap((tag): [string, WorksheetFacts][] => {
    const target = targets.get(attribute(tag, 'id')) ?? '';
    const found = facts.get(target.startsWith('/') ? target.slice(1) : `xl/${target}`);
    return found ? [[attribute(tag, 'name'), found]] : [];
  });
  return new Map(named);
}

const tags = (xml: string, name: string): string[] => xml.match(new RegExp(`<(?:[\\w.-]+:)?${name}\\s[^>]*>`, 'g')) ?? [];

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function attribute(tag: string, name: string): string {
  const found = new RegExp(`[\\s:]${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag);
  return (found?.[1] ?? found?.[2] ?? '').replaceAll(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal?: string, hex?: string, entity?: string) => {
    const point = Number.parseInt(decimal ?? hex ?? '', decimal === undefined ? 16 : 10);
    return Number.isNaN(point) ? (ENTITIES[entity ?? ''] ?? whole) : String.fromCodePoint(Math.min(point, 0x10ffff));
  });
}
