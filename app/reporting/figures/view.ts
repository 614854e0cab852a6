import type { Fill } from '#app/charts/geometry';
import type { Text } from '#app/languages/catalogue';
import { apart } from '#app/languages/apart';
import { formatMoney, formatNumber, formatPercent } from '#app/languages/format';
import type { Language } from '#app/languages/language';
import { plus } from '#app/financing/money/model';
import { byCode } from './code-order';
import { otherLanguages, partLabel } from './labels';
import { partKey, type FigureRow, type StoredFigure } from './model';
import { provenanceOf, type Provenance } from './provenance';

/** A figure in the words of one language: the same for the page, for paper and for the list of its records. */
export interface FigureView extends Provenance {
  readonly key: StoredFigure['key'];
  /** What it is called in texts and addresses; of a figure that is narrowed to a subject, with the subject. */
  readonly name: string;
  /** Whom it is narrowed to, in words. */
  readonly subject: string | null;
  readonly number: string;
  /** What it says, in a sentence. */
  readonly finding: string;
  /** What is counted, and in which order. */
  readonly about: string;
  readonly bars: readonly ViewBar[];
  readonly columns: readonly { readonly label: string; readonly words: boolean }[];
  readonly rows: readonly (readonly string[])[];
  /** The language of labels that are not named in the reader's. */
  readonly otherwise: Readonly<Record<string, Language>>;
  readonly foot: readonly string[] | undefined;
  /** RP-4: n of N, in words. */
  readonly coverage: string;
  readonly source: string;
  /** It adds money up, and its records have amounts. */
  readonly money: boolean;
  readonly asOf: string;
}

export interface ViewBar {
  readonly key: string;
  readonly label: string;
  readonly parts: readonly { readonly value: number; readonly fill: Fill }[];
  readonly mark: string;
}

interface Reader {
  readonly t: Text;
  readonly language: Language;
  /** The hash of the snapshot: the source that everybody can check. Null of what is computed before there is one. */
  readonly sha256: string | null;
}

/** Tells a stored figure. Nothing is counted here: every number is one of the figure's own. */
export function viewOf(figure: StoredFigure, reader: Reader): FigureView {
  const { t } = reader;
  const { key, number, as_of: asOf, reporting, expected, missing } = figure;
  const count = (value: number) => formatNumber(reader.language, value, 0);
  const told = tellings[key]({ ...figure, rows: completed(figure) }, reader);
  const subject = subjectName(figure, reader.language);
  return {
    key, name: figure.name, subject, number, asOf, ...told, ...provenanceOf(figure, { ...reader, shortHash, label: (part) => partLabel(figure, part, reader) }),
    ...(subject === null ? {} : { finding: t('figures.of_subject', { subject, finding: told.finding }) }),
    about: aboutFigure(figure, t, subject), otherwise: otherLanguages(figure, completed(figure).map(({ part }) => part), reader.language),
    coverage: t(`figures.${key}.coverage`, { known: count(reporting), total: count(expected), missing: count(missing) }),
    money: figure.definition.measure === 'money' || ['ladder', 'currencies'].includes(key),
    source: reader.sha256 === null ? t('figures.live') : t('figures.source', { snapshot: shortHash(reader.sha256) }),
  };
}

/** What a narrowed figure's subject is called; null of a figure that counts everybody. */
export const subjectName = ({ subject }: Pick<StoredFigure, 'subject'>, language: Language): string | null => (subject === null ? null : subject.names[language] ?? subject.names['en'] ?? subject.ref);

/** What is counted, and of whom alone. */
const aboutFigure = ({ key }: StoredFigure, t: Text, subject: string | null): string => [t(`figures.${key}.about`), ...(subject === null ? [] : [t('figures.alone', { subject })])].join(' ');

/** The first sixteen digits in groups: enough to tell snapshots apart, short enough to read out. */
export const shortHash = (sha256: string): string => sha256.slice(0, 16).replaceAll(/(.{4})(?=.)/g, '$1 ');

/** Clauses and groups that nothing serves are rows too: nought, which is known, and not missing. Clauses that as many serve stand in the order of their codes. */
export function completed(figure: StoredFigure): readonly FigureRow[] {
  if (figure.key === 'standing') return standingOrder.flatMap((part) => figure.rows.filter((row) => row.part === part));
  if (figure.key !== 'clauses' && figure.key !== 'groups') return figure.rows;
  const unserved = Object.keys(figure.names).filter((part) => !figure.rows.some((row) => row.part === part));
  const all = [...unserved.map((part) => ({ part, value: '0', count: 0, currency: null, first: figure.key === 'groups' ? '0' : null })), ...figure.rows];
  return figure.key === 'groups' ? all : all.toSorted((one, other) => one.count - other.count || byCode(one.part, other.part));
}

