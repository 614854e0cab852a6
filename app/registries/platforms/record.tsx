import { formatDate } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths, type PlatformAct } from '#app/paths';
import { ButtonLink } from '#app/ui/button';
import { Crumbs } from '#app/ui/crumbs';
import { Head } from '#app/ui/head';
import { Notice } from '#app/ui/notice';
import { Section } from '#app/ui/section';
import { languageName } from '#db/reference/language-names';
import { platformTag } from './marks';
import { AboutSection, CareSection, CharterSection, ClaimsSection, type Principle } from './sections';
import type { ShownPlatform } from './shown.server';
import { EditionsSection, StandingSection } from './standing';

interface PlatformPageProps {
  readonly platform: ShownPlatform;
  readonly acts: readonly PlatformAct[];
  readonly charter: readonly Principle[];
}

/** A platform with everything that is said of it, and by whom. */
export function PlatformPage({ platform, acts, charter }: PlatformPageProps) {
  return (
    <>
      <PlatformOpening platform={platform} />
      <PlatformDesk platform={platform} acts={acts} />
      <StandingSection platform={platform} />
      <AboutSection platform={platform} />
      <ClaimsSection platform={platform} />
      <CareSection platform={platform} />
      <CharterSection platform={platform} charter={charter} />
      <EditionsSection platform={platform} />
    </>
  );
}

function PlatformOpening({ platform }: { readonly platform: ShownPlatform }) {
  const t = useText('registries');
  const { language } = useLocale();
  const to = paths.in(language);
  const { country, country_iso2, ref, number, edition, state, status } = platform;
  const day = (on: string | null) => (on === null ? '' : formatDate(language, on));
  const lede = state === 'discontinued' ? t('record.lede_discontinued', { country, date: day(platform.discontinued_on) }) : t(`record.lede_${status}`, { country, date: day(platform.confirmed_on) });
  return (
    <>
      <Crumbs above={[{ href: to.country(country_iso2), label: country }, { href: to.platforms(), label: t('title') }]} here={<bdi>{ref}</bdi>} />
      <Head tight kick={t('record.kick', { country })} title={<span lang={platform.name_language} dir="auto">{platform.name}</span>} lede={lede}>
        {platformTag(state === 'discontinued' ? state : status, t)}
      </Head>
      <div className="flow pb-24">
        {platform.discontinued_reason !== null && <Notice title={t('state.discontinued')}><span dir="auto">{platform.discontinued_reason}</span></Notice>}
        {platform.returned_reason !== null && <Notice tone="warn" title={t('record.returned')}><span dir="auto">{platform.returned_reason}</span></Notice>}
        {platform.published && number !== edition && <Notice>{t(number < edition ? 'record.is_earlier' : 'record.is_next', { number })} <a href={to.platform(ref)}>{t('record.to_current')}</a></Notice>}
        {platform.name_language !== platform.language && <p className="small muted">{t('record.translated', { language: languageName(platform.language, language) })}</p>}
      </div>
    </>
  );
}

/** What the viewer can do now, the step that waits first. */
function PlatformDesk({ platform: { ref }, acts }: Pick<PlatformPageProps, 'platform' | 'acts'>) {
  const t = useText('registries');
  if (acts.length === 0) return null;
  return (
    <Section id="desk" title={t('record.desk')} note={t('record.desk_note')}>
      <div className="row noprint">{acts.map((act, at) => <ButtonLink key={act} weight={at === 0 ? 'main' : 'second'} href={paths.platformAct(ref, act)}>{t(`act.${act}`)}</ButtonLink>)}</div>
    </Section>
  );
}
