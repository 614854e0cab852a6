import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { may, permit } from '#app/access/permit';
import { privateMeta } from '#app/accounts/page-meta';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { Found } from '#app/financing/found';
import { ratePolicy, rateTable } from '#app/financing/rates/policy';
import { rateList } from '#app/financing/rates/list';
import { listRates } from '#app/financing/rates/queries.server';
import { rateColumns } from '#app/financing/rates/table';
import { SelectField } from '#app/form/field';
import { textFor } from '#app/languages/catalogues.server';
import { useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Filters } from '#app/table/filters';
import { hrefOf, readState, spellSort, valueOf, withAfter, withSort } from '#app/table/state';
import { ListTable } from '#app/table/table';
import { ButtonLink } from '#app/ui/button';
import { Empty } from '#app/ui/empty';
import { Head } from '#app/ui/head';
import { Pager } from '#app/ui/pager';

export const handle = { access: { loader: 'rates:list' } };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requirePerson(context, request);
  const granted = permit(ratePolicy.list, viewer, rateTable);
  const state = readState(rateList, new URL(request.url).searchParams);
  const page = await listRates(granted, state);
  return { state, page, imports: may(ratePolicy.import, viewer, rateTable).allowed, title: textFor(languageOf(request, viewer), 'financing')('rates.title') };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.title);

export default function Rates() {
  const { state, page, imports, title } = useLoaderData<typeof loader>();
  const t = useText('financing');
  const any = useText('table')('any');
  const select = (name: 'currency' | 'source', values: readonly string[]) => (
    <SelectField name={name} label={t(`rates.${name}`)} options={values.map((value) => ({ value, label: value }))} defaultValue={valueOf(state, name)} empty={any} />
  );
  return (
    <>
      <Head title={title} lede={t('rates.lede')}>{imports && <ButtonLink weight="second" href={paths.imports}>{t('rates.import')}</ButtonLink>}</Head>
      <Filters action={paths.rates} label={t('filter.label')} sorts={['-date', 'date'].map((value) => ({ value, label: t(`sort.${value}`) }))} sort={spellSort(state.sort)}>
        {select('currency', page.currencies)}
        {select('source', page.sources)}
      </Filters>
      <Found list="rates" path={paths.rates} spec={rateList} state={state} total={page.total} say={(_, value) => value} />
      {page.rows.length === 0 ? (
        <Empty title={t('rates.empty')}><p>{t('rates.empty_hint')}</p></Empty>
      ) : (
        <ListTable
          caption={t('rates.caption')} columns={rateColumns} rows={page.rows} keyOf={(row) => row.id} t={t}
          sort={state.sort} hrefFor={(sort) => hrefOf(paths.rates, rateList, withSort(state, { by: 'date', descending: sort.descending }))}
        />
      )}
      <Pager
        shown={page.rows.length} total={page.total} first={state.after === null ? undefined : hrefOf(paths.rates, rateList, withAfter(state, null))}
        next={page.next === null ? undefined : hrefOf(paths.rates, rateList, withAfter(state, page.next))}
      />
    </>
  );
}
