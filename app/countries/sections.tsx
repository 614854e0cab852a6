import { formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { MoneySection } from '#app/members/trail/money';
import { paths } from '#app/paths';
import type { Column } from '#app/table/column';
import type { PledgeRow } from '#app/financing/pledges/queries.server';
import { Facts, type Fact } from '#app/ui/facts';
import { Item, List } from '#app/ui/list';
import { Notice } from '#app/ui/notice';
import { Section } from '#app/ui/section';
import type { CountryPage } from './record.server';

/** Domestic, in and out: three sums that are never added, and the pledges that name the country. */
export function CountryMoneySection({ country, money, pledges }: Pick<CountryPage, 'country' | 'money' | 'pledges'>) {
  const t = useText('countries');
  const { language } = useLocale();
  const { name, iso2 } = country;
  const share: Column<PledgeRow> = {
    id: 'share', header: () => t('money.share', { name }), numeric: true,
    cell: (row) => `${formatNumber(language, row.recipients.find((one) => one.country_iso2 === iso2)?.share ?? 0)} %`,
  };
  return (
    <MoneySection
      note={t('money.note')} caption={t('money.caption', { name })} none={t('money.no_pledge', { name })}
      lines={[
        { label: t('money.domestic'), money: money.domestic, filters: { provider: `country:${iso2}`, recipient: `country:${iso2}` } }, { label: t('money.incoming'), money: money.incoming, filters: { provider: `-country:${iso2}`, recipient: `country:${iso2}` } },
        { label: t('money.outgoing'), money: money.outgoing, filters: { provider: `country:${iso2}`, recipient: `-country:${iso2}` } },
      ]}
      pledges={pledges.rows} pledgesCaption={t('money.pledges', { name })} extra={share} all={{ filters: { country: iso2 }, count: pledges.count, unconverted: pledges.unconverted }}
    />
  );
}

/** The coalition of the country, its working groups and its members. */
export function NationalSection({ country, coalition, groups }: Pick<CountryPage, 'country' | 'coalition' | 'groups'>) {
  const t = useText('countries');
  const { language } = useLocale();
  const to = paths.in(language);
  const { name, iso2, members } = country;
  return (
    <Section id="coalition" title={t('national.title')} note={t('national.note')}>
      {coalition === undefined ? (
        <Notice tone="none" small title={t('national.none')}>{t('national.none_text', { name })}</Notice>
      ) : (
        <List>
          <Item href={to.coalition(coalition.slug)} title={<span lang={coalition.text_language} dir="auto">{coalition.name}</span>} note={t('national.counts', { members: formatNumber(language, coalition.members), groups: formatNumber(language, coalition.groups) })} />
          {groups.map((group) => (
            <Item key={group.id} href={to.workingGroup(group.ref)} title={<span lang={group.language} dir="auto">{group.name}</span>} note={<><bdi>{group.ref}</bdi> · {t('national.sessions', { count: group.held, shown: formatNumber(language, group.held) })}</>} />
          ))}
        </List>
      )}
      <p className="small">{members === 0 ? <span className="muted">{t('national.no_members', { name })}</span> : <a href={to.members({ country: iso2 })}>{t('national.members', { count: members, shown: formatNumber(language, members), name })}</a>}</p>
    </Section>
  );
}

/** What the world says of the country: codes, region, groups as of today. */
export function CountryFactsSection({ country }: Pick<CountryPage, 'country'>) {
  const t = useText('countries');
  const { language } = useLocale();
  const to = paths.in(language);
  const { region, region_m49, subregion, groups, official_languages } = country;
  const names = new Intl.DisplayNames(language, { type: 'language' });
  const facts: readonly Fact[] = [
    { label: t('facts.standing'), value: t(`standing.${country.standing}`) },
    { label: t('facts.region'), value: region === null ? t('list.no_region') : <><a href={to.countries({ region: region_m49 ?? '' })}>{region}</a>{subregion === null ? null : ` · ${subregion}`}</> },
    { label: t('facts.groups'), value: groups.length === 0 ? t('facts.no_group') : groups.map(({ code, name }, at) => <span key={code}>{at > 0 && ' · '}<a href={to.countries({ group: code })}>{name}</a></span>) },
    { label: t('facts.languages'), value: official_languages.length === 0 ? t('facts.not_known') : official_languages.map((code) => names.of(code) ?? code).join(', ') },
    { label: t('facts.codes'), value: <bdi>{`${country.iso2} · ${country.iso3} · ${country.m49}`}</bdi> },
  ];
  return (
    <Section id="facts" title={t('facts.title')} note={t('facts.note')}>
      <Facts facts={facts} />
    </Section>
  );
}
