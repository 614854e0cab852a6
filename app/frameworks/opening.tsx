import { formatDate, formatList, formatNumber, languageName } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { ListTable } from '#app/table/table';
import { Empty } from '#app/ui/empty';
import { Head } from '#app/ui/head';
import { Links } from '#app/ui/links';
import { Notice } from '#app/ui/notice';
import { Section } from '#app/ui/section';
import { untouched, type Coverage } from './coverage/model';
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
  const line = clauses.find(({ code }) => code === least?.key);
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
        {least !== undefined && line !== undefined && <> {t('declaration.least', { count: least.total, code: line.code, title: line.title, shown: shown(least.total), total: shown(of) })}</>}
        {nowhere.length > 0 && <> {t('declaration.nowhere', { regions: formatList(language, nowhere.map(({ name }) => name)) })}</>}
      </>}
    >
      <StandingMark version={version} />
    </Head>
  );
}

interface StandBehindProps {
  readonly versions: readonly VersionCount[];
  readonly parties: number;
  readonly without: number;
}

/** Who has endorsed which version, and who has signed and promised nothing yet. */
export function StandBehind({ versions, parties, without }: StandBehindProps) {
  const t = useText('frameworks');
  const { language } = useLocale();
  const to = paths.in(language);
  const reserved = versions.reduce((sum, version) => sum + version.reserved, 0);
  return (
    <Section id="endorsements" title={t('declaration.endorsements')} note={t('declaration.endorsements_note')}>
      {parties === 0 ? <Empty title={t('ledger.empty')}><p>{t('ledger.empty_hint')}</p></Empty> : (
        <>
          <ListTable caption={t('versions.caption')} columns={versionColumns} rows={versions} keyOf={(row) => String(row.number)} t={t} />
          <p className="small muted">{t('declaration.parties', { count: parties, shown: formatNumber(language, parties) })}</p>
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
        { href: to.frameworks(), label: t('declaration.other_frameworks') },
      ]} />
    </Section>
  );
}
