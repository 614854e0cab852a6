import { changesBetween, type Promised } from '#app/commitments/amendments/model';
import { labelOf, said } from '#app/commitments/amendments/words';
import { amountOf } from '#app/commitments/marks';
import { formatDate, formatList } from '#app/languages/format';
import { paths } from '#app/paths';
import { rungName } from '#app/reporting/figures/labels';
import { listOf, part, says, words } from '../extracts/blocks';
import type { ExtractBlock, ExtractPart, Numbers } from '../extracts/model';
import type { GoalValue, OwnCommitment, OwnUpdate } from './model';
import { count, partyName, quoted, titled, type Telling } from './told';

/** Each commitment of the subject with where it stands, who says so, and how far it has come; of a country with the principles that it serves. */
export function commitmentsPart(telling: Telling): ExtractPart | undefined {
  const { t, language, own } = telling;
  const total = own.standings.by.count + own.standings.beside.count;
  if (total === 0) return undefined;
  const principles = own.subject.kind === 'country' && own.commitments.some((one) => one.principles !== null);
  const codes = (one: OwnCommitment) => (one.principles === null || one.principles.length === 0 ? t('own.none') : formatList(language, one.principles.map((code) => code.replace(/^\S+ /, ''))));
  const table: Numbers = {
    kind: 'numbers', caption: t('own.commitments_caption', { shown: count(telling, own.commitments.length), total: count(telling, total) }),
    columns: [words(t('records.kinds.commitment')), words(t('own.lead')), words(t('figures.standing.part')), words(t('figures.rungs.part')), words(t('own.progress')), ...(principles ? [words(t('own.principles'))] : [])],
    rows: own.commitments.map((one) => ({
      href: paths.in(language).commitment(one.ref),
      cells: [titled(one), one.relation === 'by' ? t('own.leads') : partyName(telling, one.lead), t(`parts.standing.${one.standing}`), rungName(one.rung, t), progressOf(telling, one.update), ...(principles ? [codes(one)] : [])],
    })),
    note: t('own.frozen'),
  };
  return part('commitments', t('own.commitments'), [table]);
}

/** The values of its goals in the year, or why there is none. */
function progressOf({ t, language, commitments }: Telling, update: OwnUpdate | null): string {
  if (update === null) return t('own.no_update');
  const valueOf = ({ value, unit, missing }: GoalValue) => (value === null ? t(`missing.${missing ?? 'no_data'}`) : amountOf(value, unit, commitments, language));
  return [...update.values.map(valueOf), ...(update.completion === null ? [] : [t(`completion.${update.completion}`)])].join(' · ') || t('own.no_update');
}

/** CO-5: of each that was amended the first promise, and what every change said otherwise, with its reason. */
export function changesPart(telling: Telling): ExtractPart {
  const { t, language, commitments: words, own } = telling;
  const amended = own.commitments.filter(({ amendments }) => amendments.length > 0);
  const changes = (before: Promised, after: Promised) => changesBetween(before, after).map((change) => `${labelOf(change, before.goals.length > 1, words)}: ${said(change, 0, before, words, language)} → ${said(change, 1, after, words, language)}`).join('; ');
  const told = (one: OwnCommitment): ExtractBlock[] => {
    const steps = [...(one.first === null ? [] : [one.first]), ...one.amendments.map(({ after }) => after)];
    return [
      says({ text: titled(one), href: paths.in(language).commitment(one.ref) }, `. ${words('promise.first')}: ${one.first?.title ?? ''}`),
      listOf(one.amendments.map(({ on, reason, after }, at) => [`${formatDate(language, on)}: ${changes(steps[at] ?? after, after)}. ${words('amendments.reason')}: ${reason}`])),
    ];
  };
  return part('changes', words('promise.title'), amended.length === 0 ? [says(t('own.never_amended'))] : amended.flatMap(told));
}

/** What its leads said in the year of the commitments of the subject, in their own words. */
export function updatesPart(telling: Telling): ExtractPart {
  const { t, language, own } = telling;
  const { reporting, expected } = own.standings.by;
  const record = t('own.record', { name: own.name, known: count(telling, reporting), total: count(telling, expected) });
  const told = own.commitments.flatMap((one): ExtractBlock[] => {
    if (one.update === null) return [];
    const { on, narrative, barriers } = one.update;
    return [
      says({ text: titled(one), href: paths.in(language).commitment(one.ref) }, ` ${formatDate(language, on)}. ${progressOf(telling, one.update)}. ${rungName(one.rung, t)}.`),
      ...[narrative, barriers].flatMap((text) => (text === null || text === '' ? [] : [quoted(text)])),
    ];
  });
  return part('reported', t('own.reported'), [says(record), ...told]);
}
