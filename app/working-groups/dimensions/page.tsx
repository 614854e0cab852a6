import { formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { fileOf, paths } from '#app/paths';
import { FilterSelect, Filters } from '#app/table/filters';
import type { Page } from '#app/table/keyset';
import { hrefOf, spellSort, valueOf, withAfter, withSort } from '#app/table/state';
import { ListTable } from '#app/table/table';
import { Crumbs } from '#app/ui/crumbs';
import { Downloads } from '#app/ui/downloads';
import { Empty } from '#app/ui/empty';
import { Head } from '#app/ui/head';
import { Pager } from '#app/ui/pager';
import type { GroupRecord } from '#app/working-groups/queries.server';
import { itemColumns } from './columns';
import type { CoveredItem } from './items.server';
import { itemList, type ItemListState } from './list';
import { noDimension, type Dimension } from './model';

interface CoveragePageProps {
  readonly group: Pick<GroupRecord, 'ref' | 'name' | 'language'>;
  readonly dimensions: readonly Dimension[];
  readonly state: ItemListState;
  readonly page: Page<CoveredItem>;
}

/** The items on agendas behind the coverage of a group, all or of some of its dimensions. */
export function CoveragePage({ group, dimensions, state, page }: CoveragePageProps) {
  const t = useText('working-groups');
  const { language } = useLocale();
  const path = paths.in(language).groupCoverage(group.ref);
  const here = hrefOf(path, itemList, withAfter(state, null));
  const options = [...dimensions.map(({ key, name }) => ({ value: key, label: name })), { value: noDimension, label: t('dimensions.none') }];
  const order = (descending: boolean) => ({ value: spellSort({ by: 'starts', descending }), label: t(`sessions.sort.${descending ? 'latest' : 'earliest'}`) });
  return (
    <>
      <Crumbs above={[{ href: paths.in(language).workingGroups(), label: t('groups.title') }, { href: paths.in(language).workingGroup(group.ref), label: group.name }]} here={t('dimensions.title')} />
      <Head tight title={t('dimensions.items')} lede={<span lang={group.language === language ? undefined : group.language} dir="auto">{group.name}</span>} />
      <Filters action={path} label={t('dimensions.filter')} sorts={[order(true), order(false)]} sort={spellSort(state.sort)}>
        <FilterSelect name="dimension" label={t('dimensions.one')} options={options} value={valueOf(state, 'dimension')} />
      </Filters>
      <p><strong>{t('dimensions.found', { count: page.total.count, shown: formatNumber(language, page.total.count) })}</strong></p>
      {page.rows.length === 0 ? <Empty title={t('dimensions.empty')} /> : (
        <ListTable caption={t('dimensions.items')} columns={itemColumns} rows={page.rows} keyOf={(row) => row.id} t={t} sort={state.sort} hrefFor={({ descending }) => hrefOf(path, itemList, withSort(state, { by: 'starts', descending }))} />
      )}
      <Pager shown={page.rows.length} total={page.total} first={state.after === null ? undefined : here} next={page.next === null ? undefined : hrefOf(path, itemList, withAfter(state, page.next))} />
      <Downloads {...page.total} csv={fileOf(here, 'csv')} xlsx={fileOf(here, 'xlsx')} json={fileOf(here, 'json')} />
    </>
  );
}
