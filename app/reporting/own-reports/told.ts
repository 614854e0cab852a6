import type { Notice } from '#app/document/document';
import type { Text } from '#app/languages/catalogue';
import { formatDate, formatNumber } from '#app/languages/format';
import { paths } from '#app/paths';
import { rungName } from '#app/reporting/figures/labels';
import type { EditionModel } from '#app/reporting/publication/edition';
import { countryName, findCountry } from '#db/reference/countries';
import { listOf, numbers, part, says, words } from '../extracts/blocks';
import type { ExtractBlock, ExtractPart, ExtractReader, Numbers } from '../extracts/model';
import { groupKeys, groupName, rungKeys } from '../extracts/standing';
import type { OwnReport } from './model';

/** An own report being told: for whom, of which edition. */
export interface Telling extends ExtractReader {
  readonly edition: EditionModel;
  readonly own: OwnReport;
  /** The words of commitments. */
  readonly commitments: Text;
}

export const quoted = (text: string): Notice => ({ kind: 'notice', tone: 'plain', runs: [{ text }] });
export const count = ({ language }: Telling, value: number): string => formatNumber(language, value, 0);

/** A country or a member by its name, as far as the snapshot has it. */
export const partyName = ({ own, language }: Telling, code: string): string => (findCountry(code) === undefined ? own.names[code] ?? code : countryName(code, language));

/** A record by its title and reference. */
export const titled = ({ title, ref }: { readonly title: string | null; readonly ref: string }): string => (title === null ? ref : `${title} (${ref})`);

/** How the commitments of the subject stand, and who says so: those that it leads beside the others, with n of N of each. */
export function standingPart(telling: Telling): ExtractPart {
  const { t, own } = telling;
  const { by, beside } = own.standings;
  const { kind } = own.subject;
  const heads = [numbers(t('own.led')), numbers(t(`own.beside.${kind}`))];
  const note = [by, beside].map(({ reporting, expected }, at) => t('own.coverage', { which: heads[at]?.label ?? '', known: count(telling, reporting), total: count(telling, expected), missing: count(telling, expected - reporting) })).join(' ');
  const foot = [t('figures.together'), count(telling, by.count), count(telling, beside.count)];
  const table = (caption: string, first: string, rows: Numbers['rows']): Numbers => ({ kind: 'numbers', caption, columns: [words(first), ...heads], rows, foot, note });
  if (by.count + beside.count === 0) return part('promises', t('own.promises'), [says(t('own.no_promise', { name: own.name }))]);
  return part('promises', t('own.promises'), [
    table(t('own.standing_caption', { name: own.name }), t('figures.standing.part'), groupKeys.filter((key) => by.groups[key] + beside.groups[key] > 0).map((key) => ({ cells: [groupName(key, t), count(telling, by.groups[key]), count(telling, beside.groups[key])] }))),
    table(t('own.rung_caption', { name: own.name }), t('figures.rungs.part'), rungKeys.filter((key) => by.rungs[key] + beside.rungs[key] > 0).map((key) => ({ cells: [rungName(key, t), count(telling, by.rungs[key]), count(telling, beside.rungs[key])] }))),
  ]);
}


/** What stands elsewhere than in the report before, or came or went since. */
export function sincePart(telling: Telling): ExtractPart {
  const { t, language, own: { since } } = telling;
  if (since === null) return part('since', t('own.since_none'), [says(t('own.no_earlier'))]);
  const stood = (standing: string | null) => (standing === null ? t('own.not_in_it') : t(`parts.standing.${standing}`));
  const to = paths.in(language);
  return part('since', t('difference.title', { year: since.year }), [
    says(t('own.since', { year: since.year, asOf: formatDate(language, since.as_of), before: count(telling, since.before), after: count(telling, since.after), moved: count(telling, since.count) })),
    ...(since.moved.length === 0 ? [] : [{
      kind: 'numbers', caption: t('own.moved_caption', { shown: count(telling, since.moved.length), total: count(telling, since.count) }), columns: [words(t('records.record')), words(t('difference.before', { year: since.year })), words(t('difference.after'))],
      rows: since.moved.map((one) => ({ cells: [titled(one), stood(one.before), stood(one.after)], ...(one.after === null ? {} : { href: to.commitment(one.ref) }) })), note: t('own.frozen'),
    } satisfies Numbers]),
  ]);
}

/** What is missing of the subject is said, and who was silent; nothing of it is nought. */
export function missingPart(telling: Telling): ExtractPart {
  const { t, language, own } = telling;
  const to = paths.in(language);
  const silent = own.standings.by.expected - own.standings.by.reporting + own.standings.beside.expected - own.standings.beside.reporting;
  const reasons = own.commitments.flatMap(({ ref, title, update }) => (update?.values ?? []).filter(({ value }) => value === null).map(({ unit, missing }) => ({ ref, title, unit, missing })));
  const unconverted = (own.money ?? []).filter(({ pledges, converted }) => pledges > converted);
  return part('missing', t('own.missing'), [
    says(silent === 0 ? t('own.nobody_silent') : t('own.silent', { shown: count(telling, own.silent.length), total: count(telling, silent) })),
    ...(own.silent.length === 0 ? [] : [listOf(own.silent.map((one) => [{ text: titled(one), href: to.commitment(one.ref) }, `: ${partyName(telling, one.lead)}`]))]),
    ...(reasons.length === 0 ? [] : [says(t('own.no_value')), listOf(reasons.map((one) => [{ text: titled(one), href: to.commitment(one.ref) }, `: ${t(`missing.${one.missing ?? 'no_data'}`)}`]))]),
    ...unconverted.map(({ direction, pledges, converted }) => says(t('own.unconverted', { which: t(`own.${direction}`), missing: count(telling, pledges - converted), total: count(telling, pledges) }))),
  ]);
}

/** What the edition says of the subject by name, and the answer that stands beside it. */
export function repliesPart(telling: Telling): ExtractPart | undefined {
  const { t, language, named, edition, own: { replies, name } } = telling;
  if (replies.length === 0) return undefined;
  return part('replies', t('replies.of', { party: name }), replies.flatMap((one): ExtractBlock[] => [
    says({ text: t('own.in_chapter', { number: one.position }), href: paths.in(language).chapter(edition.ref, one.position, named) }, ` ${one.about}`),
    one.reply === null ? says(t('replies.silent_of', { party: name })) : quoted(`${t('replies.reply_of', { party: name, on: formatDate(language, one.replied_on ?? '') })} ${one.reply}`),
  ]));
}

export function endorsementsPart(telling: Telling): ExtractPart {
  const { t, language, own: { endorsements, name } } = telling;
  const to = paths.in(language);
  return part('endorsements', t('own.endorsements'), [endorsements.length === 0 ? says(t('own.no_endorsement', { name })) : listOf(endorsements.map(({ ref, on }) => [{ text: ref, href: to.endorsement(ref) }, on === null ? '' : `, ${formatDate(language, on)}`]))]);
}
