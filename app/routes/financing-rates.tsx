import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { may } from '#app/access/permit';
import { Found } from '#app/financing/found';
import { rateList } from '#app/financing/rates/list';
import { ratePolicy, rateTable as theTable } from '#app/financing/rates/policy';
import { listRates, rateChoices } from '#app/financing/rates/queries.server';
import { rateTable } from '#app/financing/rates/table';
import { SelectField, TextField } from '#app/form/field';
import { textFor } from '#app/languages/catalogues.server';
import { requireLanguage } from '#app/languages/request.server';
import { useLocale, useText } from '#app/languages/text';
import { fileOf, paths } from '#app/paths';
import { Filters } from '#app/table/filters';
import { hrefOf, readState, spellSort, valueOf, withAfter, withSort } from '#app/table/state';
import { ListTable } from '#app/table/table';
import { ButtonLink } from '#app/ui/button';
import { Crumbs } from '#app/ui/crumbs';
import { Downloads } from '#app/ui/downloads';
import { Empty } from '#app/ui/empty';
import { Head } from '#app/ui/head';
import { Pager } from '#app/ui/pager';
import { Section } from '#app/ui/section';

export const handle = { access: { loader: 'public' } };

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params);
  const viewer = await context.viewer();
  const state = readState(rateList, new URL(request.url).searchParams);
  const [page, choices] = await Promise.all([listRates(viewer, state, { language, now: context.now }), rateChoices()]);
  const t = textFor(language, 'financing');
  const allowed = { imports: may(ratePolicy.import, viewer, theTable).allowed, corrects: may(ratePolicy.correct, viewer, theTable).allowed };
  return { state, page, choices, allowed, title: t('rates.title'), description: t('rates.lede') };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} | Concord` }, { name: 'description', content: data?.description ?? '' }];

const steps = ['day', 'month', 'year', 'through', 'none', 'sources', 'wrong'] as const;

export default function Rates() {
  const { state, page, choices, allowed, title, description } = useLoaderData<typeof loader>();
  const t = useText('financing');
  const any = useText('table')('any');
  const { language } = useLocale();
  const to = paths.in(language);
  const path = to.rates();
  const file = (kind: 'csv' | 'xlsx' | 'json') => fileOf(hrefOf(path, rateList, withAfter(state, null)), kind);
  const select = (name: 'currency' | 'source', values: readonly string[]) => (
    <SelectField name={name} label={t(`rates.${name}`)} options={values.map((value) => ({ value, label: value }))} defaultValue={valueOf(state, name)} empty={any} />
  );
  return (
    <>
      <Crumbs above={[{ href: to.financing(), label: t('title') }]} here={title} />
      <Head tight title={title} lede={description}>{allowed.imports && <ButtonLink weight="second" href={paths.imports}>{t('rates.import')}</ButtonLink>}</Head>
      <Section id="rule" title={t('rates.rule')}><ol className="measure">{steps.map((step) => <li key={step}>{t(`rates.rules.${step}`)}</li>)}</ol></Section>
      <Filters action={path} label={t('filter.label')} sorts={['-date', 'date'].map((value) => ({ value, label: t(`sort.${value}`) }))} sort={spellSort(state.sort)}>
        {select('currency', choices.currencies)}
        <TextField name="year" label={t('filter.year')} defaultValue={valueOf(state, 'year')} width={4} maxLength={4} />
        {select('source', choices.sources)}
      </Filters>
      <Found list="rates" path={path} spec={rateList} state={state} total={page.total} say={(_, value) => value} />
      {page.rows.length === 0 ? (
        <Empty title={t('rates.empty')}><p>{t('rates.empty_hint')}</p></Empty>
      ) : (
        <ListTable
          caption={t('rates.caption')} columns={rateTable(allowed.corrects)} rows={page.rows} keyOf={(row) => row.id} t={t}
          sort={state.sort} hrefFor={(sort) => hrefOf(path, rateList, withSort(state, { by: 'date', descending: sort.descending }))}
        />
      )}
      <Pager
        shown={page.rows.length} total={page.total} first={state.after === null ? undefined : hrefOf(path, rateList, withAfter(state, null))}
        next={page.next === null ? undefined : hrefOf(path, rateList, withAfter(state, page.next))}
      />
      <Downloads {...page.total} csv={file('csv')} xlsx={file('xlsx')} json={file('json')} />
    </>
  );
}
