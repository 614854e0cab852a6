import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { may, permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { commitmentPolicy } from '#app/commitments/policy';
import { checkOf } from '#app/commitments/translations/acts.server';
import { translationForm } from '#app/commitments/translations/input.server';
import { translateCommitment } from '#app/commitments/translations/operations.server';
import { TranslationPage } from '#app/commitments/translations/page';
import { requireTranslation } from '#app/commitments/translations/request.server';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { paths } from '#app/paths';

export const handle = { access: { loader: 'commitment_translation:read', action: 'commitment:translate' } };

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, language: _, ...found } = await requireTranslation(args);
  return { ...found, writes: may(commitmentPolicy.translate, viewer, found.commitment).allowed, check: checkOf(viewer, found.commitment, found.text) };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, language, commitment, writing } = await requireTranslation(args);
  const granted = permit(commitmentPolicy.translate, viewer, commitment);
  const reading = readForm(await fieldsOf(args.request), translationForm, language);
  if (!reading.ok) return reading.reply;
  const result = await translateCommitment(granted, occasionOf(args.context, reading.submission), reading.version, writing, reading.value);
  return result.ok ? redirect(paths.translations(commitment.ref), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.commitment.title);

export default function Translation() {
  return <TranslationPage {...useLoaderData<typeof loader>()} last={useActionData<typeof action>()} />;
}
