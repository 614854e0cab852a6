import { formatChange, formatNumber } from '#app/languages/format';
import { paths } from '#app/paths';
import { byCode } from '#app/reporting/figures/code-order';
import { partLabel, rungName } from '#app/reporting/figures/labels';
import type { StoredFigure } from '#app/reporting/figures/model';
import type { EditionFigure, EditionModel } from '#app/reporting/publication/edition';
import { numbers, part, says, words } from './blocks';
import type { Belonging } from './clauses.server';
import type { Extract, ExtractReader, ExtractRows, Numbers } from './model';
import { groupKeys, groupName, rungKeys, standingIn, type Standing, type StandingCount } from './standing';

/** The scope that holds every clause: each commitment once. */
export const whole = '*';

/** A principle with its clauses, or a clause, or all of them. */
export interface Scope {
  readonly scope: string;
  readonly kind: 'principle' | 'action_line' | 'all';
  readonly label: string;
  /** Clauses by their part in figure 2.2. */
  readonly parts: readonly string[];
}

/** Principles in the order of their codes, each before its clauses; clauses without a principle come last. */
export function scopesOf(clauses: Pick<StoredFigure, 'key' | 'names' | 'rows'>, belonging: readonly Belonging[], { t, language }: Pick<ExtractReader, 't' | 'language'>): Scope[] {
  const parts = [...new Set([...Object.keys(clauses.names), ...clauses.rows.map(({ part }) => part)])].toSorted(byCode);
  const line = (part: string): Scope => ({ scope: part, kind: 'action_line', label: partLabel(clauses, part, { t, language }), parts: [part] });
  const parents = [...new Map(belonging.map((one) => [one.parent, one])).values()].toSorted((one, other) => byCode(one.parent, other.parent));
  const under = (parent: string) => parts.filter((part) => belonging.some((one) => one.part === part && one.parent === parent));
  return [
    ...parents.flatMap(({ parent, names }): Scope[] => [{ scope: parent, kind: 'principle', label: names[language] ?? names['en'] ?? parent, parts: under(parent) }, ...under(parent).map(line)]),
    ...parts.filter((part) => !belonging.some((one) => one.part === part)).map(line),
    { scope: whole, kind: 'all', label: t('extracts.principles.all'), parts },
  ];
}

/** What it is made of: how each scope stands, and stood in the report that it is compared with. */
export interface PrinciplesFacts {
  readonly clauses: EditionFigure;
  readonly scopes: readonly Scope[];
  readonly now: readonly StandingCount[];
  readonly before: { readonly year: number; readonly counts: readonly StandingCount[] } | null;
}

/** Progress by principle: how the commitments that serve each principle and each clause stand, who says so, and how that was a year before. */
export function principlesExtract(edition: EditionModel, facts: PrinciplesFacts, reader: ExtractReader): Extract {
  const { t, language, named } = reader;
  const number = (value: number) => formatNumber(language, value, 0);
  const all = standingIn(facts.now, whole);
  return {
    name: 'principles', form: 'report', title: t('extracts.principles.title'), href: paths.in(language).extract(edition.ref, 'principles', named),
    lede: t('extracts.principles.lede', { count: all.count, shown: number(all.count), kept: number(all.groups.kept), good: number(all.groups.on_track) }),
    parts: [
      part('standing', t('figures.standing.name'), [standingTable(edition, facts, reader), says(t('extracts.principles.once'))]),
      part('rungs', t('figures.rungs.name'), [rungTable(edition, facts, reader)]),
      part('earlier', t('extracts.principles.earlier'), [facts.before === null ? says(t('extracts.moved.none')) : earlierTable(edition, facts, facts.before, reader)]),
      part('money', t('outline.money'), [says(t('extracts.principles.money'))]),
      part('served', t('figures.clauses.name'), [{ kind: 'bound', name: 'clauses' }]),
    ],
    rows: rowsOf(edition, facts),
  };
}

