import { formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';

interface PagerProps {
  /** Rows on this page. */
  readonly shown: number;
  /** All rows; `exact` is false when counting stopped at `count`. */
  readonly total: { readonly count: number; readonly exact: boolean };
  readonly first?: string | undefined;
  readonly previous?: string | undefined;
  readonly next?: string | undefined;
}

/** Keyset paging: where one can go from here. There are no page numbers, because rows come and go in between. */
export function Pager({ shown, total, first, previous, next }: PagerProps) {
  const t = useText('ui');
  const { language } = useLocale();
  const values = { shown: formatNumber(language, shown), total: formatNumber(language, total.count) };
  const links = [
    { rel: undefined, href: first, label: t('pager.first') },
    { rel: 'prev', href: previous, label: t('pager.previous') },
    { rel: 'next', href: next, label: t('pager.next') },
  ].filter((link) => link.href !== undefined);
  return (
    <div className="row pt-24 pb-8">
      {links.length > 0 && (
        <nav aria-label={t('pages')}>
          <ul className="pager">
            {links.map(({ rel, href, label }) => (
              <li key={label}>
                <a href={href} rel={rel}>
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <p className="push small muted">{t(total.exact ? 'pager.shown' : 'pager.shownOver', values)}</p>
    </div>
  );
}
