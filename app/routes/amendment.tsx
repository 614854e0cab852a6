import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { privateMeta } from '#app/accounts/page-meta';
import { amendmentActsOn } from '#app/commitments/amendments/acts.server';
import { AmendmentPage } from '#app/commitments/amendments/page';
import { requireAmendment } from '#app/commitments/amendments/request.server';

export const handle = { access: { loader: 'amendment:read' } };

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, commitment, amendment, decided } = await requireAmendment(args);
  return { commitment, amendment, acts: amendmentActsOn(viewer, decided) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.commitment.title);

export default function Amendment() {
  return <AmendmentPage {...useLoaderData<typeof loader>()} />;
}
