import type { Departure, DepartureCode, Values } from '#app/open-data/imports/model';
import { shown } from '#app/open-data/imports/source/table';
import type { XmlElement } from './elements';
import { type ElementRule, type TypeRule, type Value, TYPES } from './schema';

/**
 * Everything in which a file departs from the schema of IATI 2.03, by line and element. What belongs to another namespace is free, as the
 * standard has it. Nothing is refused by this: how much can be understood all the same is the reader's business.
 */
export function departuresOf(root: XmlElement): Departure[] {
  const found: Departure[] = [];
  checkElement(root, 'iati-activities', (at, code, where, values = {}) => found.push({ row: at.line, column: `${at.path}${where}`, code, values }));
  return found;
}

type Tell = (at: XmlElement, code: DepartureCode, where: string, values?: Values) => void;

function checkElement(element: XmlElement, typeName: string, tell: Tell): void {
  const type = TYPES.get(typeName);
  if (type === undefined) return;
  checkAttributes(element, type, tell);
  checkText(element, type, tell);
  checkChildren(element, type, tell);
}

function checkAttributes(element: XmlElement, { attributes }: TypeRule, tell: Tell): void {
  for (const [name, value] of Object.entries(element.attributes)) {
    const rule = attributes.get(name);
    if (rule === undefined) {
      if (!isForeign(name)) tell(element, 'attribute-unknown', `/@${shown(name)}`, { found: shown(value) });
    } else if (!isValue[rule.value](value)) tell(element, 'value-differs', `/@${name}`, { found: shown(value), expected: rule.value });
  }
  for (const { name, required } of attributes.values()) if (required && !(name in element.attributes)) tell(element, 'attribute-missing', `/@${name}`);
}

function checkText(element: XmlElement, { text }: TypeRule, tell: Tell): void {
  if (text === null ? element.text !== '' : !isValue[text](element.text)) tell(element, text === null ? 'text-misplaced' : 'value-differs', '', { found: shown(element.text), expected: text ?? '' });
  else if (element.name === 'narrative' && element.text === '') tell(element, 'narrative-empty', '');
}

/** Unknown, out of their order, more often than once, or not there. */
function checkChildren(element: XmlElement, { elements }: TypeRule, tell: Tell): void {
  const counts = new Map<string, number>();
  let reached = 0;
  for (const child of element.children) {
    const at = elements.findIndex(({ name }) => name === child.name);
    const rule = elements[at];
    if (rule === undefined) {
      if (!isForeign(child.name) && !child.attributes['xmlns']) tell(child, 'element-unknown', '');
      continue;
    }
    const count = (counts.get(rule.name) ?? 0) + 1;
    counts.set(rule.name, count);
    if (rule.once && count > 1) tell(child, 'element-repeated', '');
    else if (at < reached) tell(child, 'element-out-of-order', '', { after: elements[reached]?.name ?? '' });
    reached = Math.max(reached, at);
    checkElement(child, rule.type, tell);
  }
  for (const rule of elements) if (isLacking(rule, counts)) tell(element, 'element-missing', `/${rule.name}`);
}

const isLacking = ({ least, name }: ElementRule, counts: ReadonlyMap<string, number>): boolean => least === 1 && !counts.has(name);

/** A name with a prefix belongs to somebody else's namespace; `xml:lang` is looked for by its own rule before. */
const isForeign = (name: string): boolean => name.includes(':') || name === 'xmlns';

const zone = '(?:Z|[+-]\\d{2}:\\d{2})?';
const integer = (test: (value: number) => boolean) => (text: string): boolean => /^[+-]?\d+$/.test(text) && test(Number(text));

/** What XML Schema calls a value of each type. */
const isValue: Readonly<Record<Value, (text: string) => boolean>> = {
  string: () => true,
  uri: () => true,
  lang: (text) => /^(?:[a-zA-Z]{1,8}(?:-[a-zA-Z0-9]{1,8})*)?$/.test(text),
  date: (text) => new RegExp(`^-?\\d{4,}-\\d{2}-\\d{2}${zone}$`).test(text) && isDay(text.slice(0, 10)),
  dateTime: (text) => new RegExp(`^-?\\d{4,}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(?:\\.\\d+)?${zone}$`).test(text) && isDay(text.slice(0, 10)),
  decimal: (text) => /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/.test(text),
  boolean: (text) => /^(?:true|false|1|0)$/.test(text),
  int: integer((value) => Math.abs(value) <= 2_147_483_647),
  count: integer((value) => value >= 0),
  positive: integer((value) => value > 0),
  token: (text) => /^[\w.:·-]+$/u.test(text),
};

const isDay = (text: string): boolean => new Date(`${text}T00:00:00Z`).getUTCDate() === Number(text.slice(8));
