import { formatNumber, languageName } from '#app/languages/format';
import { isLanguage } from '#app/languages/language';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { TextField } from '#app/form/field';
import { Empty } from '#app/ui/empty';
import { Item, List } from '#app/ui/list';
import { Section } from '#app/ui/section';
import { hrefOf, listHref, longestQuestion, type FoundKind } from './model';

/** The question, as a form that is sent by GET: the address can be shared. */
export function SearchForm({ q }: { readonly q: string }) {
  const t = useText('site');
  const { language } = useLocale();
  return (
    <form className="filters" method="get" action={paths.in(language).search()} role="search" aria-label={t('search.label')}>
      <TextField type="search" name="q" label={t('search.words')} defaultValue={q} maxLength={longestQuestion} spellCheck={false} />
      <div className="row"><button className="btn" type="submit">{t('nav.search')}</button></div>
    </form>
  );
}

/** What was found, kind by kind; each record says in which language its words were found where that is not the reader's. */
export function SearchResults({ q, found }: { readonly q: string; readonly found: readonly FoundKind[] }) {
  const t = useText('site');
  const { language } = useLocale();
  if (found.length === 0) return <Empty title={t('search.nothing', { q })}><p>{t('search.nothing_hint')}</p></Empty>;
  return (
    <>
      {found.map(({ kind, rows, count }) => {
        const all = listHref(kind, q, language);
        return (
          <Section key={kind} id={kind} title={t(`search.kinds.${kind}`)} note={t('search.count', { count, shown: formatNumber(language, count) })}>
            <List>
              {rows.map((row) => (
                <Item
                  key={row.ref} href={hrefOf(row, language)} title={<span lang={row.language === null || row.language === language ? undefined : row.language} dir="auto">{row.title}</span>}
                  note={<>
                    {kind !== 'clause' && kind !== 'country' && <bdi>{row.ref}</bdi>}
                    {row.note !== null && <>{kind !== 'clause' && kind !== 'country' && ' · '}<bdi>{row.note}</bdi></>}
                    {isLanguage(row.found_in ?? undefined) && <> · {t('search.found_in', { language: languageName(language, row.found_in ?? '') })}</>}
                  </>}
                />
              ))}
            </List>
            {count > rows.length && <p className="pt-8">{all === undefined ? <span className="small muted">{t('search.more', { shown: formatNumber(language, rows.length), total: formatNumber(language, count) })}</span> : <a href={all}>{t('search.all', { count, shown: formatNumber(language, count) })}</a>}</p>}
          </Section>
        );
      })}
    </>
  );
}
