import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { privateMeta } from '#app/accounts/page-meta';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { safeguardActsOn } from '#app/commitments/safeguards/acts.server';
import { SafeguardPage } from '#app/commitments/safeguards/page';
import { findSafeguard } from '#app/commitments/safeguards/queries.server';
import { dayOf } from '#app/platform/clock';
import { notFound } from '#app/platform/http/answers.server';

export const handle = { access: { loader: 'amendment:read' } };

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const person = await requirePerson(context, request);
  const found = await findSafeguard(person, params['ref'] ?? '', { language: languageOf(request, person), now: context.now });
  if (found === undefined) throw notFound();
  return { ...found, acts: safeguardActsOn(person, found.commitment, found.safeguard), today: dayOf(context.now) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.commitment.title);

export default function Safeguard() {
  return <SafeguardPage {...useLoaderData<typeof loader>()} />;
}
