import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { CommentActPage } from '#app/frameworks/consultations/comments/act-page';
import { releaseComment } from '#app/frameworks/consultations/comments/operations.server';
import { pressed } from '#app/frameworks/endorsements/input.server';
import { commentPolicy } from '#app/frameworks/consultations/policy';
import { requireComment } from '#app/frameworks/consultations/request.server';
import { paths } from '#app/paths';

export const handle = { access: { loader: 'comment:release', action: 'comment:release' } };

async function asked(args: LoaderFunctionArgs) {
  const { viewer, view, comment } = await requireComment(args);
  return { view, comment, granted: permit(commentPolicy.release, viewer, comment) };
}

export async function loader(args: LoaderFunctionArgs) {
  return { comment: (await asked(args)).comment };
}

export async function action(args: ActionFunctionArgs) {
  const { view, comment, granted } = await asked(args);
  const reading = readForm(await fieldsOf(args.request), pressed, view.language);
  if (!reading.ok) return reading.reply;
  const result = await releaseComment(granted, occasionOf(args.context, reading.submission));
  return result.ok ? redirect(paths.in(view.language).comments({ consultation: comment.consultation }), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.comment.ref);

export default function CommentRelease() {
  return <CommentActPage act="release" comment={useLoaderData<typeof loader>().comment} last={useActionData<typeof action>()} />;
}
