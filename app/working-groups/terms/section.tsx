import { formatDate, formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Facts } from '#app/ui/facts';
import { Section } from '#app/ui/section';
import type { GroupRecord } from '#app/working-groups/queries.server';
import { termsFacts } from './words';

/** How a group meets and decides today, on its page. */
export function TermsSection({ group }: { readonly group: GroupRecord }) {
  const t = useText('working-groups');
  const { language } = useLocale();
  const facts = [
    ...termsFacts(group, t, language),
    ...(group.starts_on === null ? [] : [{ label: t('group.since'), value: formatDate(language, group.starts_on) }]),
    ...(group.ends_on === null ? [] : [{ label: t('group.until'), value: formatDate(language, group.ends_on) }]),
  ];
  return (
    <Section id="terms" title={t('group.terms')} note={<a href={paths.in(language).groupTerms(group.ref)}>{t('terms.all', { version: formatNumber(language, group.terms_version) })}</a>}>
      <Facts facts={facts} />
    </Section>
  );
}
