import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { type Result, refused, taken } from '#app/open-data/imports/model';

/** An element with its text (that of its children left out), the line it begins in, and its way from the root: `iati-activity[3]/title`. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  readonly text: string;
  readonly line: number;
  readonly path: string;
}

/** Real activity files stay below 12. */
const DEEPEST = 40;

const parser = new XMLParser({
  preserveOrder: true, captureMetaData: true, ignoreAttributes: false, attributeNamePrefix: '', cdataPropName: '#cdata', parseTagValue: false, parseAttributeValue: false,
  trimValues: false, processEntities: false, ignoreDeclaration: true, ignorePiTags: true, maxNestedTags: DEEPEST,
});

/**
 * The root of an XML text, or why it is none. Declarations of types and entities are refused, so that nothing grows and nothing is fetched:
 * the five entities of XML itself and numbers of characters are all that is resolved.
 */
export function readElements(text: string): Result<XmlElement> {
  if (hasDeclarations(text)) return refused('xml-declarations');
  const checked = XMLValidator.validate(text);
  if (checked !== true) return refused('xml-damaged', { line: checked.err.line });
  try {
    const nodes = parser.parse(text) as ParsedNode[];
    const root = nodes.find((node) => nameOf(node) !== null);
    return root === undefined ? refused('xml-damaged', { line: 1 }) : taken(elementOf(root, '', lineCounter(text)));
  } catch {
    // What the parser itself will not hold: elements nested beyond any sense.
    return refused('xml-damaged', { line: 1 });
  }
}

/** Whether something is declared before the root, which is the only place for it: what stands there is passed over piece by piece. */
function hasDeclarations(text: string): boolean {
  let at = 0;
  for (;;) {
    while (/\s/.test(text.charAt(at))) at += 1;
    const end = text.startsWith('<!--', at) ? text.indexOf('-->', at + 4) : text.startsWith('<?', at) ? text.indexOf('?>', at + 2) : -1;
    if (end === -1) return text.startsWith('<!', at);
    at = text.indexOf('>', end) + 1;
  }
}

// The parser's types call its symbol an object.
const METADATA = XMLParser.getMetaDataSymbol() as symbol;

type ParsedNode = Readonly<Record<string | symbol, unknown>> & { readonly ':@'?: Readonly<Record<string, string>> };

const nameOf = (node: ParsedNode): string | null => Object.keys(node).find((key) => key !== ':@' && key !== '#text' && key !== '#cdata') ?? null;

function elementOf(node: ParsedNode, path: string, lineOf: (index: number) => number): XmlElement {
  const name = nameOf(node) ?? '';
  const nodes = (node[name] ?? []) as ParsedNode[];
  const line = lineOf((node[METADATA] as { readonly startIndex?: number } | undefined)?.startIndex ?? 0);
  const numbers = new Map<string, number>();
  const children = nodes.flatMap((child) => {
    const childName = nameOf(child);
    if (childName === null) return [];
    const number = (numbers.get(childName) ?? 0) + 1;
    numbers.set(childName, number);
    return [elementOf(child, `${path === '' ? '' : `${path}/`}${childName}[${number}]`, lineOf)];
  });
  const text = nodes.map((child) => (typeof child['#text'] === 'string' ? resolved(child['#text']) : cdataOf(child))).join('').trim();
  return { name, attributes: attributesOf(node), children, text, line, path };
}

const cdataOf = (node: ParsedNode): string => ((node['#cdata'] ?? []) as ParsedNode[]).map((part) => String(part['#text'] ?? '')).join('');

function attributesOf(node: ParsedNode): Record<string, string> {
  const attributes: Record<string, string> = Object.create(null);
  for (const [name, value] of Object.entries(node[':@'] ?? {})) attributes[name] = resolved(String(value)).trim();
  return attributes;
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** The text that references stand for; one that XML does not know stays as it is written. */
const resolved = (text: string): string =>
  text.includes('&')
    ? text.replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(lt|gt|amp|quot|apos));/gi, (whole, decimal?: string, hexadecimal?: string, name?: string) => {
        if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? whole;
        const point = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal);
        return point > 0 && point <= 0x10_ff_ff && (point < 0xd8_00 || point > 0xdf_ff) ? String.fromCodePoint(point) : whole;
      })
    : text;

/** The number of the line in which a character stands; asked in rising order of places. */
function lineCounter(text: string): (index: number) => number {
  let line = 1;
  let at = 0;
  return (index) => {
    for (let next = text.indexOf('\n', at); next !== -1 && next < index; next = text.indexOf('\n', at)) {
      line += 1;
      at = next + 1;
    }
    return line;
  };
}
