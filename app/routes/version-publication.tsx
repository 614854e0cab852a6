import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { requireConfirmed } from '#app/accounts/viewer.server';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { versionHref } from '#app/frameworks/addresses';
import { countAuthors } from '#app/frameworks/consultations/notices.server';
import { findUnanswered } from '#app/frameworks/consultations/unanswered.server';
import { frameworkPolicy } from '#app/frameworks/policy';
import { deskOf, draftAt, openTranslations } from '#app/frameworks/versions/desk-facts.server';
import { pressed } from '#app/frameworks/endorsements/input.server';
import { countInvited } from '#app/frameworks/versions/invitations.server';
import { publishVersion } from '#app/frameworks/versions/operations.server';
import { PublicationPage } from '#app/frameworks/versions/publication-page';
import { languages } from '#app/languages/language';

export const handle = { access: { loader: 'framework:draft', action: 'framework:publish' } };

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, view, draft } = await draftAt(args);
  if (draft.status !== 'draft') throw redirect(versionHref(draft.framework, draft.number, view.language));
  const [{ clauses, why }, invited, authors, unanswered] = await Promise.all([deskOf(viewer, draft, view), countInvited(draft, view.now), countAuthors(draft.id), findUnanswered(draft.id, view.now)]);
  const open = languages.filter((one) => one !== draft.authoritative_language).map((language) => ({ language, ...openTranslations(draft, clauses, language) }));
  return { draft, clauses: clauses.length, open, invited, authors, unanswered, why };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireConfirmed(args.context, args.request);
  const { view, draft } = await draftAt(args);
  const granted = permit(frameworkPolicy.publish, viewer, draft);
  const reading = readForm(await fieldsOf(args.request), pressed, view.language);
  if (!reading.ok) return reading.reply;
  const result = await publishVersion(granted, occasionOf(args.context, reading.submission));
  return result.ok ? redirect(versionHref(draft.framework, undefined, view.language), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data === undefined ? undefined : `${data.draft.name} ${data.draft.number}`);

export default function VersionPublication() {
  return <PublicationPage {...useLoaderData<typeof loader>()} result={useActionData<typeof action>()} />;
}