/** A row for each scope: the last, of all of them, is set apart. */
function tableOf(edition: EditionModel, { clauses, scopes }: PrinciplesFacts, { t, language, named }: ExtractReader, about: { readonly caption: string; readonly columns: readonly string[]; readonly cells: (scope: string) => readonly string[] }): Numbers {
  const records = ({ kind, scope }: Scope) => (kind === 'action_line' && clauses.stored.rows.some((row) => row.part === scope) ? paths.in(language).figure(edition.ref, 'clauses', named, { part: scope }) : undefined);
  return {
    kind: 'numbers', caption: about.caption, columns: [words(t('figures.clauses.part')), ...about.columns.map(numbers)],
    rows: scopes.filter(({ kind }) => kind !== 'all').map((scope) => ({ cells: [scope.label, ...about.cells(scope.scope)], href: records(scope), heads: scope.kind === 'principle' })),
    foot: scopes.filter(({ kind }) => kind === 'all').flatMap(({ label, scope }) => [label, ...about.cells(scope)]),
    note: clauses.view.coverage,
  };
}

function standingTable(edition: EditionModel, facts: PrinciplesFacts, reader: ExtractReader): Numbers {
  const { t, language } = reader;
  const number = (value: number) => formatNumber(language, value, 0);
  return tableOf(edition, facts, reader, {
    caption: t('extracts.principles.standing'), columns: [t('figures.clauses.count'), ...groupKeys.map((group) => groupName(group, t)), t('extracts.reported')],
    cells: (scope) => {
      const { count, groups, reporting, expected } = standingIn(facts.now, scope);
      return [number(count), ...groupKeys.map((group) => number(groups[group])), t('extracts.of', { part: number(reporting), whole: number(expected) })];
    },
  });
}

function rungTable(edition: EditionModel, facts: PrinciplesFacts, reader: ExtractReader): Numbers {
  const { t, language } = reader;
  return tableOf(edition, facts, reader, {
    caption: t('extracts.principles.rungs'), columns: rungKeys.map((rung) => rungName(rung, t)),
    cells: (scope) => rungKeys.map((rung) => formatNumber(language, standingIn(facts.now, scope).rungs[rung], 0)),
  });
}

function earlierTable(edition: EditionModel, facts: PrinciplesFacts, { year, counts }: NonNullable<PrinciplesFacts['before']>, reader: ExtractReader): Numbers {
  const { t, language } = reader;
  const number = (value: number) => formatNumber(language, value, 0);
  const good = ({ groups }: Standing) => groups.kept + groups.on_track;
  return tableOf(edition, facts, reader, {
    caption: t('extracts.principles.compared', { year }),
    columns: [t('difference.before', { year }), t('difference.after'), t('difference.difference'), t('extracts.principles.good_before', { year }), t('extracts.principles.good_after')],
    cells: (scope) => {
      const [was, is] = [standingIn(counts, scope), standingIn(facts.now, scope)];
      return [number(was.count), number(is.count), formatChange(language, is.count - was.count, 0), t('extracts.of', { part: number(good(was)), whole: number(was.count) }), t('extracts.of', { part: number(good(is)), whole: number(is.count) })];
    },
  });
}

/** A row for each scope; what was not compared is missing. */
function rowsOf({ ref, number, asOf }: EditionModel, { scopes, now, before }: PrinciplesFacts): ExtractRows {
  const told = (standing: Standing | undefined) => [standing?.count ?? null, ...groupKeys.map((group) => standing?.groups[group] ?? null)];
  return {
    header: [
      'kind', 'clause', 'label', 'commitments', ...groupKeys, 'reporting', 'expected', 'missing', ...rungKeys.map((rung) => `rung_${rung}`),
      'earlier_year', 'earlier_commitments', ...groupKeys.map((group) => `earlier_${group}`), 'as_of', 'ref', 'edition',
    ],
    rows: scopes.map(({ scope, kind, label }) => {
      const standing = standingIn(now, scope);
      return [
        kind, kind === 'all' ? null : scope, label, ...told(standing), standing.reporting, standing.expected, standing.expected - standing.reporting, ...rungKeys.map((rung) => standing.rungs[rung]),
        before?.year ?? null, ...told(before === null ? undefined : standingIn(before.counts, scope)), asOf, ref, number,
      ];
    }),
  };
}
