import { formatDate } from '#app/languages/format';
import { useLocale } from '#app/languages/text';
import { paths } from '#app/paths';
import { fileKinds, type EvidenceRow } from './model';

/** One piece of evidence, as a line of a list: its title leads to it. */
export function Document({ one }: { readonly one: EvidenceRow }) {
  const { language } = useLocale();
  const kind = one.media_type === null ? '' : (fileKinds[one.media_type] ?? one.media_type);
  const link = <a href={one.url ?? paths.evidenceFile(one.id)} rel="nofollow noreferrer" dir="auto">{one.title}</a>;
  return <li>{link} <span className="muted small">{[kind, formatDate(language, one.added_on, 'short')].filter(Boolean).join(' · ')}</span></li>;
}
