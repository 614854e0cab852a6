import { FormKey } from '#app/form/hidden';
import { formatDate, formatNumber } from '#app/languages/format';
import type { Text } from '#app/languages/catalogue';
import type { Language } from '#app/languages/language';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Button } from '#app/ui/button';
import { Chain } from '#app/ui/chain';
import { Crumbs } from '#app/ui/crumbs';
import { Facts } from '#app/ui/facts';
import { Head } from '#app/ui/head';
import { Item, List } from '#app/ui/list';
import { Section } from '#app/ui/section';
import { clauseHref, versionHref } from '../addresses';
import type { EndorsementRecord } from './queries.server';
import { partyHref, statusTag } from './table';

/** The day of the signature, or that it is not known. */
const signedOn = (record: EndorsementRecord, t: Text, language: Language): string => (record.endorsed_on === null ? t('day_unknown') : formatDate(language, record.endorsed_on));

export const endorsementActs = ['check', 'publication', 'withdrawal'] as const;
export type EndorsementAct = (typeof endorsementActs)[number];
/** Which acts the viewer is offered: allowed, or the reason why somebody else has to do it. */
export type EndorsementActs = Readonly<Partial<Record<EndorsementAct, true | string>>>;

/** Who endorsed which text, when and in which capacity. */
export function EndorsementOpening({ record }: { readonly record: EndorsementRecord }) {
  const t = useText('frameworks');
  const { language } = useLocale();
  const to = paths.in(language);
  return (
    <>
      <Crumbs above={[{ href: to.declaration(), label: record.framework_name }, { href: to.endorsements(), label: t('ledger.title') }]} here={<bdi>{record.ref}</bdi>} />
      <Head
        tight kick={t('record.kick', { framework: record.framework_name, number: record.version })} title={<bdi>{record.party}</bdi>}
        lede={t(record.withdrawn_on === null ? 'record.lede' : 'record.lede_withdrawn', { signed: signedOn(record, t, language), withdrawn: record.withdrawn_on === null ? '' : formatDate(language, record.withdrawn_on) })}
      >
        {statusTag(record.status, t)}
      </Head>
      <EndorsementChain record={record} />
    </>
  );
}

/** Where the chain begins: what was signed, and what its party has promised under it. */
function EndorsementChain({ record }: { readonly record: EndorsementRecord }) {
  const t = useText('frameworks');
  const { language } = useLocale();
  const to = paths.in(language);
  const commitment = t('chain.commitment');
  return (
    <Chain
      label={t('chain.label', { code: record.ref })}
      stations={[
        { kind: t('chain.endorsement'), title: record.ref, state: 'here', note: signedOn(record, t, language) },
        { kind: t('chain.clause'), title: record.framework_name, href: versionHref(record.framework, record.current ? undefined : record.version, language), note: t('versions.named', { number: record.version }) },
        record.commitments === 0 ? { kind: commitment, title: t('chain.no_commitment'), state: 'gap' }
          : { kind: commitment, title: t('clause.commitments', { count: record.commitments, shown: formatNumber(language, record.commitments) }), href: to.commitments({ lead: record.party_ref }) },
      ]}
    />
  );
}

export function EndorsementFacts({ record }: { readonly record: EndorsementRecord }) {
  const t = useText('frameworks');
  const { language } = useLocale();
  const to = paths.in(language);
  const unknown = <span className="muted">{t('not_known')}</span>;
  const text = (value: string | null) => (value === null ? unknown : <span dir="auto">{value}</span>);
  return (
    <>
      <Section id="facts" title={t('record.facts')}>
        <Facts
          facts={[
            { label: t('ledger.party'), value: <a href={partyHref(record, language)}><bdi>{record.party}</bdi></a> },
            { label: t('ledger.signed'), value: record.endorsed_on === null ? <span className="muted">{t('record.day_missing', { reason: record.endorsed_on_missing ?? '' })}</span> : formatDate(language, record.endorsed_on) },
            ...(record.confirmation === null ? [] : [{ label: t('record.confirmed'), value: <span dir="auto">{record.confirmation}{record.confirmed_on !== null && `, ${formatDate(language, record.confirmed_on)}`}</span> }]),
            { label: t('record.capacity'), value: text(record.capacity) },
            { label: t('record.signatory'), value: text(record.signatory) },
            { label: t('record.document'), value: record.document_name === null ? unknown : <a href={paths.endorsementDocument(record.ref)}><bdi>{record.document_name}</bdi></a> },
            { label: t('record.statement'), value: text(record.statement) },
            { label: t('record.promises'), value: <a href={to.commitments({ lead: record.party_ref })}>{t('clause.commitments', { count: record.commitments, shown: formatNumber(language, record.commitments) })}</a> },
          ]}
        />
      </Section>
      <Section id="reservations" title={t('ledger.reservations')} note={t('record.reservations_note')}>
        {record.reservations.length === 0 ? <p className="muted">{t('record.no_reservation')}</p> : (
          <List>
            {record.reservations.map(({ code, statement }) => <Item key={code} href={clauseHref(record.framework, code, record.current ? undefined : record.version, language)} title={code}><p className="small" dir="auto">{statement ?? t('clause.no_words')}</p></Item>)}
          </List>
        )}
      </Section>
    </>
  );
}

/** What can be done with it now, each act a form of its own. */
export function EndorsementDesk({ record, acts }: { readonly record: EndorsementRecord; readonly acts: EndorsementActs }) {
  const t = useText('frameworks');
  const offered = endorsementActs.filter((act) => acts[act] !== undefined);
  return (
    <Section id="desk" title={t('record.desk')} note={t(`record.next.${record.status}`)}>
      <div className="row">
        {offered.map((act, at) => {
          const may = acts[act];
          return (
            <form key={act} method="post" action={paths.endorsementAct(record.ref, act)}>
              <FormKey />
              <Button weight={at === 0 && act !== 'withdrawal' ? 'main' : 'second'} why={typeof may === 'string' ? t(may) : undefined}>{t(`act.${act}`)}</Button>
            </form>
          );
        })}
      </div>
    </Section>
  );
}
