import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { privateMeta } from '#app/accounts/page-meta';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { findDraft } from '#app/commitments/drafting/queries.server';
import { SmartAdvice } from '#app/commitments/drafting/smart-advice';
import { StepFrame } from '#app/commitments/drafting/step-frame';
import { commitmentPolicy } from '#app/commitments/policy';
import { MoneySection } from '#app/commitments/record/money';
import { moneyBehind } from '#app/financing/pledges/behind.server';
import { useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { notFound } from '#app/platform/http/answers.server';
import { ButtonLink } from '#app/ui/button';

export const handle = { access: { loader: 'commitment:edit' } };

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const person = await requirePerson(context, request);
  const view = { language: languageOf(request, person), now: context.now };
  const draft = await findDraft(person, params['ref'] ?? '', view);
  if (draft === undefined) throw notFound();
  permit(commitmentPolicy.edit, person, draft);
  return { draft, ...(await moneyBehind(person, draft.id, view)) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.draft.title);

/** The third step belongs to financing: a pledge is logged there, for this commitment. It can be skipped. */
export default function CommitmentMoney() {
  const { draft, pledges, total, inKind } = useLoaderData<typeof loader>();
  const t = useText('commitments');
  return (
    <StepFrame
      step="money" draft={draft} title={t('form.money_title')} lede={t('form.money_lede')} last={undefined} advice={<SmartAdvice facts={draft.facts} />}
      back={{ href: paths.commitmentStep(draft.ref, 'measure'), label: t('form.back', { step: t('steps.measure') }) }}
    >
      {pledges.length > 0 && <MoneySection pledges={pledges} total={total} inKind={inKind} />}
      <div className="row">
        <ButtonLink weight={pledges.length === 0 ? 'second' : 'text'} href={paths.newPledge(draft.ref)}>{t('form.add_pledge')}</ButtonLink>
      </div>
      <div className="row">
        <ButtonLink href={paths.commitmentStep(draft.ref, 'check')}>{t(pledges.length === 0 ? 'form.skip' : 'form.go_on')}</ButtonLink>
        <ButtonLink weight="text" href={paths.my}>{t('form.later')}</ButtonLink>
      </div>
    </StepFrame>
  );
}
