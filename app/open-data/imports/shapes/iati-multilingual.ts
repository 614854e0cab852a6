import { Big } from 'big.js';
import { canonicalTag } from '#app/languages/content';
import { identityOf, withRepeats } from '#app/open-data/imports/identity';
import type { Note } from '#app/open-data/imports/model';
import type { Reference } from '#app/open-data/imports/reference';
import { type RowReading, collect } from '#app/open-data/imports/row-reading';
import type { CommitmentDoubt, CommitmentRow, CommitmentText, PlainDate } from '#app/open-data/imports/rows';
import { anyText, plainDate, shortText } from '#app/open-data/imports/values';
import { type Shape, inRowOrder } from './shape';
import { titleOf } from './title';

const TITLE = /^title_([a-z]{2,3})$/;
const DESCRIPTION = /^description_([a-z]{2,3})$/;
const DECIMALS = 4;
/** What the source says beyond what a commitment holds; kept as it says it. */
const BEYOND = ['activity_status', 'planned_start', 'actual_start', 'planned_end', 'actual_end', 'recipient_countries', 'recipient_regions', 'sectors_dac', 'default_currency', 'budget_total_first_currency', 'xsd_2_03_valid'] as const;

/**
 * Activities as their publishers report them (IATI), one row each with a title and a description in a column per language. They become
 * drafts of whoever publishes them: sectors are no clauses and budgets no pledges, so neither is made of them.
 */
export const iatiMultilingual: Shape = {
  id: 'iati-multilingual',
  kind: 'commitments',
  required: ['iati_identifier', 'reporting_org_ref', 'title_en', 'title_de', 'xsd_2_03_valid'],
  optional: ['reporting_org', 'default_lang', ...BEYOND, TITLE, DESCRIPTION],
  read: (source, { reference }) => {
    const languages = source.header.flatMap((column) => TITLE.exec(column)?.[1] ?? []);
    const { rows, errors } = withRepeats(collect(source, (reading) => commitment(reading, languages, reference)), 'iati_identifier');
    const rounded = rows.filter((row) => new RegExp(`\\.\\d{${DECIMALS + 1}}`).test(String(row.said['recipient_countries'] ?? ''))).length;
    const notes: Note[] = rounded > 0 ? [{ code: 'shares-rounded', values: { number: rounded } }] : [];
    return { kind: 'commitments', rows, errors: inRowOrder(errors), notes };
  },
};

function commitment(reading: RowReading, languages: readonly string[], reference: Reference): CommitmentRow | null {
  const identifier = reading.required('iati_identifier', shortText);
  const ref = reading.required('reporting_org_ref', shortText);
  const name = reading.required('reporting_org', anyText);
  const words = wordsOf(reading, languages);
  const period = periodOf(reading);
  const places = placesOf(reading, reference);
  for (const field of ['type', 'goals', 'action_lines']) reading.absent(field, 'not-in-file');
  if (identifier === null || ref === null || name === null || words === null) return null;
  const { main, title_derived, texts, untitled } = words;
  return {
    ...reading.identified(identityOf(identifier)),
    country_iso2: null, organisation: { ref, name, identifier: reference.identifierOf(ref) }, ...main, title_derived, texts, ...places, ...period,
    action_lines: [], unmapped_tags: [], doubts: [...places.doubts, ...period.doubts],
    said: { iati_identifier: identifier, ...Object.fromEntries(BEYOND.flatMap((column) => (reading.cell(column) === null ? [] : [[column, reading.cell(column)]]))), ...untitled },
  };
}

/**
 * The words in every language that has a title. The one that the source calls its own is authoritative where it has one, else the only
 * one there is; of several others choosing would be a guess. Without any title the description gives one.
 */
