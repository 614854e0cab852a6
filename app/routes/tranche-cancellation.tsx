import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { CancellationFields, TranchePage } from '#app/financing/tranches/form';
import { trancheCancellation } from '#app/financing/tranches/input.server';
import { cancelTranche } from '#app/financing/tranches/operations.server';
import { tranchePolicy } from '#app/financing/tranches/policy';
import { requireTranche } from '#app/financing/tranches/request.server';
import { trancheWords } from '#app/financing/tranches/words';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { textFor } from '#app/languages/catalogues.server';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { dayOf } from '#app/platform/clock';

export const handle = { access: { loader: 'tranche:cancel', action: 'tranche:cancel' } };

async function asked(args: LoaderFunctionArgs) {
  const { viewer, view, tranche } = await requireTranche(args);
  return { view, tranche, granted: permit(tranchePolicy.cancel, viewer, tranche.subject) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { view, tranche } = await asked(args);
  return { title: textFor(view.language, 'financing')('tranches.act.cancel'), tranche, today: dayOf(args.context.now) };
}

export async function action(args: ActionFunctionArgs) {
  const { view, tranche, granted } = await asked(args);
  const reading = readForm(await fieldsOf(args.request), trancheCancellation, view.language);
  if (!reading.ok) return reading.reply;
  const result = await cancelTranche(granted, occasionOf(args.context, reading.submission), reading.value);
  return result.ok ? redirect(`${paths.in(view.language).pledge(tranche.pledge_ref)}#tranches`, 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.title);

export default function TrancheCancellation() {
  const { tranche, today } = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  const t = useText('financing');
  const { language } = useLocale();
  return (
    <TranchePage act="cancel" pledgeRef={tranche.pledge_ref} lede={trancheWords(tranche, t, language, today)} last={last}>
      <CancellationFields last={last} />
    </TranchePage>
  );
}
