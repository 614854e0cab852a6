import type { ReactNode } from 'react';
import { formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { ListTable } from '#app/table/table';
import { Empty } from '#app/ui/empty';
import { Facts } from '#app/ui/facts';
import { Section } from '#app/ui/section';
import type { Exchange, OpenRequests } from './open.server';
import { requestTable } from './table';

interface OpenSectionProps {
  readonly open: OpenRequests;
  /** The list behind it. */
  readonly all: string;
  readonly note: string;
  /** Leaves the country away where it says the same in every row. */
  readonly own?: boolean;
  readonly children?: ReactNode;
}

/** Requests that still wait, due first; small, with the way to all of them. */
export function OpenSection({ open, all, note, own = false, children }: OpenSectionProps) {
  const t = useText('countries');
  const { language } = useLocale();
  return (
    <Section id="requests" title={t('requests.and_offers')} note={note}>
      {open.count === 0 ? <Empty title={t('requests.none_open')} /> : (
        <>
          <p>{t('requests.open', { count: open.count, shown: formatNumber(language, open.count), unanswered: formatNumber(language, open.unanswered) })}</p>
          <ListTable caption={t('requests.title')} columns={requestTable} rows={open.rows} keyOf={(row) => row.id} t={t} hidden={own ? ['country'] : ['pillar']} />
        </>
      )}
      {children}
      <ul className="links"><li><a href={all}>{t('requests.all')}</a></li><li><a href={`${paths.in(language).methods()}#requests`}>{t('requests.how')}</a></li><li><a href={paths.in(language).offers()}>{t('offers.title')}</a></li></ul>
    </Section>
  );
}

/** What a country asks for, what came of it, and what it offers itself. */
export function ExchangeSection({ exchange, iso2, name }: { readonly exchange: Exchange; readonly iso2: string; readonly name: string }) {
  const t = useText('countries');
  const { language } = useLocale();
  const to = paths.in(language);
  const shown = (count: number) => formatNumber(language, count);
  return (
    <OpenSection open={exchange.open} own all={to.requests({ country: iso2 })} note={t('requests.section_note')}>
      <Facts
        facts={[
          { label: t('requests.matched_so_far'), value: exchange.matched === 0 ? t('requests.no_match') : <a href={to.requests({ country: iso2, state: 'matched' })}>{t('requests.matched_count', { count: exchange.matched, shown: shown(exchange.matched), pledged: shown(exchange.pledged) })}</a> },
          { label: t('requests.offers_by', { name }), value: exchange.made === 0 ? t('requests.no_offers_by') : <a href={to.offers({ provider: iso2 })}>{t('requests.offers', { count: exchange.made, shown: shown(exchange.made) })}</a> },
        ]}
      />
    </OpenSection>
  );
}
