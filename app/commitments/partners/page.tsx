import type { SubmissionResult } from '@conform-to/react';
import { ErrorSummary } from '#app/form/error-summary';
import type { Option } from '#app/form/field';
import { FormKey } from '#app/form/hidden';
import { summaryOf } from '#app/form/summary';
import { formatDate } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import type { Column } from '#app/table/column';
import { ListTable } from '#app/table/table';
import { Button, ButtonLink } from '#app/ui/button';
import { Crumbs } from '#app/ui/crumbs';
import { Empty } from '#app/ui/empty';
import { Head } from '#app/ui/head';
import { Section } from '#app/ui/section';
import { Tag, type Tone } from '#app/ui/tag';
import { PartnerFields } from './form';
import type { Consent, Partner } from './model';

interface PartnersPageProps {
  readonly commitment: { readonly ref: string; readonly title: string };
  readonly partners: readonly Partner[];
  readonly open: boolean;
  readonly choices: readonly Option[];
  readonly last: SubmissionResult<string[]> | undefined;
}

/** For the lead: who was asked and what they said, whom to ask next, and whether others may ask to join. */
export function PartnersPage({ commitment: { ref, title }, partners, open, choices, last }: PartnersPageProps) {
  const t = useText('commitments');
  const { language } = useLocale();
  const shown = partners.map((partner) => ({ ...partner, commitment: ref }));
  return (
    <>
      <Crumbs above={[{ href: paths.in(language).commitments(), label: t('list.title') }, { href: paths.in(language).commitment(ref), label: ref }]} here={t('partners.title')} />
      <ErrorSummary errors={summaryOf(last?.error ?? {})} />
      <Head tight title={t('partners.title')} lede={title} />
      <Section id="asked" title={t('partners.asked')} note={t('partners.asked_note')} wide>
        {partners.length === 0 ? <Empty title={t('partners.none')} /> : <ListTable caption={t('partners.asked')} columns={columns} rows={shown} keyOf={(one) => one.partner_id} t={t} />}
      </Section>
      <Section id="ask" title={t('partners.ask')} note={t('partners.ask_note')}>
        <form method="post" className="flow" noValidate>
          <FormKey />
          <PartnerFields organisations={choices} last={last} by="lead" />
          <div className="row pt-8"><Button>{t('partners.act.ask')}</Button></div>
        </form>
      </Section>
      <Section id="openness" title={t('partners.openness')}>
        <p>{t(open ? 'partners.is_open' : 'partners.is_closed')}</p>
        <p><ButtonLink weight="second" href={paths.commitmentOpenness(ref)}>{t('partners.act.open')}</ButtonLink></p>
      </Section>
    </>
  );
}

type Shown = Partner & { readonly commitment: string };
const tones: Readonly<Record<Consent, Tone>> = { asked: 'prog', confirmed: 'ok', declined: 'off', withdrawn: 'none' };
const columns: readonly Column<Shown>[] = [
  { id: 'name', header: (t) => t('partners.organisation'), cell: ({ name, ref, words }, { language }) => <><a href={paths.in(language).member(ref)}>{name}</a>{words !== null && <span className="block small muted" dir="auto">{words}</span>}</> },
  { id: 'role', header: (t) => t('partners.role_label'), cell: ({ role }, { t }) => t(`partners.role.${role}`) },
  {
    id: 'consent', header: (t) => t('list.status'), unnamed: true, cell: ({ consent, side, people, answer }, { t }) => (
      <>
        <Tag tone={tones[consent]}>{t(consent === 'asked' && side === 'partner' ? 'partners.consent.wants' : `partners.consent.${consent}`)}</Tag>
        {consent === 'asked' && side === 'lead' && people === 0 && <span className="block small">{t('partners.nobody')}</span>}
        {answer !== null && <span className="block small muted" dir="auto">{answer}</span>}
      </>
    ),
  },
  { id: 'asked', header: (t) => t('partners.since'), unbroken: true, cell: ({ asked_on, answered_on }, { language }) => formatDate(language, answered_on ?? asked_on, 'short') },
  {
    id: 'act', header: (t) => t('partners.acts'), unnamed: true, cell: ({ commitment, ref, name, consent, side }, { t }) => (
      <span className="row">
        {consent === 'asked' && side === 'partner' && <a className="btn btn--2" href={paths.partnerConsent(commitment, ref)}>{t('due.answer')}<span className="vh"> {name}</span></a>}
        <a className="btn btn--text" href={paths.partnerRemoval(commitment, ref)}>{t('partners.act.remove')}<span className="vh"> {name}</span></a>
      </span>
    ),
  },
];
