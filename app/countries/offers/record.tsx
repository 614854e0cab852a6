import { formatDate, formatList } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Chain, type Station } from '#app/ui/chain';
import { Crumbs } from '#app/ui/crumbs';
import { Facts } from '#app/ui/facts';
import { Head } from '#app/ui/head';
import { Notice } from '#app/ui/notice';
import { Section } from '#app/ui/section';
import { countryName } from '#db/reference/countries';
import { offerTag, Words, worthOf } from '../marks';
import { pillarsCode } from '../worth';
import type { OfferRecord } from './queries.server';
import { forWhom, providerHref } from './table';

interface OfferProps {
  readonly offer: OfferRecord;
}

/** Who offers what, and to whom. */
export function OfferOpening({ offer }: OfferProps) {
  const t = useText('countries');
  const { language } = useLocale();
  const to = paths.in(language);
  return (
    <>
      <Crumbs above={offer.request === null ? [{ href: to.offers(), label: t('offers.title') }] : [{ href: to.requests(), label: t('requests.title') }, { href: to.request(offer.request.ref), label: offer.request.ref }]} here={<bdi>{offer.ref}</bdi>} />
      <Head
        tight kick={t('offers.kick', { provider: offer.provider })} title={<span lang={offer.title_language} dir="auto">{offer.title}</span>}
        lede={offer.request === null ? t('offers.lede_open', { countries: forWhom(offer.countries, t, language) }) : t('offers.lede_request', { title: offer.request.title })}
      >
        {offerTag(offer.state, t)}
      </Head>
      {offer.machine && <p className="small muted">{t('form.machine')}</p>}
    </>
  );
}

/** From the clause through the request to the pledge. */
export function OfferChain({ offer }: OfferProps) {
  const t = useText('countries');
  const chain = useText('commitments');
  const { language } = useLocale();
  const to = paths.in(language);
  const [clause] = offer.clauses;
  const { pledge, request } = offer;
  const commitment = pledge?.commitment ?? null;
  const stations: Station[] = [
    clause === undefined ? { kind: chain('chain.clause'), title: t('requests.no_clause'), state: 'gap' } : { kind: chain('chain.clause'), title: formatList(language, offer.clauses.map(({ code }) => code)), href: to.clause(clause.code) },
    request === null ? { kind: t('requests.request'), title: t('offers.no_request'), state: 'gap' } : { kind: t('requests.request'), title: request.ref, href: to.request(request.ref) },
    { kind: t('offers.offer'), title: offer.ref, state: 'here' },
    pledge === null ? { kind: chain('chain.money'), title: t('requests.no_pledge'), state: 'gap' } : { kind: chain('chain.money'), title: pledge.ref, href: to.pledge(pledge.ref) },
    commitment === null ? { kind: chain('chain.commitment'), title: t('requests.no_commitment'), state: 'gap' } : { kind: chain('chain.commitment'), title: commitment, href: to.commitment(commitment) },
  ];
  return <Chain label={t('requests.chain', { ref: offer.ref })} stations={stations} />;
}

/** The offer in full, and the answer it got. */
export function OfferFacts({ offer }: OfferProps) {
  const t = useText('countries');
  const kinds = useText('financing');
  const { language } = useLocale();
  const to = paths.in(language);
  const day = (text: string | null) => (text === null ? <span className="muted">{t('offers.no_deadline')}</span> : formatDate(language, text));
  return (
    <Section id="offer" title={t('offers.what')} note={t('offers.what_note')}>
      <Words text={offer.body} language={offer.title_language} />
      <Facts
        facts={[
          { label: t('offers.provider'), value: <a href={providerHref(offer, language)} dir="auto">{offer.provider}</a> },
          { label: t('offers.for'), value: forWhom(offer.countries, t, language) },
          { label: t('requests.pillar'), value: <a href={`${to.framework(pillarsCode)}#${offer.pillar.code}`}>{offer.pillar.title}</a> },
          { label: t('form.clauses'), value: offer.clauses.length === 0 ? <span className="muted">{t('form.none_named')}</span> : offer.clauses.map(({ code, title }, at) => <span key={code}>{at > 0 && ' · '}<a href={to.clause(code)}>{code} {title}</a></span>) },
          { label: t('offers.form.kind'), value: kinds(`kind.${offer.kind}`) },
          { label: t('offers.worth'), value: worthOf(offer, t, language) },
          { label: t('offers.made'), value: formatDate(language, offer.made_on) },
          { label: t('offers.stands_until'), value: day(offer.deadline_on) },
          ...(offer.accepted_for_iso2 === null || offer.decided_on === null ? [] : [{ label: t('offers.accepted'), value: t('offers.accepted_by', { country: countryName(offer.accepted_for_iso2, language), date: formatDate(language, offer.decided_on) }) }]),
        ]}
      />
      {offer.declined_reason !== null && <Notice small title={t('offers.declined_because')}><span dir="auto">{offer.declined_reason}</span></Notice>}
    </Section>
  );
}