/** The best first; what has not been heard of stands last. */
const standingOrder = ['reached_on_time', 'reached_late', 'on_track', 'at_risk', 'off_track', 'not_reached', 'stale'];
const standingFills: Readonly<Record<string, Fill>> = { reached_on_time: 'f3', reached_late: 'f3', at_risk: 'f2', off_track: 'f2', not_reached: 'f6', stale: 'hatch' };

type Told = Pick<FigureView, 'finding' | 'bars' | 'columns' | 'rows' | 'foot'>;
type Telling = (figure: StoredFigure, reader: Reader) => Told;

const sumOf = (rows: readonly FigureRow[]): number => rows.reduce((sum, row) => sum + row.count, 0);
const words = (label: string) => ({ label, words: true });
const numbers = (label: string) => ({ label, words: false });

/** A figure that counts records by part, with each part's share. */
function countsOf(figure: StoredFigure, reader: Reader, finding: string, fills: Readonly<Record<string, Fill>> = {}): Told {
  const { t, language } = reader;
  const total = sumOf(figure.rows);
  const number = (value: number) => formatNumber(language, value, 0);
  const share = (value: number) => formatPercent(language, total === 0 ? 0 : value / total);
  return {
    finding: total === 0 ? t('figures.nothing') : finding,
    bars: figure.rows.map((row) => ({ key: row.part, label: partLabel(figure, row.part, reader), parts: [{ value: row.count, fill: fills[row.part] ?? 'f1' }], mark: `${number(row.count)} · ${share(row.count)}` })),
    columns: [words(t(`figures.${figure.key}.part`)), numbers(t(`figures.${figure.key}.count`)), numbers(t('figures.share'))],
    rows: figure.rows.map((row) => [partLabel(figure, row.part, reader), number(row.count), share(row.count)]),
    foot: [t('figures.together'), number(total), share(total)],
  };
}

/** A total of money with the parts that it is made of, or is a part of: they add up to the last digit. */
function totalOf(figure: StoredFigure, { t, language }: Reader, said: (rows: readonly FigureRow[]) => { readonly total: string; readonly part: string }): Told {
  const { key, rows } = figure;
  const currency = figure.currency ?? 'USD';
  const { total, part } = said(rows);
  const label = (of: string) => partLabel(figure, of, { t, language });
  return {
    finding: rows.length === 0 ? t('figures.nothing') : t(`figures.${key}.finding`, { total: formatMoney(language, total, currency), part: formatMoney(language, part, currency) }),
    bars: rows.map((row, at) => ({ key: row.part, label: label(row.part), parts: [{ value: Number(row.value), fill: at === 0 ? 'f1' : 'k3' }], mark: formatMoney(language, row.value, currency) })),
    columns: [words(t(`figures.${key}.part`)), numbers(currency), numbers(t(`figures.${key}.count`))],
    rows: rows.map((row) => [label(row.part), formatNumber(language, row.value, 0), formatNumber(language, row.count, 0)]),
    foot: [t('figures.together'), formatNumber(language, sumOfValues(rows), 0), ''],
  };
}

/** Exactly, as a decimal string. */
const sumOfValues = (rows: readonly FigureRow[]): string => rows.reduce((sum, { value }) => plus(sum, value), '0');

