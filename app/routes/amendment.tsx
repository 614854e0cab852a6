import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { privateMeta } from '#app/accounts/page-meta';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { amendmentActsOn } from '#app/commitments/amendments/acts.server';
import { AmendmentPage } from '#app/commitments/amendments/page';
import { findAmendment } from '#app/commitments/amendments/queries.server';
import { notFound } from '#app/platform/http/answers.server';

export const handle = { access: { loader: 'amendment:read' } };

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const person = await requirePerson(context, request);
  const found = await findAmendment(person, params['ref'] ?? '', params['number'] ?? '', { language: languageOf(request, person), now: context.now });
  if (found === undefined) throw notFound();
  return { commitment: found.commitment, amendment: found.amendment, acts: amendmentActsOn(person, found.decided) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.commitment.title);

export default function Amendment() {
  return <AmendmentPage {...useLoaderData<typeof loader>()} />;
}
