import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { requirePledge } from '#app/financing/pledges/request.server';
import { partyGroups } from '#app/financing/pledges/choices';
import { PledgeForm } from '#app/financing/pledges/form';
import { pledgeTerms } from '#app/financing/pledges/input.server';
import { partyKey } from '#app/financing/pledges/model';
import { updatePledge } from '#app/financing/pledges/operations.server';
import { currenciesInUse, partiesOf } from '#app/financing/pledges/place.server';
import { pledgePolicy } from '#app/financing/pledges/policy';
import { refOf } from '#app/financing/pledges/rights.server';
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
  return { title: t('form.edit'), pledge, today: dayOf(context.now), choices: { parties: partyGroups(parties, t), currencies: currencies.map(({ code }) => code) } };
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
  const { kind, currency, announced_on, new_money, visibility } = pledge;
  const defaultValue = {
    title: pledge.title, kind, amount: pledge.ladder.announced, currency, announced_on, new_money, visibility, valuation_method: pledge.valuation_method ?? undefined, valued_on: pledge.valued_on ?? undefined, starts_on: pledge.starts_on ?? undefined, ends_on: pledge.ends_on ?? undefined,
    conditions: pledge.conditions ?? undefined, iati_identifier: pledge.iati_identifier ?? undefined, recipients: pledge.recipients.map((one) => ({ party: partyKey(one), share: one.share })),
  };
  return (
    <>
      <Head title={title} lede={`${pledge.ref} · ${pledge.provider.name}`} />
      <PledgeForm choices={choices} defaultValue={defaultValue} version={pledge.version} today={today} lastResult={useActionData<typeof action>()} />
    </>
  );
}
