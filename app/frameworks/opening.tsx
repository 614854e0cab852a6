import { formatDate, formatList, formatNumber, languageName } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { ListTable } from '#app/table/table';
import { Empty } from '#app/ui/empty';
import { Head } from '#app/ui/head';
import { Links } from '#app/ui/links';
import { Notice } from '#app/ui/notice';
import { Section } from '#app/ui/section';
import { Tag } from '#app/ui/tag';
import { untouched, type Coverage } from './coverage/model';
import { declarationCode } from './model';
import type { VersionCount } from './endorsements/counts.server';
import type { Clause, Version } from './queries.server';
import { StandingMark } from './text';
import { versionColumns } from './versions';

interface OpeningProps {
  readonly version: Version;
  readonly versions: readonly VersionCount[];
  readonly clauses: readonly Clause[];
  readonly coverage: Coverage;
  /** All promises that count. */
  readonly of: number;
}

/** Which text this is, who stands behind it, and where it is covered least. */
export function Opening({ version, versions, clauses, coverage, of }: OpeningProps) {
  const t = useText('frameworks');
  const { language } = useLocale();
  const shown = (count: number) => formatNumber(language, count);
  const now = versions.find((one) => one.number === version.number);
  const signed = now === undefined ? 0 : now.countries + now.organisations;
  const least = coverage.rows[0];
  const line = clauses.find(({ id }) => id === least?.scope);
  const nowhere = least === undefined ? [] : untouched(coverage, least);
  const principles = clauses.filter((clause) => clause.parent_id === null).length;
  return (
    <Head
      kick={t('declaration.kick', {
        number: version.number, date: formatDate(language, version.published_on), language: languageName(language, version.authoritative_language),
        principles: t('declaration.principles', { count: principles, shown: shown(principles) }), lines: t('declaration.lines', { count: clauses.length - principles, shown: shown(clauses.length - principles) }),
      })}
      title={version.name}
      lede={<>
        {t('declaration.signed', { count: signed, shown: shown(signed), number: version.number })}
        {least !== undefined && line !== undefined && <> {t('declaration.least', { count: least.total.commitments, code: line.code, title: line.title, shown: shown(least.total.commitments), total: shown(of) })}</>}
        {nowhere.length > 0 && <> {t('declaration.nowhere', { regions: formatList(language, nowhere.map(({ name }) => name)) })}</>}
      </>}
    >
      {version.status === 'superseded' && <Tag tone="draft" icon={null}>{t('versions.superseded')}</Tag>}
      <StandingMark version={version} />
      {version.status === 'superseded' && <a className="small" href={paths.in(language).declaration()}>{t('declaration.to_current')}</a>}
    </Head>
  );
}

interface StandBehindProps {
  readonly versions: readonly VersionCount[];
  readonly parties: number;
  readonly without: number;
  /** The viewer keeps the texts. */
  readonly keeps: boolean;
}

/** Who has endorsed which version, and who has signed and promised nothing yet. */
export function StandBehind({ versions, parties, without, keeps }: StandBehindProps) {
  const t = useText('frameworks');
  const { language } = useLocale();
  const to = paths.in(language);
  const [latest, before] = versions;
  const reserved = versions.reduce((sum, version) => sum + version.reserved, 0);
  return (
    <Section id="endorsements" title={t('declaration.endorsements')} note={t('declaration.endorsements_note')}>
      {parties === 0 ? <Empty title={t('ledger.empty')}><p>{t('ledger.empty_hint')}</p></Empty> : (
        <>
          <ListTable caption={t('versions.caption')} columns={versionColumns} rows={versions} keyOf={(row) => String(row.number)} t={t} />
          <p className="small muted">{t('declaration.parties', { count: parties, shown: formatNumber(language, parties) })}</p>
          {before !== undefined && (
            <p className="small muted">
              {t('declaration.by_version')}{' '}
              {versions.map((one, at) => <span key={one.number}>{at > 0 && ' · '}<a href={`${to.declaration({ version: one.number })}#text`}>{t('declaration.promised', { count: one.commitments, shown: formatNumber(language, one.commitments), number: one.number })}</a></span>)}
            </p>
          )}
          {without > 0 && (
            <Notice tone="none" small title={t('declaration.without', { count: without, shown: formatNumber(language, without) })}>
              {t('declaration.without_text')} <a href={to.endorsements({ promise: 'none' })}>{t('declaration.without_see', { count: without, shown: formatNumber(language, without) })}</a>
            </Notice>
          )}
        </>
      )}
      <Links entries={[
        { href: to.endorsements(), label: t('declaration.all_endorsements') },
        ...(reserved === 0 ? [] : [{ href: to.endorsements({ reserved: 'any' }), label: t('declaration.reservations', { count: reserved, shown: formatNumber(language, reserved) }) }]),
        ...(latest === undefined || before === undefined ? [] : [{ href: to.compare(declarationCode, { from: before.number, to: latest.number }), label: t('declaration.differences', { from: before.number, to: latest.number }) }]),
        { href: to.frameworks(), label: t('declaration.other_frameworks') },
        ...(keeps ? [{ href: paths.textVersions(declarationCode), label: t('declaration.desk') }] : []),
      ]} />
    </Section>
  );
}
