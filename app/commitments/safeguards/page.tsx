import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { ButtonLink } from '#app/ui/button';
import { Crumbs } from '#app/ui/crumbs';
import { Empty } from '#app/ui/empty';
import { Head } from '#app/ui/head';
import { Notice } from '#app/ui/notice';
import { Section } from '#app/ui/section';
import { Written } from '#app/ui/written';
import type { SafeguardAct } from './acts.server';
import { SafeguardFacts } from './facts';
import { isInForce, type Safeguard } from './model';

interface SafeguardPageProps {
  readonly commitment: { readonly ref: string; readonly title: string; readonly title_language: string };
  readonly safeguard: Safeguard | undefined;
  readonly acts: readonly SafeguardAct[];
  readonly today: string;
}

/** The safeguard of a commitment for those who work on it: what it says, where it stands, and what can be done. */
export function SafeguardPage({ commitment, safeguard, acts, today }: SafeguardPageProps) {
  const t = useText('commitments');
  const { language } = useLocale();
  const state = safeguard === undefined ? undefined : safeguard.status === 'approved' && !isInForce(safeguard, today) ? 'expired' : safeguard.status;
  return (
    <>
      <Crumbs above={[{ href: paths.in(language).commitments(), label: t('list.title') }, { href: paths.in(language).commitment(commitment.ref), label: commitment.ref }]} here={t('safeguards.title')} />
      <Head tight title={t('safeguards.title')} lede={<Written in={commitment.title_language}>{commitment.title}</Written>} />
      {safeguard?.returned_reason != null && <Notice tone="warn" title={t('desk.returned')}><span dir="auto">{safeguard.returned_reason}</span></Notice>}
      <Section id="says" title={t('safeguards.what')} note={state === undefined ? t('safeguards.note') : t(`safeguards.state.${state}`)}>
        {safeguard === undefined ? <Empty title={t('safeguards.nothing')} /> : <SafeguardFacts safeguard={safeguard} />}
        {acts.length > 0 && <div className="row pt-16">{acts.map((act, at) => <ButtonLink key={act} weight={at === 0 ? 'main' : 'second'} href={paths.safeguardAct(commitment.ref, act)}>{t(`safeguards.act.${act}`)}</ButtonLink>)}</div>}
      </Section>
    </>
  );
}
