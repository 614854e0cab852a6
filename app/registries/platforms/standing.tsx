import { formatDate } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Notice } from '#app/ui/notice';
import { Rungs, type Rung } from '#app/ui/rungs';
import { Section } from '#app/ui/section';
import { Timeline } from '#app/ui/timeline';
import type { ShownPlatform } from './shown.server';

/** RE-3: in words, who has said and seen what, and when; being listed is no endorsement. */
export function StandingSection({ platform }: { readonly platform: ShownPlatform }) {
  const t = useText('registries');
  const { language } = useLocale();
  const { country } = platform;
  const step = (key: 'described' | 'confirmed' | 'reviewed' | 'published', on: string | null, by: string | null = null): Rung => ({
    key, label: t(`step.${key}`), on: on !== null,
    note: on === null ? t(`step.${key}_not`, { country }) : by === null ? t(`step.${key}_on`, { country, date: formatDate(language, on) }) : t(`step.${key}_by`, { country, date: formatDate(language, on), name: by }),
  });
  return (
    <Section id="standing" title={t('record.standing')} note={t('record.standing_note')}>
      <Rungs rungs={[step('described', platform.described_on), step('confirmed', platform.confirmed_on, platform.confirmed_name), step('reviewed', platform.reviewed_on, platform.reviewed_name), step('published', platform.published_on)]} />
      <p className="small muted pt-8">{t('step.nominated_on', { date: formatDate(language, platform.nominated_on) })}</p>
      {platform.review !== null && <Notice small title={t('record.review')}><span dir="auto">{platform.review}</span></Notice>}
      <p className="small pt-16">{t('record.no_endorsement')} <a href={`${paths.in(language).methods()}#platforms`}>{t('record.how')}</a></p>
    </Section>
  );
}

/** Earlier editions stay readable; whoever works on the next one finds it here. */
export function EditionsSection({ platform }: { readonly platform: ShownPlatform }) {
  const t = useText('registries');
  const { language } = useLocale();
  if (platform.editions.length < 2) return null;
  const moments = platform.editions.toReversed().map(({ number, status, published_on }) => ({
    key: String(number), when: published_on === null ? t(`state.${status}`) : formatDate(language, published_on), dateTime: published_on ?? undefined, first: number === platform.number,
    title: number === platform.number ? t('record.edition', { number }) : <a href={paths.in(language).platform(platform.ref, number === platform.edition ? undefined : number)}>{t('record.edition', { number })}</a>,
    children: <p>{t(number === platform.edition ? 'record.edition_current' : number > platform.edition ? 'record.edition_next' : 'record.edition_earlier')}</p>,
  }));
  return (
    <Section id="editions" title={t('record.editions')} note={t('record.editions_note')}>
      <Timeline moments={moments} />
    </Section>
  );
}
