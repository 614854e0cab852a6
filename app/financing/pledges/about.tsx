import { formatDate } from '#app/languages/format';
import type { Text } from '#app/languages/catalogue';
import type { Language } from '#app/languages/language';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Facts } from '#app/ui/facts';
import { isValued } from './model';
import type { PledgeRow } from './queries.server';

/** What the pledge says beside its amounts, and whether it is in the totals. */
export function About({ pledge, inside }: { readonly pledge: PledgeRow; readonly inside: boolean }) {
  const t = useText('financing');
  const { language } = useLocale();
  const to = paths.in(language);
  const { provider, commitment } = pledge;
  return (
    <Facts facts={[
      { label: t('pledge.provider'), value: <a href={provider.country_iso2 === null ? to.member(provider.ref) : to.country(provider.ref)}>{provider.name}</a> },
      { label: t('pledge.kind'), value: kindWords(pledge, t) },
      ...(isValued(pledge.kind) ? [{ label: t('pledge.valuation'), value: valuation(pledge, t, language) }] : []),
      { label: t('pledge.period'), value: period(pledge, t, language) },
      { label: t('pledge.new_money'), value: t(`new_money.${pledge.new_money}`) },
      { label: t('pledge.conditions'), value: pledge.conditions === null ? t('none') : <span dir="auto">{pledge.conditions}</span> },
      { label: t('pledge.commitment'), value: commitment === null ? t('pledge.no_commitment') : <a href={to.commitment(commitment.ref)} dir="auto">{commitment.title}</a> },
      { label: t('pledge.iati'), value: pledge.iati_identifier === null ? t('none') : <bdi>{pledge.iati_identifier}</bdi> },
      ...(inside ? [{ label: t('pledge.visibility'), value: t(`visibility.${pledge.visibility}`) }] : []),
    ]} />
  );
}

function kindWords({ kind }: PledgeRow, t: Text): string {
  if (kind === 'cash') return t('kind.cash');
  return kind === 'guarantee' ? t('pledge.contingent') : t('pledge.valued', { kind: t(`kind.${kind}`) });
}

function valuation({ valuation_method, valued_on }: PledgeRow, t: Text, language: Language): string {
  if (valuation_method === null) return t('unknown');
  const how = t(`valuation.${valuation_method}`);
  return valued_on === null ? how : t('pledge.valued_on', { how, on: formatDate(language, valued_on) });
}

function period({ starts_on, ends_on }: PledgeRow, t: Text, language: Language): string {
  const [from, to] = [starts_on, ends_on].map((day) => (day === null ? '' : formatDate(language, day)));
  if (starts_on === null && ends_on === null) return t('unknown');
  return t(ends_on === null ? 'pledge.from' : starts_on === null ? 'pledge.to' : 'pledge.from_to', { from: from ?? '', to: to ?? '' });
}
