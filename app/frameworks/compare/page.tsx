import { formatDate, formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { SelectField } from '#app/form/field';
import { ButtonLink } from '#app/ui/button';
import { Crumbs } from '#app/ui/crumbs';
import { Head } from '#app/ui/head';
import { List } from '#app/ui/list';
import { Section } from '#app/ui/section';
import { Stats } from '#app/ui/stats';
import { Tag, type Tone } from '#app/ui/tag';
import { clauseHref, versionHref } from '../addresses';
import { declarationCode } from '../model';
import type { Difference, Kind, Piece } from './model';
import type { Comparison } from './queries.server';

const tones: Readonly<Record<Kind, Tone>> = { added: 'ok', removed: 'off', changed: 'prog', same: 'draft' };

/** What a newer version says differently from an older one, clause by clause. */
export function ComparisonPage({ comparison, endorses }: { readonly comparison: Comparison; readonly endorses: boolean }) {
  const t = useText('frameworks');
  const { language } = useLocale();
  const { framework, name, from, to, rows } = comparison;
  const count = (fits: (row: Difference) => boolean) => formatNumber(language, rows.filter(fits).length);
  const touched = rows.filter((row) => row.kind !== 'same' || row.moved || row.before !== null);
  return (
    <>
      <Crumbs above={[{ href: paths.in(language).frameworks(), label: t('list.title') }, { href: versionHref(framework, undefined, language), label: name }]} here={t('compare.crumb')} />
      <Head tight kick={[from, to].map((one) => t('versions.named', { number: one.number }) + (one.published_on === null ? ` (${t('version_status.draft')})` : `, ${formatDate(language, one.published_on)}`)).join(' · ')}
        title={t('compare.title', { from: from.number, to: to.number })} lede={name}>
        {endorses && <ButtonLink weight="second" href={paths.newEndorsement(framework === declarationCode ? undefined : framework)}>{t('compare.endorse', { number: to.number })}</ButtonLink>}
      </Head>
      <Stats stats={[
        { key: 'added', label: t('compare.added'), value: count(({ kind }) => kind === 'added') },
        { key: 'removed', label: t('compare.removed'), value: count(({ kind }) => kind === 'removed') },
        { key: 'changed', label: t('compare.changed'), value: count(({ kind }) => kind === 'changed') },
        { key: 'moved', label: t('compare.moved'), value: count(({ moved, before }) => moved || before !== null), notes: [t('compare.same', { count: rows.length - touched.length, shown: formatNumber(language, rows.length - touched.length) })] },
      ]} />
      <Choose comparison={comparison} />
      <Section id="differences" title={t('compare.differences')} note={t('compare.note')} wide>
        {touched.length === 0 ? <p className="muted">{t('compare.nothing')}</p> : <List>{touched.map((row) => <DifferenceItem key={`${row.kind} ${row.code}`} row={row} comparison={comparison} />)}</List>}
      </Section>
    </>
  );
}

/** Other versions to compare, as a plain form. */
function Choose({ comparison: { framework, versions, from, to } }: { readonly comparison: Comparison }) {
  const t = useText('frameworks');
  const { language } = useLocale();
  if (versions.length < 3) return null;
  const options = versions.map(({ number }) => ({ value: String(number), label: t('versions.named', { number }) }));
  return (
    <form className="filters noprint" method="get" action={paths.in(language).compare(framework, { from: from.number, to: to.number }).split('?')[0]} aria-label={t('compare.choose')}>
      <SelectField name="from" label={t('compare.from')} options={options} defaultValue={String(from.number)} empty={null} />
      <SelectField name="to" label={t('compare.to')} options={options} defaultValue={String(to.number)} empty={null} />
      <div className="row"><button className="btn" type="submit">{t('compare.show')}</button></div>
    </form>
  );
}

function DifferenceItem({ row, comparison: { framework, from, to } }: { readonly row: Difference; readonly comparison: Comparison }) {
  const t = useText('frameworks');
  const { language } = useLocale();
  const side = row.kind === 'removed' ? from : to;
  return (
    <li className="diff">
      <div className="row">
        {side.status === 'draft' ? <strong><bdi>{row.code}</bdi></strong> : <a href={clauseHref(framework, row.code, side.number, language)}><bdi>{row.code}</bdi></a>}
        <strong dir="auto"><Pieces pieces={row.title} /></strong>
        {(row.kind !== 'same' || (!row.moved && row.before === null)) && <Tag tone={tones[row.kind]} icon={row.kind === 'added' ? 'plus' : row.kind === 'removed' ? 'minus' : null}>{t(`compare.kind.${row.kind}`)}</Tag>}
        {row.before !== null && <Tag tone="draft" icon={null}>{t('compare.was', { code: row.before })}</Tag>}
        {row.moved && <Tag tone="draft" icon={null}>{t('compare.kind.moved')}</Tag>}
      </div>
      {row.body.length > 0 && row.kind !== 'same' && <p dir="auto"><Pieces pieces={row.body} /></p>}
    </li>
  );
}

export function Pieces({ pieces }: { readonly pieces: readonly Piece[] }) {
  return <>{pieces.map(({ kind, text }, at) => (kind === 'gone' ? <del key={at}>{text}</del> : kind === 'new' ? <ins key={at}>{text}</ins> : <span key={at}>{text}</span>))}</>;
}
