import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { ActPage } from '#app/form/act-page';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { versionHref } from '#app/frameworks/addresses';
import { ConsultationFields } from '#app/frameworks/consultations/form';
import { consultationInput } from '#app/frameworks/consultations/input.server';
import { openConsultation } from '#app/frameworks/consultations/operations.server';
import { consultationPolicy } from '#app/frameworks/consultations/policy';
import { draftAt } from '#app/frameworks/versions/desk-facts.server';
import { useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { dayOf } from '#app/platform/clock';

export const handle = { access: { loader: 'framework:draft', action: 'consultation:open' } };

export async function loader(args: LoaderFunctionArgs) {
  const { view, draft } = await draftAt(args);
  if (draft.status !== 'draft') throw redirect(versionHref(draft.framework, draft.number, view.language));
  return { draft, today: dayOf(view.now) };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, view, draft } = await draftAt(args);
  const granted = permit(consultationPolicy.open, viewer, draft);
  const reading = readForm(await fieldsOf(args.request), consultationInput, view.language);
  if (!reading.ok) return reading.reply;
  const result = await openConsultation(granted, occasionOf(args.context, reading.submission), reading.value);
  return result.ok ? redirect(paths.in(view.language).consultation(result.value.ref), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data === undefined ? undefined : `${data.draft.name} ${data.draft.number}`);

export default function ConsultationNew() {
  const { draft, today } = useLoaderData<typeof loader>();
  const t = useText('frameworks');
  const last = useActionData<typeof action>();
  const href = paths.draft(draft.framework, draft.number);
  return (
    <ActPage
      above={[{ href: paths.textVersions(draft.framework), label: draft.name }, { href, label: t('versions.named', { number: draft.number }) }]} act={t('consultations.act.open')} lede={draft.name}
      follows={t('consultations.follows.open')} back={{ href, label: t('publish.not_yet') }} last={last}
    >
      <ConsultationFields last={last} today={today} />
    </ActPage>
  );
}
