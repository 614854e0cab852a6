import { z } from 'zod';
import { typedAmount } from '#app/financing/money/model';
import { findCode } from '#db/reference/codes';
import { POLICY_MARKERS } from '#db/reference/iati/policy-marker';
import { POLICY_SIGNIFICANCES } from '#db/reference/iati/policy-significance';
import { rows, share, type TypedRow } from '../rows.server';
import { codeLists, isOwn, isSector, sectorVocabularies, type CodeName, type SectorVocabulary } from './codes';
import { units, type Marker, type Sector } from './model';

const listed = (name: CodeName) => z.string().refine((code) => findCode(codeLists[name], code) !== undefined, { error: 'financing:problems.code' }).optional();

const vocabularyOf = (typed: string): SectorVocabulary | undefined => sectorVocabularies.find((one) => one === typed.split(':')[0]);

/** `1:11220` of the DAC, or `99` with words of the provider's own; words without a choice are the provider's own too. */
const sector = z.object({ sector: z.string().default('99'), name: z.string().max(100, { error: 'financing:problems.sector_name' }).regex(/^[^|]*$/, { error: 'financing:problems.sector_name' }).optional(), share }).transform((row, context): Sector => {
  const vocabulary = vocabularyOf(row.sector);
  const code = row.sector.slice(row.sector.indexOf(':') + 1);
  const wrong = (path: 'sector' | 'name', message: string) => {
    context.addIssue({ code: 'custom', message: `financing:problems.${message}`, path: [path] });
    return z.NEVER;
  };
  if (vocabulary === undefined) return wrong('sector', 'sector');
  if (isOwn(vocabulary)) return row.name === undefined ? wrong('name', 'sector_name') : { vocabulary, code: row.name, name: row.name, share: row.share };
  if (row.name !== undefined) return wrong('name', 'sector_named_twice');
  return isSector(vocabulary, code) ? { vocabulary, code, name: null, share: row.share } : wrong('sector', 'sector');
});

/** The only sector of a vocabulary gets all of it unless told otherwise. */
const alone = (row: TypedRow, filled: readonly TypedRow[]): TypedRow => {
  const beside = filled.filter((other) => vocabularyOf(other['sector'] ?? '99') === vocabularyOf(row['sector'] ?? '99'));
  return beside.length === 1 ? { ...row, share: row['share'] ?? '100' } : row;
};

const marker = z.object({
  marker: z.string({ error: 'financing:problems.marker' }).refine((code) => findCode(POLICY_MARKERS, code) !== undefined, { error: 'financing:problems.marker' }),
  significance: z.string({ error: 'financing:problems.significance' }).refine((code) => findCode(POLICY_SIGNIFICANCES, code) !== undefined, { error: 'financing:problems.significance' }),
}) satisfies z.ZodType<Marker>;

/** What classifies a pledge: everything may be left out. */
export const classificationInput = z.object({
  aid_type: listed('aid_type'), finance_type: listed('finance_type'), flow_type: listed('flow_type'), tied_status: listed('tied_status'), earmarking: listed('earmarking'),
  sectors: rows(['sector', 'name', 'share'], sector, alone).optional(),
  markers: rows(['marker', 'significance'], marker).optional(),
});
export type ClassificationForm = z.output<typeof classificationInput>;

/** FI-10: how much of what is given; whether it fits the kind is a rule of the domain. */
export const quantityInput = {
  quantity: z.string().transform((typed, context) => {
    const read = typedAmount(typed);
    if (read !== undefined) return read;
    context.addIssue({ code: 'custom', message: 'financing:problems.quantity' });
    return z.NEVER;
  }).optional(),
  unit: z.enum(units).optional(),
};
