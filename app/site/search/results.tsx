import { formatLanguages, formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { TextField } from '#app/form/field';
import { hrefOf, withFilter } from '#app/table/state';
import { Item, List } from '#app/ui/list';
import { Section } from '#app/ui/section';
import { facets, kinds, longestQuestion, recordHref, searchList, shownRef, type Found, type SearchFilter, type SearchResult, type SearchState } from './model';

/** The question, as a form that is sent by GET: the address can be shared. What narrows it stays. */
export function SearchForm({ state, q }: { readonly state: SearchState; readonly q: string }) {
  const t = useText('site');
  const { language } = useLocale();
  return (
    <form className="filters" method="get" action={paths.in(language).search()} role="search" aria-label={t('search.label')}>
      <TextField type="search" name="q" label={t('search.words')} defaultValue={q} maxLength={longestQuestion} spellCheck={false} />
      {facets.flatMap((facet) => (state.filters[facet] ?? []).map((value) => <input key={`${facet} ${value}`} type="hidden" name={facet} value={value} />))}
      <div className="row"><button className="btn" type="submit">{t('nav.search')}</button></div>
    </form>
  );
}

interface ResultsProps {
  readonly state: SearchState;
  readonly found: SearchResult;
}

/** What was found, kind by kind; each record says in which languages its words were found, where the reader's is not among them. */
export function SearchResults({ state, found }: ResultsProps) {
  const t = useText('site');
  const { language } = useLocale();
  const count = (kind: string) => found.facets.find((one) => one.facet === 'kind' && one.value === kind)?.count ?? 0;
  const single = state.filters.kind?.length === 1;
  return (
    <>
      {kinds.filter((kind) => found.rows.some((row) => row.kind === kind)).map((kind) => {
        const rows = found.rows.filter((row) => row.kind === kind);
        const all = count(kind);
        return (
          <Section key={kind} id={kind} title={t(`search.kinds.${kind}`)} note={t('search.count', { count: all, shown: formatNumber(language, all) })}>
            <List>{rows.map((row) => <FoundItem key={row.ref} row={row} />)}</List>
            {!single && all > rows.length && <p className="pt-8"><a href={hrefOf(paths.in(language).search(), searchList, withFilter<SearchFilter, 'best'>(state, 'kind', [kind]))}>{t('search.all', { count: all, shown: formatNumber(language, all) })}</a></p>}
          </Section>
        );
      })}
    </>
  );
}

function FoundItem({ row }: { readonly row: Found }) {
  const t = useText('site');
  const { language } = useLocale();
  const ref = shownRef(row);
  const elsewhere = row.languages.length > 0 && !row.languages.includes(language);
  return (
    <Item
      href={recordHref(row, language)} title={<span lang={row.language === null || row.language === language ? undefined : row.language} dir="auto">{row.title}</span>}
      note={<>
        {ref !== undefined && <bdi>{ref}</bdi>}
        {row.note !== null && <>{ref !== undefined && ' · '}<bdi>{row.note}</bdi></>}
        {elsewhere && <> · {t('search.found_in', { language: formatLanguages(language, row.languages) })}</>}
      </>}
    />
  );
}
