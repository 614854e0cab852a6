import { redirect, type ActionFunctionArgs, type AppLoadContext, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { recipientGroups } from '#app/financing/pledges/choices';
import { PledgeForm } from '#app/financing/pledges/form';
import { newPledge } from '#app/financing/pledges/input.server';
import { createPledge } from '#app/financing/pledges/operations.server';
import { commitmentFor, currenciesInUse, partiesOf, placeOf, providersFor } from '#app/financing/pledges/place.server';
import { pledgePolicy } from '#app/financing/pledges/policy';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { textFor } from '#app/languages/catalogues.server';
import { useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { dayOf } from '#app/platform/clock';
import { notFound } from '#app/platform/http/answers.server';
import { Head } from '#app/ui/head';
import { Notice } from '#app/ui/notice';

export const handle = { access: { loader: 'signed_in', action: 'pledge:create' } };

/** Who asks, in which language, and the commitment that the address names. */
async function askedFor(request: Request, context: AppLoadContext) {
  const viewer = await requirePerson(context, request);
  const language = languageOf(request, viewer);
  const view = { language, now: context.now };
  const commitment = await commitmentFor(viewer, new URL(request.url).searchParams.get('commitment'), view);
  return { viewer, language, view, commitment };
}

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { viewer, language, view, commitment } = await askedFor(request, context);
  const [providers, parties, currencies] = await Promise.all([providersFor(viewer, view), partiesOf(view), currenciesInUse()]);
  const t = textFor(language, 'financing');
  const own = providers.map(({ key, name }) => ({ value: key, label: name }));
  return {
    title: t('form.new'), commitment, today: dayOf(context.now), first: own.length === 1 ? own[0]?.value : undefined,
    choices: { providers: own, parties: recipientGroups(parties, language, t), currencies: currencies.map(({ code }) => code) },
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { viewer, language, commitment } = await askedFor(request, context);
  const reading = readForm(await fieldsOf(request), newPledge, language);
  if (!reading.ok) return reading.reply;
  const { provider, ...terms } = reading.value;
  const place = await placeOf(provider, commitment);
  if (place === undefined) throw notFound();
  const result = await createPledge(permit(pledgePolicy.create, viewer, place), occasionOf(context, reading.submission), terms);
  return result.ok ? redirect(paths.in(language).pledge(result.value.ref), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.title);

export default function PledgeNew() {
  const { title, commitment, today, first, choices } = useLoaderData<typeof loader>();
  const t = useText('financing');
  const defaultValue = { provider: first, kind: 'cash', currency: 'USD', announced_on: today, new_money: 'unknown', visibility: 'public', recipients: [{}] };
  return (
    <>
      <Head title={title} lede={t('form.new_lede')} />
      {commitment !== undefined && <Notice>{t('form.for', { ref: commitment.ref, title: commitment.title })}</Notice>}
      <PledgeForm choices={choices} defaultValue={defaultValue} today={today} lastResult={useActionData<typeof action>()} />
    </>
  );
}
