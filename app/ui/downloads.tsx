import { formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';

interface DownloadsProps {
  /** How many rows the files hold: all that match, not only those on the page. */
  readonly count: number;
  /** False when counting stopped at `count` and there are more. */
  readonly exact?: boolean | undefined;
  readonly csv?: string | undefined;
  readonly xlsx?: string | undefined;
  readonly json?: string | undefined;
}

/** The same rows as files. */
export function Downloads({ count, exact = true, csv, xlsx, json }: DownloadsProps) {
  const t = useText('ui');
  const { language } = useLocale();
  const files = [
    { href: csv, label: 'CSV' },
    { href: xlsx, label: t('downloads.sheet') },
    { href: json, label: 'JSON' },
  ].filter((file) => file.href !== undefined);
  return (
    <>
      <p className="small muted noprint">{exact ? t('downloads.intro', { count, shown: formatNumber(language, count) }) : t('downloads.over', { total: formatNumber(language, count) })}</p>
      <ul className="links noprint">
        {files.map(({ href, label }) => (
          <li key={label}>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ul>
    </>
  );
}
