import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { recipientGroups } from '#app/financing/pledges/choices';
import { PledgeForm } from '#app/financing/pledges/form';
import { pledgeTerms } from '#app/financing/pledges/input.server';
import { updatePledge } from '#app/financing/pledges/operations.server';
import { currenciesInUse, partiesOf } from '#app/financing/pledges/place.server';
import { pledgePolicy } from '#app/financing/pledges/policy';
import { requirePledge } from '#app/financing/pledges/request.server';
import { refOf } from '#app/financing/pledges/rights.server';
import { valuesOf } from '#app/financing/pledges/values';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { textFor } from '#app/languages/catalogues.server';
import { paths } from '#app/paths';
import { dayOf } from '#app/platform/clock';
import { Head } from '#app/ui/head';

export const handle = { access: { loader: 'pledge:edit', action: 'pledge:edit' } };

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { viewer, view, pledge } = await requirePledge(request, params, context);
  permit(pledgePolicy.edit, viewer, refOf(pledge));
  const [parties, currencies] = await Promise.all([partiesOf(view), currenciesInUse()]);
  const t = textFor(view.language, 'financing');
  return { title: t('form.edit'), pledge, today: dayOf(context.now), choices: { parties: recipientGroups(parties, view.language, t), currencies: currencies.map(({ code }) => code) } };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { viewer, view, pledge } = await requirePledge(request, params, context);
  const granted = permit(pledgePolicy.edit, viewer, refOf(pledge));
  const reading = readForm(await fieldsOf(request), pledgeTerms, view.language);
  if (!reading.ok) return reading.reply;
  const result = await updatePledge(granted, occasionOf(context, reading.submission), reading.version, reading.value);
  return result.ok ? redirect(paths.in(view.language).pledge(pledge.ref), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.title);

export default function PledgeEdit() {
  const { title, pledge, today, choices } = useLoaderData<typeof loader>();
  return (
    <>
      <Head title={title} lede={`${pledge.ref} · ${pledge.provider.name}`} />
      <PledgeForm choices={choices} defaultValue={valuesOf(pledge)} version={pledge.version} today={today} lastResult={useActionData<typeof action>()} />
    </>
  );
}