function wordsOf(reading: RowReading, languages: readonly string[]) {
  const said = languages.map((suffix) => ({ language: canonicalTag(suffix) ?? suffix, title: reading.cell(`title_${suffix}`), action: reading.cell(`description_${suffix}`) }));
  const titled = said.flatMap(({ title, ...rest }): CommitmentText[] => (title === null ? [] : [{ ...rest, title }]));
  const described = said.flatMap(({ language, action }): CommitmentText[] => (action === null ? [] : [{ language, title: titleOf(action), action }]));
  const title_derived = titled.length === 0;
  const texts = title_derived ? described : titled;
  const stated = reading.cell('default_lang');
  const own = stated === null ? undefined : texts.find(({ language }) => language === canonicalTag(stated));
  const main = own ?? (texts.length === 1 ? texts[0] : undefined);
  if (texts.length === 0) return reading.fail('title_en', 'required');
  if (main === undefined) return reading.fail('default_lang', 'code-unknown', { found: stated ?? '' });
  if (own === undefined) reading.absent('language', stated === null ? 'not-stated' : 'no-text', stated ?? undefined);
  if (title_derived) reading.absent('title', 'not-stated');
  if (main.action === null) reading.absent('action', 'not-stated');
  // A description in a language without a title of its own has no place beside the others; it is not lost.
  const untitled = Object.fromEntries(said.flatMap(({ language, action }) => (action === null || texts.some((text) => text.language === language) ? [] : [[`description_${language}`, action]])));
  return { main, title_derived, texts: texts.filter((text) => text !== main), untitled };
}

/** As it was where the source says so, else as it was planned. CO-2: an end that does not come after the start is left to a person. */
function periodOf(reading: RowReading): { starts_on: PlainDate | null; ends_on: PlainDate | null; doubts: readonly CommitmentDoubt[] } {
  const day = (actual: string, planned: string): PlainDate | null => {
    const [real, plan] = [actual, planned].map((column) => (reading.cell(column) === null ? null : reading.required(column, plainDate)));
    return real ?? plan ?? null;
  };
  const starts_on = day('actual_start', 'planned_start') ?? reading.absent('starts_on', 'not-stated');
  const ends_on = day('actual_end', 'planned_end') ?? reading.absent('ends_on', 'not-stated');
  if (starts_on === null || ends_on === null || ends_on > starts_on) return { starts_on, ends_on, doubts: [] };
  reading.absent('ends_on', 'not-after-start', ends_on);
  return { starts_on, ends_on: null, doubts: [{ code: 'dates', said: `${starts_on} – ${ends_on}` }] };
}

/** `SN:50|ML:50`. What names no country that is known, and shares that do not total 100, are taken as far as they go and left to a person. */
function placesOf(reading: RowReading, reference: Reference): Pick<CommitmentRow, 'countries' | 'doubts'> {
  const text = reading.cell('recipient_countries');
  if (text === null) {
    reading.absent('countries', 'not-stated');
    return { countries: [], doubts: [] };
  }
  const parts = text.split('|').map((part) => {
    const [code = '', share = ''] = part.split(':');
    return { code: code.trim(), share: /^\d{1,3}(?:\.\d{1,30})?$/.test(share.trim()) ? new Big(share.trim()) : null };
  });
  const known = parts.filter(({ code }, at) => reference.isCountry(code) && parts.findIndex((other) => other.code === code) === at);
  const total = parts.reduce((sum, { share }) => sum.plus(share ?? 0), new Big(0));
  const whole = total.minus(100).abs().lt(0.0001);
  if (known.length < parts.length) reading.absent('countries', 'unknown-code', text);
  else if (!whole) reading.absent('shares', 'not-whole', text);
  const shares = rounded(known.map(({ share }) => share), whole && known.length === parts.length);
  return {
    countries: known.map(({ code }, at) => ({ country_iso2: code, share: shares[at] ?? null })),
    doubts: known.length === parts.length && whole ? [] : [{ code: 'shares', said: text }],
  };
}

/** To the decimals that are kept; where all of them are the whole, the largest remainders take what rounding down left over, so that they stay the whole. */
function rounded(shares: readonly (Big | null)[], whole: boolean): (string | null)[] {
  if (!whole) return shares.map((share) => (share === null || share.round(DECIMALS).lte(0) || share.gt(100) ? null : share.round(DECIMALS).toFixed()));
  const down = shares.map((share) => (share ?? new Big(0)).round(DECIMALS, Big.roundDown));
  const step = new Big(10).pow(-DECIMALS);
  const left = down.reduce((rest, share) => rest.minus(share), new Big(100)).div(step).toNumber();
  const order = shares.map((share, at) => ({ at, rest: (share ?? new Big(0)).minus(down[at] ?? 0) })).toSorted((a, b) => b.rest.cmp(a.rest));
  const more = new Set(order.slice(0, Math.max(0, left)).map(({ at }) => at));
  return down.map((share, at) => (more.has(at) ? share.plus(step) : share)).map((share) => (share.gt(0) ? share.toFixed() : null));
}
