import { identityOf, withRepeats } from '#app/open-data/imports/identity';
import { type RowReading, collect } from '#app/open-data/imports/row-reading';
import type { ClauseImportRow } from '#app/open-data/imports/rows';
import { shortText, type Parse } from '#app/open-data/imports/values';
import { type Shape, inRowOrder } from './shape';

/** The text that this list is about. The list names it only in its file name, so it stands here. */
const TEXT = { code: 'DFI', name: 'Declaration for the Future of the Internet', short_name: 'Future of the Internet' };

/** A number of the list; codes are unique in a version (FR-3), so those of the pillars get a letter. */
const number: Parse<string> = (text) => (/^[1-9]\d{0,3}$/.test(text) ? { value: text } : { code: 'code-unknown', values: { found: text } });
/** What the title of a clause holds. */
const title: Parse<string> = (text) => (text.length > 300 ? { code: 'text-too-long', values: { found: text.length, limit: 300 } } : shortText(text));

/** The commitments of a declaration under its pillars, in English: a text with its tree. */
export const commitmentsByPillar: Shape = {
  id: 'commitments-by-pillar',
  kind: 'framework',
  required: ['commitment_num', 'commitment_txt', 'pillar_num', 'pillar_txt'],
  optional: ['icon_url'],
  read: (source) => {
    const { rows, errors } = withRepeats(collect(source, clause), 'commitment_num');
    return { kind: 'framework', text: TEXT, rows, errors: inRowOrder(errors), notes: [] };
  },
};

function clause(reading: RowReading): ClauseImportRow | null {
  const [code, words] = [reading.required('commitment_num', number), reading.required('commitment_txt', title)];
  const [pillar, pillarWords] = [reading.required('pillar_num', number), reading.required('pillar_txt', title)];
  if (code === null || words === null || pillar === null || pillarWords === null) return null;
  return { ...reading.identified(identityOf(TEXT.code, code)), code, title: words, language: 'en', parent: { code: `P${pillar}`, title: pillarWords } };
}
