import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { TrancheFields, TranchePage } from '#app/financing/tranches/form';
import { trancheInput } from '#app/financing/tranches/input.server';
import { updateTranche } from '#app/financing/tranches/operations.server';
import { tranchePolicy } from '#app/financing/tranches/policy';
import { requireTranche } from '#app/financing/tranches/request.server';
import { trancheWords } from '#app/financing/tranches/words';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { textFor } from '#app/languages/catalogues.server';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { dayOf } from '#app/platform/clock';

export const handle = { access: { loader: 'tranche:edit', action: 'tranche:edit' } };

async function asked(args: LoaderFunctionArgs) {
  const { viewer, view, tranche } = await requireTranche(args);
  return { view, tranche, granted: permit(tranchePolicy.edit, viewer, tranche.subject) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { view, tranche } = await asked(args);
  return { title: textFor(view.language, 'financing')('tranches.act.edit'), tranche, today: dayOf(args.context.now) };
}

export async function action(args: ActionFunctionArgs) {
  const { view, tranche, granted } = await asked(args);
  const reading = readForm(await fieldsOf(args.request), trancheInput, view.language);
  if (!reading.ok) return reading.reply;
  const result = await updateTranche(granted, occasionOf(args.context, reading.submission), reading.version, reading.value);
  return result.ok ? redirect(`${paths.in(view.language).pledge(tranche.pledge_ref)}#tranches`, 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.title);

export default function TrancheEdit() {
  const { tranche, today } = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  const t = useText('financing');
  const { language } = useLocale();
  return (
    <TranchePage act="edit" pledgeRef={tranche.pledge_ref} lede={trancheWords(tranche, t, language, today)} last={last} version={tranche.version}>
      <TrancheFields currency={tranche.currency} now={tranche} last={last} />
    </TranchePage>
  );
}
