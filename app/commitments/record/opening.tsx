import { formatDate, formatDayInZone, languageName } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Crumbs } from '#app/ui/crumbs';
import { Head } from '#app/ui/head';
import { Links } from '#app/ui/links';
import { Notice } from '#app/ui/notice';
import { Tag } from '#app/ui/tag';
import { Written } from '#app/ui/written';
import { FreshMark, StandingTag } from '../marks';
import { leadHref } from './links';
import type { CommitmentRecord } from './model';

/** Where one is, what is promised, how far it is and how old that claim is; and what a reader must know of the text itself. */
export function Opening({ record }: { readonly record: CommitmentRecord }) {
  const t = useText('commitments');
  const { language } = useLocale();
  const { text, lead, updates } = record;
  const latest = updates[0];
  return (
    <>
      <Crumbs
        above={[{ href: paths.in(language).commitments(), label: t('list.title') }, { href: leadHref(language, lead), label: lead.name }]}
        here={<bdi>{record.ref}</bdi>}
      />
      <Head tight title={<Written in={text.language}>{text.title}</Written>} lede={text.action === null ? t('opening.no_action') : <Written in={text.language}>{text.action}</Written>}>
        <StandingTag standing={record.standing} />
        {latest !== undefined && <Tag tone="draft" icon={latest.verification === 'contested' ? 'off' : 'ok'}>{t(`rung.${latest.verification}`)}</Tag>}
        <FreshMark freshness={record.freshness} />
        <span className="tiny muted">{record.published_on === null ? t('opening.not_public') : t('opening.published', { on: formatDate(language, record.published_on) })}</span>
      </Head>
      <Remarks record={record} />
      <OtherTexts record={record} />
    </>
  );
}

/** The languages in which the text can be read besides the one that is shown. */
function OtherTexts({ record: { ref, text } }: { readonly record: CommitmentRecord }) {
  const t = useText('commitments');
  const { language } = useLocale();
  const others = text.languages.filter((one) => one !== text.language);
  if (others.length === 0) return null;
  return (
    <nav aria-label={t('translations.read_in')} className="row small pb-8">
      <span className="muted">{t('translations.read_in')}</span>
      <Links entries={others.map((one) => ({ href: paths.in(language).commitmentIn(ref, one), label: one === text.authoritative ? t('translations.original', { language: languageName(language, one) }) : languageName(language, one) }))} />
    </nav>
  );
}

/** What a reader must know before they go on. */
function Remarks({ record }: { readonly record: CommitmentRecord }) {
  const t = useText('commitments');
  const { language } = useLocale();
  const { text } = record;
  const other = text.language === language ? undefined : text.language;
  return (
    <div className="flow remarks">
      {other !== undefined && !text.languages.includes(language) && <Notice small>{t(other === text.authoritative ? 'opening.not_translated' : 'translations.not_in_yours', { language: languageName(language, other) })}</Notice>}
      {text.machine && <Notice small tone="warn">{t('opening.machine', { language: languageName(language, text.authoritative) })}</Notice>}
      {text.outdated && <Notice small tone="warn">{t('opening.outdated', { language: languageName(language, text.authoritative) })}</Notice>}
      {record.withdrawn_reason !== null && <Notice small tone="none" title={t('opening.withdrawn')}><span dir="auto">{record.withdrawn_reason}</span></Notice>}
      {record.embargo_until !== null && <Notice small tone="warn">{t('opening.embargo', { until: formatDayInZone(language, record.embargo_until, 'UTC') })}</Notice>}
      {record.source_name !== null && record.published_on === null && <Notice small>{t('opening.imported', { source: record.source_name })}</Notice>}
    </div>
  );
}
