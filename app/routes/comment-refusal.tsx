import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { fieldIn } from '#app/form/act-page';
import { TextArea } from '#app/form/field';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { CommentActPage } from '#app/frameworks/consultations/comments/act-page';
import { refusalInput } from '#app/frameworks/consultations/comments/input.server';
import { refuseComment } from '#app/frameworks/consultations/comments/operations.server';
import { commentPolicy } from '#app/frameworks/consultations/policy';
import { requireComment } from '#app/frameworks/consultations/request.server';
import { useText } from '#app/languages/text';
import { paths } from '#app/paths';

export const handle = { access: { loader: 'comment:refuse', action: 'comment:refuse' } };

async function asked(args: LoaderFunctionArgs) {
  const { viewer, view, comment } = await requireComment(args);
  return { view, comment, granted: permit(commentPolicy.refuse, viewer, comment) };
}

export async function loader(args: LoaderFunctionArgs) {
  return { comment: (await asked(args)).comment };
}

export async function action(args: ActionFunctionArgs) {
  const { view, comment, granted } = await asked(args);
  const reading = readForm(await fieldsOf(args.request), refusalInput, view.language);
  if (!reading.ok) return reading.reply;
  const result = await refuseComment(granted, occasionOf(args.context, reading.submission), reading.value.reason);
  return result.ok ? redirect(paths.in(view.language).comments({ consultation: comment.consultation }), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.comment.ref);

export default function CommentRefusal() {
  const t = useText('frameworks');
  const last = useActionData<typeof action>();
  return (
    <CommentActPage act="refusal" comment={useLoaderData<typeof loader>().comment} last={last}>
      <TextArea {...fieldIn(last)('reason')} label={t('comments.reason')} hint={t('comments.refusal_hint')} rows={5} maxLength={2000} required />
    </CommentActPage>
  );
}
