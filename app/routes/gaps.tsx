import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { may, permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { amendmentPolicy } from '#app/commitments/amendments/policy';
import { gapActsOn } from '#app/commitments/gaps/acts.server';
import { gapInput } from '#app/commitments/gaps/input.server';
import { openGap } from '#app/commitments/gaps/operations.server';
import { GapsPage } from '#app/commitments/gaps/page';
import { gapPolicy } from '#app/commitments/gaps/policy';
import { gapsOf, ownersOf } from '#app/commitments/gaps/queries.server';
import { requireCommitment } from '#app/commitments/request.server';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { paths } from '#app/paths';

export const handle = { access: { loader: 'amendment:read', action: 'gap:open' } };

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, commitment } = await requireCommitment(args);
  permit(amendmentPolicy.read, viewer, commitment);
  const [gaps, owners] = await Promise.all([gapsOf(commitment.id), ownersOf(commitment, args.context.now)]);
  return {
    commitment, gaps, owners: Object.fromEntries(owners.map(({ value, label }) => [value, label])), opens: may(gapPolicy.open, viewer, commitment).allowed,
    acts: Object.fromEntries(gaps.map((gap) => [gap.id, gapActsOn(viewer, commitment, gap)])),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, language, commitment } = await requireCommitment(args);
  const granted = permit(gapPolicy.open, viewer, commitment);
  const reading = readForm(await fieldsOf(args.request), gapInput, language);
  if (!reading.ok) return reading.reply;
  const result = await openGap(granted, occasionOf(args.context, reading.submission), reading.value.what);
  return result.ok ? redirect(paths.gaps(commitment.ref), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.commitment.title);

export default function Gaps() {
  return <GapsPage {...useLoaderData<typeof loader>()} last={useActionData<typeof action>()} />;
}
