import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { minus } from '#app/financing/money/model';
import { Change } from '#app/financing/pledges/change';
import { cancellationInput } from '#app/financing/pledges/input.server';
import { cancelPledge } from '#app/financing/pledges/operations.server';
import { pledgePolicy } from '#app/financing/pledges/policy';
import { requirePledge } from '#app/financing/pledges/request.server';
import { refOf } from '#app/financing/pledges/rights.server';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { textFor } from '#app/languages/catalogues.server';
import { formatMoneyExact } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';

export const handle = { access: { loader: 'pledge:cancel', action: 'pledge:cancel' } };

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { viewer, view, pledge } = await requirePledge(request, params, context);
  permit(pledgePolicy.cancel, viewer, refOf(pledge));
  return { title: textFor(view.language, 'financing')('cancellation.title'), ref: pledge.ref, open: minus(pledge.ladder.pledged, pledge.ladder.disbursed), currency: pledge.currency };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { viewer, view, pledge } = await requirePledge(request, params, context);
  const granted = permit(pledgePolicy.cancel, viewer, refOf(pledge));
  const reading = readForm(await fieldsOf(request), cancellationInput, view.language);
  if (!reading.ok) return reading.reply;
  const result = await cancelPledge(granted, occasionOf(context, reading.submission), reading.value);
  return result.ok ? redirect(paths.in(view.language).pledge(pledge.ref), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.title);

export default function PledgeCancellation() {
  const { ref, open, currency } = useLoaderData<typeof loader>();
  const t = useText('financing');
  const { language } = useLocale();
  const lede = t('cancellation.lede', { open: formatMoneyExact(language, open, currency) });
  return <Change change="cancellation" pledgeRef={ref} lede={lede} lastResult={useActionData<typeof action>()} />;
}
