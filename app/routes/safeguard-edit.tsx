import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { SafeguardActPage } from '#app/commitments/safeguards/act-page';
import { SafeguardFields } from '#app/commitments/safeguards/form';
import { safeguardInput } from '#app/commitments/safeguards/input.server';
import { writeSafeguard } from '#app/commitments/safeguards/operations.server';
import { safeguardPolicy } from '#app/commitments/safeguards/policy';
import { requireSafeguarded } from '#app/commitments/safeguards/request.server';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { paths } from '#app/paths';

export const handle = { access: { loader: 'safeguard:write', action: 'safeguard:write' } };

async function asked(args: LoaderFunctionArgs) {
  const { viewer, ...found } = await requireSafeguarded(args);
  return { ...found, granted: permit(safeguardPolicy.write, viewer, found.commitment) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { commitment, safeguard } = await asked(args);
  return { commitment, safeguard };
}

export async function action(args: ActionFunctionArgs) {
  const { language, commitment, granted } = await asked(args);
  const reading = readForm(await fieldsOf(args.request), safeguardInput, language);
  if (!reading.ok) return reading.reply;
  const result = await writeSafeguard(granted, occasionOf(args.context, reading.submission), reading.version, reading.value, language);
  return result.ok ? redirect(paths.safeguard(commitment.ref), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.commitment.title);

export default function SafeguardEdit() {
  const { commitment, safeguard } = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  const open = safeguard === undefined || safeguard.status === 'approved' ? 0 : safeguard.version;
  return (
    <SafeguardActPage act="edit" commitment={commitment} version={open} last={last}>
      <SafeguardFields safeguard={safeguard} last={last} />
    </SafeguardActPage>
  );
}
