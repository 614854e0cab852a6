import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { privateMeta } from '#app/accounts/page-meta';
import { safeguardActsOn } from '#app/commitments/safeguards/acts.server';
import { SafeguardPage } from '#app/commitments/safeguards/page';
import { requireSafeguarded } from '#app/commitments/safeguards/request.server';
import { dayOf } from '#app/platform/clock';

export const handle = { access: { loader: 'amendment:read' } };

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, commitment, safeguard } = await requireSafeguarded(args);
  return { commitment, safeguard, acts: safeguardActsOn(viewer, commitment, safeguard), today: dayOf(args.context.now) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.commitment.title);

export default function Safeguard() {
  return <SafeguardPage {...useLoaderData<typeof loader>()} />;
}
