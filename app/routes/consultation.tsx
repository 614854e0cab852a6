import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { ConsultationOpening, ConsultedText } from '#app/frameworks/consultations/page';
import { consultationPolicy } from '#app/frameworks/consultations/policy';
import { consultedClauses, findConsultation } from '#app/frameworks/consultations/queries.server';
import { consultationTrail } from '#app/frameworks/consultations/trail';
import { keepsTexts } from '#app/frameworks/policy';
import { textFor } from '#app/languages/catalogues.server';
import { requireLanguage } from '#app/languages/request.server';
import { notFound } from '#app/platform/http/answers.server';
import { historyFor } from '#app/records/history/queries.server';
import { Trail } from '#app/records/history/trail';

export const handle = { access: { loader: 'public' } };

export async function loader({ params, context }: LoaderFunctionArgs) {
  const view = { language: requireLanguage(params), now: context.now };
  const viewer = await context.viewer();
  const consultation = await findConsultation(viewer, params['ref'] ?? '', view);
  if (consultation === undefined) throw notFound();
  const [clauses, trail] = await Promise.all([consultedClauses(viewer, consultation, view), historyFor(consultationPolicy.history, viewer, consultation, 'consultations', consultationTrail)]);
  return { consultation, clauses, trail, keeps: keepsTexts(viewer), title: textFor(view.language, 'frameworks')('consultations.of', { name: consultation.name, number: consultation.number }) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} | Concord` }, { name: 'description', content: data?.consultation.introduction.slice(0, 300) ?? '' }];

export default function Consultation() {
  const { consultation, clauses, trail, keeps } = useLoaderData<typeof loader>();
  return (
    <>
      <ConsultationOpening consultation={consultation} keeps={keeps} />
      <ConsultedText consultation={consultation} clauses={clauses} />
      <Trail acts={trail} words={consultationTrail} />
    </>
  );
}
