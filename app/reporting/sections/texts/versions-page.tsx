import { FormKey, Version } from '#app/form/hidden';
import { SelectField } from '#app/form/field';
import { piecesOf } from '#app/frameworks/compare/model';
import { Pieces } from '#app/frameworks/compare/page';
import { formatNumber, languageName } from '#app/languages/format';
import { nativeNames, type Language } from '#app/languages/language';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import type { Column } from '#app/table/column';
import { ListTable } from '#app/table/table';
import { Button } from '#app/ui/button';
import { Crumbs } from '#app/ui/crumbs';
import { Head } from '#app/ui/head';
import { Links } from '#app/ui/links';
import { Section } from '#app/ui/section';
import { Tag } from '#app/ui/tag';
import { momentIn } from '../marks';
import type { SavedText } from './queries.server';

interface VersionsProps {
  readonly report: { readonly ref: string; readonly title: string; readonly zone: string };
  readonly section: { readonly position: number; readonly heading: string; readonly kind: string };
  readonly writing: Language;
  readonly languages: readonly Language[];
  /** The newest first. */
  readonly versions: readonly SavedText[];
  readonly older: SavedText | undefined;
  readonly newer: SavedText | undefined;
  readonly restores: boolean;
}
type Row = SavedText & { readonly stands: boolean; readonly zone: string; readonly href: string };

const columns: readonly Column<Row>[] = [
  { id: 'number', header: (t) => t('versions.version'), cell: (row, { t, language }) => <><a href={row.href}>{t('versions.number', { number: formatNumber(language, row.number, 0) })}</a> {row.stands && <Tag tone="ok">{t('versions.stands')}</Tag>}</> },
  { id: 'writer', header: (t) => t('versions.writer'), cell: (row, { t }) => row.writer ?? t('sections.secretariat') },
  { id: 'at', header: (t) => t('versions.at'), cell: (row, { language }) => momentIn(language, row.written_at, row.zone) },
  { id: 'from', header: (t) => t('versions.from'), cell: (row, { t, language }) => row.restores !== null ? t('versions.restored', { number: formatNumber(language, row.restores, 0) }) : row.base === null ? t('versions.first') : t('versions.based', { number: formatNumber(language, row.base, 0) }) },
];

/** Every text that was saved in one language: who saved it and when, what two of them say differently, and one's words again. */
export function VersionsPage(props: VersionsProps) {
  const t = useText('reporting');
  const { language } = useLocale();
  const { report, section, writing, versions } = props;
  const here = (query: Readonly<Record<string, string>>) => paths.reportSectionVersions(report.ref, section.position, query);
  const heading = section.heading === '' ? t(`outline.${section.kind}`) : section.heading;
  const rows = versions.map((one, at) => ({ ...one, stands: at === 0, zone: report.zone, href: `${here({ language: writing, from: String(one.base ?? one.number), to: String(one.number) })}#changes` }));
  return (
    <>
      <Crumbs above={[{ href: paths.reportEdit(report.ref), label: report.title }, { href: paths.reportSection(report.ref, section.position), label: t('sections.number', { number: section.position }) }]} here={t('versions.title')} />
      <Head tight kick={heading} title={t('versions.title_in', { language: languageName(language, writing) })} lede={t('versions.lede')} />
      <Section id="saved" title={t('versions.title')} wide>
        <Links entries={props.languages.filter((one) => one !== writing).map((one) => ({ href: here({ language: one }), label: nativeNames[one] }))} />
        {rows.length === 0 ? <p className="muted">{t('versions.none')}</p> : <ListTable caption={t('versions.title')} columns={columns} rows={rows} keyOf={(row) => String(row.number)} t={t} />}
      </Section>
      <Changes {...props} />
    </>
  );
}

/** What the newer of two says differently, in words. */
function Changes({ report, section, writing, versions, older, newer, restores }: VersionsProps) {
  const t = useText('reporting');
  const { language } = useLocale();
  if (older === undefined || newer === undefined) return null;
  const number = (one: SavedText) => formatNumber(language, one.number, 0);
  const options = versions.map((one) => ({ value: String(one.number), label: t('versions.number', { number: number(one) }) }));
  const same = older.heading === newer.heading && older.body === newer.body;
  return (
    <Section id="changes" title={t('versions.changes')} note={t('versions.changes_note', { from: number(older), to: number(newer) })} wide>
      <form className="filters noprint" method="get" action={`${paths.reportSectionVersions(report.ref, section.position)}#changes`} aria-label={t('versions.compare')}>
        <input type="hidden" name="language" value={writing} />
        <SelectField name="from" label={t('versions.older')} options={options} defaultValue={String(older.number)} empty={null} />
        <SelectField name="to" label={t('versions.newer')} options={options} defaultValue={String(newer.number)} empty={null} />
        <div className="row"><button className="btn" type="submit">{t('versions.compare')}</button></div>
      </form>
      {same && older.number !== newer.number && <p className="muted">{t('versions.same')}</p>}
      <div className="diff pt-16" lang={writing} dir="auto">
        <p className="h22"><Pieces pieces={piecesOf(older.heading, newer.heading)} /></p>
        <p className="said"><Pieces pieces={piecesOf(older.body, newer.body)} /></p>
      </div>
      {restores && versions[0] !== undefined && newer.number !== versions[0].number && (
        <form method="post" action={`${paths.reportSectionAct(report.ref, section.position, 'restoration')}?language=${writing}`} className="flow pt-16">
          <FormKey />
          <Version value={versions[0].number} />
          <input type="hidden" name="language" value={writing} />
          <input type="hidden" name="number" value={newer.number} />
          <Button weight="second">{t('versions.restore', { number: number(newer) })}</Button>
          <p className="small muted">{t('versions.restore_note')}</p>
        </form>
      )}
    </Section>
  );
}
