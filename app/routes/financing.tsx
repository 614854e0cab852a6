import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { paidOfNet } from '#app/financing/ladder/model';
import { reportingOf } from '#app/financing/money/reporting.server';
import { ShowIn } from '#app/financing/money/show-in';
import { percentOf } from '#app/financing/money/words';
import { Headline } from '#app/financing/totals/headline';
import { Published } from '#app/financing/totals/published';
import { financingTotals } from '#app/financing/totals/queries.server';
import { Clauses, Kinds, Providers, Recipients } from '#app/financing/totals/sides';
import { Years } from '#app/financing/totals/years';
import { changedWords } from '#app/financing/totals/changed';
import { textFor } from '#app/languages/catalogues.server';
import { formatDate, formatMoney, formatNumber } from '#app/languages/format';
import { requireLanguage } from '#app/languages/request.server';
import { useLocale, useText } from '#app/languages/text';
import { dayOf } from '#app/platform/clock';
import { Empty } from '#app/ui/empty';
import { Head } from '#app/ui/head';

export const handle = { access: { loader: 'public' } };

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params);
  const reporting = await reportingOf(request);
  const totals = await financingTotals(await context.viewer(), { language, now: context.now, currency: reporting.currency });
  const t = textFor(language, 'financing');
  const asked = new URL(request.url).searchParams;
  const all = { providers: asked.get('providers') === 'all', recipients: asked.get('recipients') === 'all' };
  return { totals, reporting, all, today: dayOf(context.now), title: t('title'), description: t('home.description') };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} | Concord` }, { name: 'description', content: data?.description ?? '' }];

export default function Financing() {
  const { totals, reporting: { currency }, all, today } = useLoaderData<typeof loader>();
  const t = useText('financing');
  const { language } = useLocale();
  const { total, guarantees } = totals.all;
  const money = (amount: string) => formatMoney(language, amount, currency);
  const [known, of] = [total.converted + guarantees.converted, total.pledges + guarantees.pledges];
  return (
    <>
      <Head
        kick={t('totals.kick', { at: changedWords(language, totals.changedAt) ?? formatDate(language, today), known: formatNumber(language, known), total: formatNumber(language, of), currency })} title={t('title')}
        lede={total.converted === 0 ? undefined : t('totals.lede', { pledged: money(total.net_pledged), disbursed: money(total.net_disbursed), share: percentOf(language, paidOfNet(total)), confirmed: money(total.confirmed) })}
      />
      <ShowIn />
      {of === 0 ? (
        <Empty title={t('home.empty')}><p>{t('home.empty_hint')}</p></Empty>
      ) : (
        <>
          <Headline totals={totals} currency={currency} />
          <Years totals={totals} currency={currency} asOf={today} />
          <Providers totals={totals} currency={currency} all={all.providers} />
          <Recipients totals={totals} currency={currency} all={all.recipients} />
          <Clauses totals={totals} currency={currency} />
          <Kinds totals={totals} currency={currency} />
        </>
      )}
      <Published published={totals.published} />
    </>
  );
}