const tellings: Readonly<Record<StoredFigure['key'], Telling>> = {
  standing: (figure, reader) => {
    const total = sumOf(figure.rows);
    const good = sumOf(figure.rows.filter((row) => ['reached_on_time', 'reached_late', 'on_track'].includes(row.part)));
    const shown = { good: formatNumber(reader.language, good, 0), total: formatNumber(reader.language, total, 0) };
    return countsOf(figure, reader, reader.t('figures.standing.finding', { count: total, ...shown }), standingFills);
  },
  clauses: (figure, reader) => {
    const { t, language } = reader;
    const unserved = figure.rows.filter((row) => row.count === 0).length;
    const least = figure.rows[0];
    const finding = unserved > 0
      ? t('figures.clauses.unserved', { count: unserved, shown: formatNumber(language, unserved, 0), total: formatNumber(language, figure.rows.length, 0) })
      : t('figures.clauses.finding', { label: least === undefined ? '' : apart(partLabel(figure, least.part, reader)), shown: formatNumber(language, least?.count ?? 0, 0) });
    return withoutShares(countsOf(figure, reader, finding));
  },
  groups: (figure, reader) => {
    const { t, language } = reader;
    const number = (value: number | string) => formatNumber(language, value, 0);
    const least = figure.rows[0];
    const finding = least === undefined ? '' : t('figures.groups.finding', { label: partLabel(figure, least.part, reader), shown: number(least.count) });
    const counts = countsOf(figure, reader, finding);
    return {
      finding: counts.finding,
      foot: undefined,
      bars: figure.rows.map((row) => ({
        key: row.part, label: partLabel(figure, row.part, reader), mark: number(row.count),
        parts: [{ value: Number(row.first), fill: 'f1' }, { value: row.count - Number(row.first), fill: 'k3' }],
      })),
      columns: [...counts.columns.slice(0, 2), numbers(t('figures.groups.first'))],
      rows: figure.rows.map((row) => [partLabel(figure, row.part, reader), number(row.count), number(row.first ?? '0')]),
    };
  },
  ladder: (figure, reader) => {
    const { t, language } = reader;
    const currency = figure.currency ?? 'USD';
    const money = (part: string) => formatMoney(language, figure.rows.find((row) => row.part === part)?.value ?? '0', currency);
    return {
      finding: figure.rows.length === 0 ? t('figures.nothing') : t('figures.ladder.finding', { pledged: money('pledged'), committed: money('committed'), disbursed: money('disbursed') }),
      bars: figure.rows.map((row) => ({ key: row.part, label: partLabel(figure, row.part, reader), parts: [{ value: Number(row.value), fill: 'f1' }], mark: formatMoney(language, row.value, currency) })),
      columns: [words(t('figures.ladder.part')), numbers(currency), numbers(t('figures.ladder.count'))],
      rows: figure.rows.map((row) => [partLabel(figure, row.part, reader), formatNumber(language, row.value, 0), formatNumber(language, row.count, 0)]),
      foot: undefined,
    };
  },
  total_a: (figure, reader) => totalOf(figure, reader, ([stands]) => ({ total: sumOfValues(figure.rows), part: stands?.value ?? '0' })),
  total_b: (figure, reader) => totalOf(figure, reader, ([once]) => ({ total: once?.value ?? '0', part: sumOfValues(figure.rows) })),
  total_c: (figure, reader) => totalOf(figure, reader, (rows) => ({ total: rows.find((row) => row.part === 'confirmed')?.value ?? '0', part: sumOfValues(rows) })),
  currencies: (figure, reader) => {
    const { t, language } = reader;
    const number = (value: number | string) => formatNumber(language, value, 0);
    const kinds = [...new Set(figure.rows.map((row) => row.part))].map((part) => ({ part, count: sumOf(figure.rows.filter((row) => row.part === part)) }));
    const currencies = new Set(figure.rows.map((row) => row.currency)).size;
    const total = sumOf(figure.rows);
    return {
      finding: total === 0 ? t('figures.nothing') : t('figures.currencies.finding', { payments: number(total), currencies: number(currencies) }),
      bars: kinds.map(({ part, count }) => ({ key: part, label: partLabel(figure, part, reader), parts: [{ value: count, fill: 'f1' }], mark: number(count) })),
      columns: [words(t('figures.currencies.part')), words(t('figures.currencies.currency')), numbers(t('figures.currencies.value')), numbers(t('figures.currencies.count'))],
      rows: figure.rows.map((row) => [partLabel(figure, row.part, reader), row.currency ?? '', formatNumber(language, row.value, 2), number(row.count)]),
      foot: undefined,
    };
  },
  rungs: (figure, reader) => {
    const shown = (rows: readonly FigureRow[]) => formatNumber(reader.language, sumOf(rows), 0);
    const checked = figure.rows.filter((row) => row.part === 'secretariat_checked' || row.part === 'independently_verified');
    return countsOf(figure, reader, reader.t('figures.rungs.finding', { count: sumOf(figure.rows), checked: shown(checked), total: shown(figure.rows) }), { contested: 'f6', self_reported: 'f2', independently_verified: 'f3' });
  },
  members: (figure, reader) => {
    const most = figure.rows[0];
    const shown = { total: formatNumber(reader.language, sumOf(figure.rows), 0), most: formatNumber(reader.language, most?.count ?? 0, 0), label: most === undefined ? '' : partLabel(figure, most.part, reader) };
    return countsOf(figure, reader, reader.t('figures.members.finding', shown));
  },
  work: (figure, reader) => {
    const countOf = (part: string) => formatNumber(reader.language, figure.rows.find((row) => row.part === part)?.count ?? 0, 0);
    return withoutShares(countsOf(figure, reader, reader.t('figures.work.finding', { endorsements: countOf('endorsements'), decisions: countOf('decisions_adopted'), sessions: countOf('sessions') })));
  },
};

/** Parts that overlap, or differ in kind, have no shares and no sum. */
const withoutShares = (told: Told): Told => ({
  ...told, foot: undefined, columns: told.columns.slice(0, 2), rows: told.rows.map((row) => row.slice(0, 2)), bars: told.bars.map((bar) => ({ ...bar, mark: bar.mark.split(' · ')[0] ?? '' })),
});

/** The parts that can be asked for one by one, with how many records stand behind each. */
export function partsOf(figure: StoredFigure, reader: Pick<Reader, 't' | 'language'>): { key: string; label: string; count: number }[] {
  return figure.rows.map((row) => ({ key: partKey(figure.key, row), label: partLabel(figure, partKey(figure.key, row), reader), count: row.count }));
}
