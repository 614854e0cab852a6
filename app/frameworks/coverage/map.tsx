import { openState } from '#app/countries/requests/list';
import { formatDate, formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths, type About } from '#app/paths';
import { addMonths } from '#app/platform/clock';
import { Chips } from '#app/ui/chips';
import { FigureTable } from '#app/ui/figure-table';
import { Key } from '#app/ui/key';
import { Links } from '#app/ui/links';
import { Tiles } from '#app/ui/tiles';
import { CoveredCountries } from './countries';
import { ClauseName, CoverageHeat, originOf, shadedBy, shownAmount, shownIn, stepEntries, type Mapped } from './heat';
import { amountOf, boundsFor, isMoney, type Gap } from './model';
import type { CoveragePage } from './page.server';
import { cellHref } from './question';

interface PageProps {
  readonly page: CoveragePage;
}

/** Lines by what was asked for, least covered first. */
export function CoverageMap({ page }: PageProps) {
  const t = useText('frameworks');
  const { question: { columns, measure }, mapped, coverage } = page;
  const least = mapped.lines.find(({ id }) => id === coverage.rows[0]?.scope);
  const finding = t('coverage.least_line', { title: least?.title ?? '' });
  const about = `${t(`coverage.measure.${measure}`)} · ${t(`coverage.columns.${columns}`)}`;
  const note = `${t(isMoney(measure) ? 'coverage.money_note' : measure === 'commitments' ? 'coverage.once' : 'coverage.asks_note')} ${t(columns === 'beneficiary' ? 'coverage.by_group_note' : 'coverage.by_place_note')}`;
  return columns === 'country' ? <CountryStrips page={page} finding={finding} about={about} note={note} /> : <CoverageHeat mapped={mapped} coverage={coverage} finding={finding} about={about} note={note} />;
}

/** Lines by the countries of a region: how many are reached first, then a tile for each country under each line. */
function CountryStrips({ page: { mapped, coverage, question }, finding, about, note }: PageProps & { readonly finding: string; readonly about: string; readonly note: string }) {
  const t = useText('frameworks');
  const { language } = useLocale();
  const shown = (count: number) => formatNumber(language, count);
  const { measure } = question;
  const bounds = boundsFor(Math.max(0, ...coverage.rows.flatMap((row) => row.cells.map((cell) => shadedBy(cell, measure)))));
  const rows = coverage.rows.flatMap((row) => {
    const clause = mapped.lines.find(({ id }) => id === row.scope);
    return clause === undefined ? [] : [{ row, clause, reached: row.cells.filter((cell) => amountOf(cell, measure) > 0).length }];
  });
  return (
    <div className="pb-32">
      <FigureTable
        titled caption={`${finding}: ${about}`}
        columns={[{ label: t('coverage.line') }, { label: t('coverage.countries') }, { label: t('coverage.covered') }, { label: t('coverage.uncovered') }]}
        rows={rows.map(({ clause, reached }) => [<ClauseName key="clause" clause={clause} endorsed={mapped.endorsed} />, shown(coverage.columns.length), shown(reached), shown(coverage.columns.length - reached)])}
      />
      <Key entries={stepEntries(bounds, t, language)} />
      <Tiles
        bounds={bounds}
        regions={rows.map(({ row, clause, reached }) => ({
          key: row.scope, name: `${clause.code} ${clause.title}`, note: t('coverage.of_region', { known: shown(reached), total: shown(coverage.columns.length) }),
          tiles: coverage.columns.map(({ key, name }, at) => {
            const cell = row.cells[at] ?? row.total;
            const said = shownIn(cell, measure, language);
            return { code: key, count: shadedBy(cell, measure), shown: said, href: cellHref(question, { version: mapped.version, code: clause.code, kind: 'country', key }, language), label: `${key} ${said}, ${name}, ${clause.code}` };
          }),
        }))}
      />
      <p className="meta">{note} {originOf(mapped, coverage.foot.total, t, language)}</p>
    </div>
  );
}

/** Every country and territory that ISO 3166-1 has: those with nothing are outlined, none is left out. */
export function EveryCountry({ page: { mapped, places, question, under } }: PageProps) {
  const t = useText('frameworks');
  const { language } = useLocale();
  const [known, total] = [places.reduce((sum, region) => sum + region.covered, 0), places.reduce((sum, region) => sum + region.of, 0)];
  const open = (kind: 'country' | 'region', key: string) => cellHref(question, { version: mapped.version, code: under?.code, kind, key }, language);
  const words = { count: known, code: under?.code ?? '', shown: formatNumber(language, known), total: formatNumber(language, total) };
  return (
    <CoveredCountries
      regions={places} bounds={boundsFor(Math.max(0, ...places.flatMap((region) => region.places.map(({ count }) => Math.ceil(count)))))}
      finding={under === undefined ? t('coverage.covered_in', words) : t('clause.covered_in', words)}
      opens={{ country: (iso2) => open('country', iso2), region: (m49) => open('region', m49) }} source={t('coverage.source_all')}
      say={(amount) => shownAmount(amount, question.measure, language)}
    />
  );
}

