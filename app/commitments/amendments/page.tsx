import { formatDate } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { ButtonLink } from '#app/ui/button';
import { Crumbs } from '#app/ui/crumbs';
import { Facts } from '#app/ui/facts';
import { Head } from '#app/ui/head';
import { Notice } from '#app/ui/notice';
import { Section } from '#app/ui/section';
import { Written } from '#app/ui/written';
import type { AmendmentAct } from './acts.server';
import { Changes } from './changes';
import type { Amendment } from './queries.server';

interface AmendmentPageProps {
  readonly commitment: { readonly ref: string; readonly title: string; readonly title_language: string };
  readonly amendment: Amendment;
  readonly acts: readonly AmendmentAct[];
}

/** One amendment for those who work on it: what it changes, why, where it stands, and what can be done. */
export function AmendmentPage({ commitment, amendment, acts }: AmendmentPageProps) {
  const t = useText('commitments');
  const { language } = useLocale();
  const title = t('amendments.title', { number: amendment.number });
  return (
    <>
      <Crumbs above={[{ href: paths.in(language).commitments(), label: t('list.title') }, { href: paths.in(language).commitment(commitment.ref), label: commitment.ref }]} here={title} />
      <Head tight title={title} lede={<Written in={commitment.title_language}>{commitment.title}</Written>} />
      {amendment.status === 'asked' && <Notice small title={t('amendments.state.asked')}>{t('amendments.waits')}</Notice>}
      <Section id="changes" title={t('amendments.changes')} note={t('amendments.changes_note')}>
        <Changes before={amendment.before} after={amendment.after} />
      </Section>
      <Section id="why" title={t('amendments.reason')}>
        <p dir="auto">{amendment.reason}</p>
        <Facts facts={[
          { label: t('amendments.asked_on'), value: formatDate(language, amendment.asked_on) },
          { label: t('list.status'), value: t(`amendments.state.${amendment.status}`) },
          ...(amendment.decided_on === null ? [] : [{ label: t('amendments.decided_on'), value: formatDate(language, amendment.decided_on) }]),
          ...(amendment.answer === null ? [] : [{ label: t('amendments.answer'), value: amendment.answer }]),
        ]} />
        {acts.length > 0 && <div className="row pt-16">{acts.map((act, at) => <ButtonLink key={act} weight={at === 0 ? 'main' : 'second'} href={paths.amendmentAct(commitment.ref, amendment.number, act)}>{t(`amendments.act.${act}`)}</ButtonLink>)}</div>}
      </Section>
    </>
  );
}
