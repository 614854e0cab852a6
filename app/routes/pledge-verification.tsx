import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { requireConfirmed } from '#app/accounts/viewer.server';
import { requirePledge } from '#app/financing/pledges/request.server';
import { LookFields } from '#app/financing/verification/form';
import { figureInput } from '#app/financing/verification/input.server';
import { moneyRefOf } from '#app/financing/verification/money.server';
import { verifyFigure } from '#app/financing/verification/operations.server';
import { moneyPolicy } from '#app/financing/verification/policy';
import { ActPage } from '#app/form/act-page';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { textFor } from '#app/languages/catalogues.server';
import { formatMoneyExact } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { database } from '#app/platform/database.server';

export const handle = { access: { loader: 'pledge:verify', action: 'pledge:verify' } };

async function asked({ request, params, context }: LoaderFunctionArgs) {
  await requireConfirmed(context, request);
  const { viewer, view, pledge } = await requirePledge(request, params, context);
  return { view, pledge, granted: permit(moneyPolicy.verifyFigure, viewer, await moneyRefOf(database(), pledge.id)) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { view, pledge } = await asked(args);
  return { title: textFor(view.language, 'financing')('verified.act.figure'), ref: pledge.ref, currency: pledge.currency, committed: pledge.ladder.committed, disbursed: pledge.ladder.disbursed };
}

export async function action(args: ActionFunctionArgs) {
  const { view, pledge, granted } = await asked(args);
  const reading = readForm(await fieldsOf(args.request), figureInput, view.language);
  if (!reading.ok) return reading.reply;
  const { seen, ...look } = reading.value;
  const result = await verifyFigure(granted, occasionOf(args.context, reading.submission), seen, look);
  return result.ok ? redirect(`${paths.in(view.language).pledge(pledge.ref)}#verified`, 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.title);

export default function PledgeVerification() {
  const { title, ref, currency, committed, disbursed } = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  const t = useText('financing');
  const { language } = useLocale();
  const to = paths.in(language);
  const money = (amount: string) => formatMoneyExact(language, amount, currency);
  return (
    <ActPage
      above={[{ href: to.pledges(), label: t('pledges.title') }, { href: to.pledge(ref), label: ref }]} act={title} lede={t('verified.stands', { committed: money(committed), disbursed: money(disbursed) })}
      follows={t('verified.follows.figure')} back={{ href: to.pledge(ref), label: t('tranches.not') }} last={last}
    >
      <input type="hidden" name="seen" value={`${committed} ${disbursed}`} />
      <LookFields last={last} />
    </ActPage>
  );
}
