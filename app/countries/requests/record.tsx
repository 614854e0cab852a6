import type { ReactNode } from 'react';
import { formatDate, formatList, formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { ListTable } from '#app/table/table';
import { Chain } from '#app/ui/chain';
import { Crumbs } from '#app/ui/crumbs';
import { Empty } from '#app/ui/empty';
import { Facts } from '#app/ui/facts';
import { Head } from '#app/ui/head';
import { Notice } from '#app/ui/notice';
import { Section } from '#app/ui/section';
import { BENEFICIARY_GROUPS } from '#db/reference/beneficiary-groups';
import { requestTag, Words, worthOf } from '../marks';
import type { OfferRow } from '../offers/list';
import type { MadePledge } from '../offers/queries.server';
import { offerTable } from '../offers/table';
import { pillarsCode } from '../worth';
import type { RequestRecord } from './queries.server';

interface RequestProps {
  readonly request: RequestRecord;
}

/** Who asks for what, by when. */
export function RequestOpening({ request }: RequestProps) {
  const t = useText('countries');
  const { language } = useLocale();
  const to = paths.in(language);
  return (
    <>
      <Crumbs above={[{ href: to.country(request.country_iso2), label: request.country }, { href: to.requests(), label: t('requests.title') }]} here={<bdi>{request.ref}</bdi>} />
      <Head
        tight kick={t('requests.kick', { country: request.country })} title={<span lang={request.title_language} dir="auto">{request.title}</span>}
        lede={t(request.closed_on === null ? 'requests.lede_open' : 'requests.lede_closed', { by: formatDate(language, request.deadline_on), closed: request.closed_on === null ? '' : formatDate(language, request.closed_on) })}
      >
        {requestTag(request, t)}
      </Head>
      {request.machine && <p className="small muted">{t('form.machine')}</p>}
    </>
  );
}

/** From the clause to the pledge: what is missing stays as a gap in words. */
export function RequestChain({ request, pledges }: RequestProps & { readonly pledges: readonly MadePledge[] }) {
  const t = useText('countries');
  const chain = useText('commitments');
  const { language } = useLocale();
  const to = paths.in(language);
  const [clause] = request.clauses;
  const [pledge] = pledges;
  const commitment = pledges.find((one) => one.commitment !== null)?.commitment ?? null;
  return (
    <Chain
      label={t('requests.chain', { ref: request.ref })}
      stations={[
        clause === undefined ? { kind: chain('chain.clause'), title: t('requests.no_clause'), state: 'gap' } : { kind: chain('chain.clause'), title: formatList(language, request.clauses.map(({ code }) => code)), href: to.clause(clause.code) },
        { kind: t('requests.request'), title: request.ref, state: 'here' },
        request.offers === 0 ? { kind: t('offers.offer'), title: t('requests.no_offer'), state: 'gap' } : { kind: t('offers.offer'), title: t('requests.offers', { count: request.offers, shown: formatNumber(language, request.offers) }), href: '#offers' },
        pledge === undefined ? { kind: chain('chain.money'), title: t('requests.no_pledge'), state: 'gap' } : { kind: chain('chain.money'), title: pledge.ref, href: to.pledge(pledge.ref) },
        commitment === null ? { kind: chain('chain.commitment'), title: t('requests.no_commitment'), state: 'gap' } : { kind: chain('chain.commitment'), title: commitment, href: to.commitment(commitment) },
      ]}
    />
  );
}

/** The need in full. */
export function RequestFacts({ request }: RequestProps) {
  const t = useText('countries');
  const { language } = useLocale();
  const to = paths.in(language);
  const joined = (parts: readonly ReactNode[]): ReactNode => (parts.length === 0 ? <span className="muted">{t('form.none_named')}</span> : parts.map((part, at) => <span key={at}>{at > 0 && ' · '}{part}</span>));
  return (
    <Section id="need" title={t('requests.need')} note={t('requests.need_note')}>
      <Words text={request.need} language={request.title_language} />
      <Facts
        facts={[
          { label: t('requests.country'), value: <a href={to.country(request.country_iso2)}>{request.country}</a> },
          { label: t('requests.pillar'), value: <a href={`${to.framework(pillarsCode)}#${request.pillar.code}`}>{request.pillar.title}</a> },
          { label: t('form.clauses'), value: joined(request.clauses.map(({ code, title }) => <a key={code} href={to.clause(code)}>{code} {title}</a>)) },
          { label: t('requests.beneficiaries'), value: joined(request.beneficiaries.map((code) => BENEFICIARY_GROUPS.find((group) => group.code === code)?.name[language] ?? code)) },
          { label: t('requests.needed'), value: worthOf(request, t, language) },
          { label: t('requests.by'), value: formatDate(language, request.deadline_on) },
          { label: t('requests.asked_by'), value: request.asker ?? <span className="muted">{t('requests.asker_unnamed', { country: request.country })}</span> },
          ...(request.published_on === null ? [] : [{ label: t('requests.published'), value: formatDate(language, request.published_on) }]),
        ]}
      />
      {request.closed_reason !== null && <Notice small title={t('requests.state.closed')}><span dir="auto">{request.closed_reason}</span></Notice>}
    </Section>
  );
}

/** What was offered, with its answer. */
export function OffersSection({ offers, children }: { readonly offers: readonly OfferRow[]; readonly children?: ReactNode }) {
  const t = useText('countries');
  return (
    <Section id="offers" title={t('offers.title')} note={t('requests.offers_note')}>
      {offers.length === 0 ? <Empty title={t('requests.no_offer')}><p>{t('requests.no_offer_hint')}</p></Empty> : (
        <ListTable caption={t('offers.title')} columns={offerTable} rows={offers} keyOf={(row) => row.id} t={t} hidden={['about']} />
      )}
      {children}
    </Section>
  );
}
