import type { ReactNode } from 'react';
import { formatDayInZone, formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import type { Act } from '#app/records/history/model';
import type { Column } from '#app/table/column';
import { ListTable } from '#app/table/table';
import { Crumbs } from '#app/ui/crumbs';
import { Empty } from '#app/ui/empty';
import { Head } from '#app/ui/head';
import { Section } from '#app/ui/section';
import { Timeline } from '#app/ui/timeline';
import { valueOrReason } from './marks';
import type { KeptFigure } from './queries.server';

export interface AboutIndicator {
  readonly iso2: string;
  readonly country: string;
  readonly code: string;
  readonly name: string;
  readonly unit: KeptFigure['unit'];
}

/** The opening of the two pages on which an indicator of a country is written down. */
export function IndicatorOpening({ about, here, children }: { readonly about: AboutIndicator; readonly here: string; readonly children?: ReactNode }) {
  const t = useText('countries');
  const to = paths.in(useLocale().language);
  return (
    <>
      <Crumbs above={[{ href: to.country(about.iso2), label: about.country }, { href: paths.countryRoom(about.iso2), label: t('room.title') }]} here={here} />
      <Head tight kick={t('indicators.kick', { country: about.country, code: about.code })} title={about.name} lede={here}>{children}</Head>
    </>
  );
}

/** What stands there already, each with the way to correct it. */
export function FiguresTable({ about, figures }: { readonly about: AboutIndicator; readonly figures: readonly KeptFigure[] }) {
  const t = useText('countries');
  const edit: Column<KeptFigure> = {
    id: 'edit', header: () => t('indicators.entry'), unnamed: true,
    cell: (row) => <a href={row.figure === 'benchmark' ? paths.countryBenchmark(about.iso2, about.code, row.year) : paths.countryIndicator(about.iso2, about.code, row)}>{t('indicators.correct_year', { year: String(row.year) })}</a>,
  };
  const columns: readonly Column<KeptFigure>[] = [
    { id: 'year', header: () => t('indicators.year'), cell: (row) => row.year },
    { id: 'figure', header: () => t('indicators.figure'), cell: (row) => (row.figure === 'benchmark' ? t('indicators.figures.benchmark') : t(`indicators.part.${row.disaggregation}`)) },
    { id: 'value', header: () => t('indicators.value'), numeric: true, cell: (row, { language }) => valueOrReason(row, t, language) },
    { id: 'source', header: () => t('indicators.source'), cell: (row) => <span className="small" dir="auto">{row.source}</span> },
    edit,
  ];
  return (
    <Section id="figures" title={t('indicators.there')} note={t('indicators.there_note')}>
      {figures.length === 0 ? <Empty title={t('indicators.nothing_yet')} /> : <ListTable caption={t('indicators.there')} columns={columns} rows={figures} keyOf={(row) => row.id} t={t} />}
    </Section>
  );
}

/** IN-3: what was written and corrected, with what stood there before. */
export function IndicatorTrail({ acts }: { readonly acts: readonly Act[] }) {
  const t = useText('countries');
  const { language } = useLocale();
  const say = (field: string, value: string | null) => (value === null ? '' : field.endsWith('.value') ? formatNumber(language, value, 6) : field.endsWith('.missing') ? t(`indicators.missing.${value}`) : value);
  if (acts.length === 0) return null;
  return (
    <Section id="trail" title={t('indicators.trail')} note={t('indicators.trail_note')}>
      <Timeline
        moments={acts.map((act) => ({
          key: act.key, when: formatDayInZone(language, act.at, 'UTC'), dateTime: act.at, title: act.actor_name ?? t('indicators.by_import'),
          children: <ul className="small">{act.changes.map(({ field, before, after }, at) => <li key={`${field} ${at}`}>{t(`indicators.field.${field.split('.')[1] ?? ''}`)}: {before !== null && <del>{say(field, before)}</del>} {after !== null && <ins dir="auto">{say(field, after)}</ins>}</li>)}</ul>,
        }))}
      />
    </Section>
  );
}