/** What became of the lines within a year, from the days on which promises were published and withdrawn. */
export function CoverageChange({ page: { mapped, coverage } }: PageProps) {
  const t = useText('frameworks');
  const { language } = useLocale();
  const shown = (count: number) => formatNumber(language, count);
  const changed = (now: number, then: number) => (now === then ? t('coverage.same') : `${now > then ? '+' : '−'}${shown(Math.abs(now - then))}`);
  const line = (head: React.ReactNode, { before, commitments }: { readonly before: number; readonly commitments: number }) => [head, shown(before), shown(commitments), changed(commitments, before)];
  const [then, now] = [formatDate(language, addMonths(mapped.asOf, -12), 'short'), formatDate(language, mapped.asOf, 'short')];
  return (
    <>
      <FigureTable
        titled caption={t('coverage.change_finding', { count: coverage.foot.total.commitments, then: shown(coverage.foot.total.before), now: shown(coverage.foot.total.commitments) })}
        columns={[{ label: t('coverage.line') }, { label: then }, { label: now }, { label: t('coverage.change') }]}
        rows={coverage.rows.flatMap((row) => {
          const clause = mapped.lines.find(({ id }) => id === row.scope);
          return clause === undefined ? [] : [line(<ClauseName key="clause" clause={clause} endorsed={mapped.endorsed} />, row.total)];
        })}
        foot={line(t('coverage.any'), coverage.foot.total)}
      />
      <p className="meta">{t('coverage.change_note', { date: formatDate(language, addMonths(mapped.asOf, -12)) })}</p>
    </>
  );
}

/** What the form of a new record begins with that answers what is asked for in a gap. */
const closing = ({ kind, key, missing }: Gap, { version, lines }: Mapped): About => ({
  version, node: missing.flatMap(({ scope, requests }) => (requests === 0 ? [] : (lines.find(({ id }) => id === scope)?.code ?? []))), beneficiary: kind === 'beneficiary' ? [key] : [],
});

/** CV-5: what nobody has promised, in words, the least served first. */
export function Gaps({ page: { gaps, mapped, question, under, may } }: PageProps) {
  const t = useText('frameworks');
  const countries = useText('countries');
  const { language } = useLocale();
  const acts = (about: About) => [
    ...(may.promise ? [{ href: paths.newCommitmentWith(about), label: t('coverage.promise') }] : []),
    ...(may.offer ? [{ href: paths.newOffer(about), label: countries('offers.make_open') }] : []),
    ...(may.ask ? [{ href: paths.newRequest(about), label: countries('requests.write') }] : []),
  ];
  const shown = (count: number) => formatNumber(language, count);
  const words = { ...question, measure: 'commitments' } as const;
  return (
    <>
      <Links entries={[...acts(under === undefined ? {} : { version: mapped.version, node: [under.code] }), { href: paths.in(language).requests({ state: openState }), label: t('coverage.see_requests') }]} />
      {gaps.map((gap) => (
        <div key={`${gap.kind} ${gap.key}`} className="pb-16">
          <h3 className="reg">{gap.name} <span>{t('coverage.named_by', { count: gap.commitments, shown: shown(gap.commitments) })}</span></h3>
          <p>{t(`coverage.gap_${gap.kind}`, { group: gap.name })}</p>
          <Chips label={t(`coverage.gap_${gap.kind}`, { group: gap.name })} chips={gap.missing.flatMap(({ scope, requests }) => {
            const clause = mapped.lines.find(({ id }) => id === scope);
            return clause === undefined ? [] : [{ href: cellHref(words, { version: mapped.version, code: clause.code, kind: gap.kind, key: gap.key }, language), label: `${clause.code} ${clause.title}${requests === 0 ? '' : ` (${t('coverage.asked', { count: requests, shown: shown(requests) })})`}` }];
          })} />
          {acts({}).length > 0 && gap.missing.some(({ requests }) => requests > 0) && <Links entries={acts(closing(gap, mapped))} />}
        </div>
      ))}
      <p className="meta">{t('coverage.gaps_note')} <a href={`${paths.in(language).methods()}#map`}>{t('coverage.how')}</a></p>
    </>
  );
}

