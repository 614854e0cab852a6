import { formatDate } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { Notice } from '#app/ui/notice';
import type { LinkRow } from './queries.server';

/** What a provider says against a link stands beside it, in its own words. */
export function Objections({ link }: { readonly link: Pick<LinkRow, 'objections'> }) {
  const t = useText('financing');
  const { language } = useLocale();
  return link.objections.map(({ words, written_on }, at) => (
    <Notice key={at} tone="warn" small title={t('links.objection', { date: formatDate(language, written_on) })}><span dir="auto">{words}</span></Notice>
  ));
}
