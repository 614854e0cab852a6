import type { Text } from '#app/languages/catalogue';
import type { Mapped } from './page.server';
import { readThrough } from './model';
import type { MappedClause } from './queries.server';

/** "SDG 4.a": where the name of the framework already ends as the code begins, it is not said twice. */
export function crossingLabel({ framework_name: name, code }: { readonly framework_name: string; readonly code: string }): string {
  const [, stem, number] = /^(.*?)(\d+)$/.exec(name) ?? [];
  return stem !== undefined && number !== undefined && code.startsWith(`${number}.`) ? `${stem}${code}` : `${name} ${code}`;
}

/** How the clause of a row relates to another: to contribute has a direction. */
export const wayOf = ({ relation, outward }: Pick<Mapped, 'relation' | 'outward'>, t: Text): string =>
  t(`crosswalk.way.${relation === 'contributes' ? (outward ? 'contributes_out' : 'contributes_in') : relation}`);

/** A mapping as a sentence, in words of `frameworks`. */
export const sentenceOf = ({ relation, from, to }: { readonly relation: string; readonly from: MappedClause; readonly to: MappedClause }, t: Text): string =>
  t(`crosswalk.sentence.${relation}`, { from: crossingLabel(from), to: crossingLabel(to) });

/** What a list that was asked for promises carried across is about, in words of `frameworks`; anything else as it stands in the address. */
export function throughWords(value: string, t: Text): string {
  const through = readThrough(value);
  return through === undefined ? value : t(`crosswalk.through.${through.relation}`, { clause: `${through.version.replace(/\.\d+$/, '')} ${through.code}` });
}
