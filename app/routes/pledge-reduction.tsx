import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { Change } from '#app/financing/pledges/change';
import { reductionInput } from '#app/financing/pledges/input.server';
import { reducePledge } from '#app/financing/pledges/operations.server';
import { pledgePolicy } from '#app/financing/pledges/policy';
import { requirePledge } from '#app/financing/pledges/request.server';
import { refOf } from '#app/financing/pledges/rights.server';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { textFor } from '#app/languages/catalogues.server';
import { formatMoneyExact } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';

export const handle = { access: { loader: 'pledge:reduce', action: 'pledge:reduce' } };

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { viewer, view, pledge } = await requirePledge(request, params, context);
  permit(pledgePolicy.reduce, viewer, refOf(pledge));
  return { title: textFor(view.language, 'financing')('reduction.title'), ref: pledge.ref, pledged: pledge.ladder.pledged, currency: pledge.currency };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { viewer, view, pledge } = await requirePledge(request, params, context);
  const granted = permit(pledgePolicy.reduce, viewer, refOf(pledge));
  const reading = readForm(await fieldsOf(request), reductionInput, view.language);
  if (!reading.ok) return reading.reply;
  const result = await reducePledge(granted, occasionOf(context, reading.submission), reading.value);
  return result.ok ? redirect(paths.in(view.language).pledge(pledge.ref), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.title);

export default function PledgeReduction() {
  const { ref, pledged, currency } = useLoaderData<typeof loader>();
  const t = useText('financing');
  const { language } = useLocale();
  const lede = t('reduction.lede', { pledged: formatMoneyExact(language, pledged, currency) });
  return <Change change="reduction" pledgeRef={ref} lede={lede} currency={currency} lastResult={useActionData<typeof action>()} />;
}
