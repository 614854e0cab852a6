import type { Run } from '#app/document/document';
import { formatDate, formatMoney, formatNumber, formatPercent } from '#app/languages/format';
import { paths } from '#app/paths';
import type { EditionFigure, EditionModel } from '#app/reporting/publication/edition';
import type { FigureKey } from '#app/reporting/figures/model';
import { listOf, part, says } from './blocks';
import { gapsIn, type Gap } from './gaps';
import { wholeFigures, type Extract, type ExtractBlock, type ExtractReader } from './model';
import { comparable, goodThenAndNow, movedIn } from './moved';
import type { Noted } from './noted.server';
import { shortened } from './shortened';

/** EX-4: what does not fit on two pages is left out by these, and said with its number. */
export const most = { gaps: 3, decisions: 3, chapters: 10, words: 170, heading: 80 } as const;

const headlines: readonly FigureKey[] = ['standing', 'rungs', 'clauses', 'members', 'work'];
const totals: readonly FigureKey[] = ['total_a', 'total_b', 'total_c'];

/** A report on at most two pages, for who governs: what it found, what moved, what is open, what there is to decide and to note. */
export function summaryOf(edition: EditionModel, noted: readonly Noted[], reader: ExtractReader): Extract {
  const { t, language, named } = reader;
  const { ref, number, title } = edition;
  const money = findings(edition, totals, reader);
  return {
    name: 'summary', form: 'brief', title: t('extracts.summary.title'), lede: t('extracts.summary.lede', { title, edition: number }), href: paths.in(language).extract(ref, 'summary', named), rows: null,
    parts: [
      part('found', t('edition.found'), findings(edition, headlines, reader)),
      part('money', t('outline.money'), money.length === 0 ? findings(edition, ['ladder'], reader) : money),
      part('moved', t('extracts.moved.title'), moves(edition, reader)),
      part('gaps', t('extracts.gaps.title'), gaps(edition, reader)),
      part('decisions', t('extracts.decide.title'), decisions(noted, edition, reader)),
      part('further', t('extracts.further.title'), further(edition, reader)),
    ].filter(({ blocks }) => blocks.length > 0),
  };
}

const listed = (items: readonly (readonly Run[])[], ordered = false): ExtractBlock[] => (items.length === 0 ? [] : [listOf(items, ordered)]);

/** The way to the records of a figure. */
const toFigure = ({ ref }: EditionModel, { stored }: EditionFigure, { t, language, named }: ExtractReader): Run =>
  ({ text: t('figures.label', { number: stored.number }), href: paths.in(language).figure(ref, stored.name, named) });

function findings(edition: EditionModel, keys: readonly FigureKey[], reader: ExtractReader): ExtractBlock[] {
  const found = keys.flatMap((key) => wholeFigures(edition).filter(({ stored }) => stored.key === key));
  return listed(found.map((figure) => [toFigure(edition, figure, reader), { text: ' ' }, { text: reader.t('extracts.finding', { finding: figure.view.finding }), strong: true }, { text: ` ${figure.view.coverage}` }]));
}

function moves(edition: EditionModel, reader: ExtractReader): ExtractBlock[] {
  const told = comparable.flatMap((key) => wholeFigures(edition).filter(({ stored }) => stored.key === key)).flatMap((figure) =>
    [movedIn(figure.stored, reader), goodThenAndNow(figure.stored, reader)].flatMap((text): Run[][] => (text === undefined ? [] : [[toFigure(edition, figure, reader), { text: ` ${text}` }]])));
  return told.length === 0 ? [says({ text: reader.t('extracts.moved.none') })] : listed(told);
}

function gaps(edition: EditionModel, reader: ExtractReader): ExtractBlock[] {
  const { t } = reader;
  const open = gapsIn(wholeFigures(edition).map(({ stored }) => stored));
  if (open.length === 0) return [says({ text: t('extracts.gaps.none') })];
  return [
    says({ text: t('extracts.gaps.rule') }),
    ...listed(open.slice(0, most.gaps).flatMap((gap) => wholeFigures(edition).filter(({ stored }) => stored.key === gap.figure).map((figure) => [{ text: `${gapIn(gap, figure, reader)} ` }, toFigure(edition, figure, reader)])), true),
  ];
}

function gapIn({ kind, part: open, whole }: Gap, { stored }: EditionFigure, { t, language }: ExtractReader): string {
  const money = stored.definition.measure === 'money' && kind !== 'unconverted';
  const shown = (value: number) => (money ? formatMoney(language, value, stored.currency ?? 'USD') : formatNumber(language, value, 0));
  return t(`extracts.gaps.${kind}`, { part: shown(open), whole: shown(whole), share: formatPercent(language, open / whole) });
}

/** What waits to be confirmed is there to be decided, what was adopted to be noted; the latest of each, and how many there are. */
function decisions(noted: readonly Noted[], edition: EditionModel, { t, language, named }: ExtractReader): ExtractBlock[] {
  const to = paths.in(language);
  return noted.flatMap(({ status, total, latest }): ExtractBlock[] => [
    says({ text: t(`extracts.decide.${status}`), strong: true }, { text: ' ' },
      { text: t('extracts.decide.shown', { shown: formatNumber(language, latest.length, 0), total: formatNumber(language, total, 0) }), href: to.figure(edition.ref, 'work', named, { part: `decisions_${status}` }) }),
    ...listed(latest.map(({ ref, text, on }) => [{ text: ref, href: to.decision(ref) }, { text: ` ${shortened(text, most.words)}${on === null ? '' : ` (${formatDate(language, on)})`}` }])),
  ]);
}

/** The chapters, and what else is made of the report. */
function further(edition: EditionModel, { t, language, named }: ExtractReader): ExtractBlock[] {
  const to = paths.in(language);
  const { ref } = edition;
  const chapters = edition.chapters.filter(({ about }) => about === null);
  const shown = chapters.slice(0, most.chapters);
  const ways = shown.map(({ number, heading }): Run => ({ text: `${number} ${shortened(heading, most.heading)}`, href: to.chapter(ref, number, named) }));
  const between = (runs: readonly Run[]): Run[] => runs.flatMap((run, at) => (at === 0 ? [run] : [{ text: ' · ' }, run]));
  const left = chapters.length - shown.length;
  return [
    says(...between(ways), ...(left === 0 ? [] : [{ text: ' · ' }, { text: t('extracts.further.more', { total: formatNumber(language, chapters.length, 0) }), href: to.report(ref, named) }])),
    says({ text: t('extracts.principles.title'), href: to.extract(ref, 'principles', named) }, { text: ' · ' }, { text: t('files.list'), href: to.report(ref, named) }),
  ];
}
