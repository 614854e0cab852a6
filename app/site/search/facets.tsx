import { standingTag } from '#app/commitments/marks';
import type { Standing } from '#app/commitments/health/model';
import { formatNumber, languageName } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { hrefOf, withAfter, withFilter } from '#app/table/state';
import { ListSummary } from '#app/table/filters';
import { Tally } from '#app/ui/tally';
import { countryName } from '#db/reference/countries';
import { facets, kinds, searchList, type Facet, type Kind, type SearchFilter, type SearchResult, type SearchState } from './model';

interface FacetsProps {
  readonly state: SearchState;
  readonly q: string;
  readonly found: SearchResult;
}

const isKind = (value: string): value is Kind => kinds.some((kind) => kind === value);

/** Values of facets in words. A status belongs to its kind, so it is offered once one kind is chosen. */
function useFacetWords(kind: string | undefined): (facet: Facet, value: string) => string {
  const t = useText('site');
  const [commitments, financing, groups, countries, registries] = [useText('commitments'), useText('financing'), useText('working-groups'), useText('countries'), useText('registries')];
  const { language } = useLocale();
  const statuses: Readonly<Partial<Record<Kind, (value: string) => string>>> = {
    commitment: (value) => commitments(`standing.${value}`), pledge: (value) => financing(`status.${value}`), session: (value) => groups(`session_status.${value}`), decision: (value) => groups(`decision_status.${value}`),
    recommendation: (value) => groups(`recommendation_status.${value}`), request: (value) => countries(`requests.state.${value}`), offer: (value) => countries(`offers.state.${value}`), platform: (value) => registries(`state.${value}`),
  };
  return (facet, value) => {
    switch (facet) {
      case 'kind': return isKind(value) ? t(`search.kinds.${value}`) : value;
      case 'language': return /^[a-z]{2,3}$/.test(value) ? languageName(language, value) : value;
      case 'country': return countryName(value.toUpperCase(), language);
      case 'status': return (kind !== undefined && isKind(kind) ? statuses[kind]?.(value) : undefined) ?? value;
      default: return value;
    }
  };
}

/** How many were found, what narrows them, and what would narrow them further, with counts: all of it links. */
export function Facets({ state, q, found }: FacetsProps) {
  const t = useText('site');
  const commitments = useText('commitments');
  const { language } = useLocale();
  const path = paths.in(language).search();
  const kind = state.filters.kind?.length === 1 ? state.filters.kind[0] : undefined;
  const say = useFacetWords(kind);
  const from = withAfter(state, null);
  const known = new Set(found.facets.map(({ facet, value }) => `${facet} ${value}`));
  const set = facets.flatMap((facet) => (state.filters[facet] ?? []).map((value) => ({
    what: facet === 'status' && !known.has(`${facet} ${value}`) ? value : say(facet, value), without: hrefOf(path, searchList, withFilter<SearchFilter, 'best'>(from, facet, (state.filters[facet] ?? []).filter((other) => other !== value))),
  })));
  const offered = facets.filter((facet) => facet !== 'status' || kind !== undefined);
  return (
    <>
      <ListSummary set={set} all={hrefOf(path, searchList, { ...from, filters: { q: [q] } })}>
        <strong>{t(found.exact ? 'search.found' : 'search.found_more', { count: found.count, shown: formatNumber(language, found.count), q })}</strong>
      </ListSummary>
      {offered.map((facet) => {
        const counts = found.facets.filter((one) => one.facet === facet);
        const chosen = state.filters[facet] !== undefined;
        return chosen || counts.length < 2 ? null : (
          <div key={facet}>
            <h2 className="tiny muted">{t(`search.by.${facet}`)}</h2>
            <Tally label={t(`search.by.${facet}`)} counts={counts.map(({ value, count }) => ({
              key: value, label: facet === 'status' && kind === 'commitment' ? standingTag(value as Standing, commitments) : say(facet, value), count: formatNumber(language, count), href: hrefOf(path, searchList, withFilter<SearchFilter, 'best'>(from, facet, [value])),
            }))} />
          </div>
        );
      })}
    </>
  );
}
