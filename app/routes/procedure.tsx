import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { may } from '#app/access/permit';
import { requireLanguage } from '#app/languages/request.server';
import { notFound } from '#app/platform/http/answers.server';
import { procedurePolicy } from '#app/working-groups/procedures/policy';
import { ProcedurePage } from '#app/working-groups/procedures/procedure';
import { findProcedure, procedureRef, shownSeat } from '#app/working-groups/procedures/queries.server';

export const handle = { access: { loader: 'public' } };

export async function loader({ params, context }: LoaderFunctionArgs) {
  const viewer = await context.viewer();
  const facts = await findProcedure(viewer, params['ref'] ?? '', { language: requireLanguage(params), now: context.now });
  if (facts === undefined) throw notFound();
  const ref = procedureRef(facts);
  return {
    ...facts, seats: facts.seats.map(shownSeat), mayVote: may(procedurePolicy.vote, viewer, ref).allowed, mayWithdraw: may(procedurePolicy.withdraw, viewer, ref).allowed,
    ownZone: viewer.kind === 'person' ? viewer.time_zone : undefined,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.procedure.title ?? ''} | Concord` }, { name: 'description', content: (data?.procedure.text ?? '').slice(0, 300) }];

export default function Procedure() {
  return <ProcedurePage {...useLoaderData<typeof loader>()} />;
}
