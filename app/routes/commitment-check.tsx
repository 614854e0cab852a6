import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { privateMeta } from '#app/accounts/page-meta';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { clausesOf, placeChoices } from '#app/commitments/choices.server';
import { CheckAnswers } from '#app/commitments/drafting/check-answers';
import { findDraft } from '#app/commitments/drafting/queries.server';
import { SmartAdvice } from '#app/commitments/drafting/smart-advice';
import { StepFrame } from '#app/commitments/drafting/step-frame';
import { Submission } from '#app/commitments/drafting/submission';
import { commitmentPolicy } from '#app/commitments/policy';
import { AskedList } from '#app/commitments/remarks/list';
import { blockers } from '#app/commitments/smart/model';
import { pledgesOfCommitment } from '#app/financing/pledges/queries.server';
import { formatMoney } from '#app/languages/format';
import { useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { dayOf } from '#app/platform/clock';
import { notFound } from '#app/platform/http/answers.server';

export const handle = { access: { loader: 'commitment:submit' } };

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const person = await requirePerson(context, request);
  const view = { language: languageOf(request, person), now: context.now };
  const draft = await findDraft(person, params['ref'] ?? '', view);
  if (draft === undefined) throw notFound();
  permit(commitmentPolicy.submit, person, draft);
  const [clauses, pledges] = await Promise.all([clausesOf(person, draft, view.language), pledgesOfCommitment(person, draft.id, view)]);
  const today = dayOf(context.now);
  return {
    draft, clauses, today, blocked: blockers(draft.facts, today), countries: placeChoices(view.language).countries,
    pledges: pledges.map(({ ref, provider, ladder, currency }) => ({ ref, said: `${provider.name}: ${formatMoney(view.language, ladder.announced, currency)}` })),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.draft.title);

export default function CommitmentCheck() {
  const { draft, clauses, countries, pledges, blocked, today } = useLoaderData<typeof loader>();
  const t = useText('commitments');
  return (
    <StepFrame
      step="check" draft={draft} title={t('form.check_title')} lede={t('form.check_lede')} last={undefined} advice={<SmartAdvice facts={draft.facts} />}
      back={{ href: paths.commitmentStep(draft.ref, 'money'), label: t('form.back', { step: t('steps.money') }) }}
    >
      {draft.status === 'returned' && <AskedList commitment={draft} asked={draft.remarks} />}
      <CheckAnswers draft={draft} clauses={clauses} countries={countries} pledges={pledges} />
      <Submission draft={draft} blocked={blocked} today={today} />
    </StepFrame>
  );
}
