import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { paths } from '#app/paths';
import { reportPolicy } from '#app/reporting/reports/policy';
import { passageAsRead } from '#app/reporting/reports/replies/passage.server';
import { replyInput } from '#app/reporting/reports/replies/input.server';
import { giveReply } from '#app/reporting/reports/replies/operations.server';
import { ReplyPage } from '#app/reporting/reports/replies/reply-page';
import { askedAt } from '#app/reporting/reports/replies/request.server';

export const handle = { access: { loader: 'report:reply', action: 'report:reply' } };

export async function loader(args: LoaderFunctionArgs) {
  const { asked, language } = await askedAt(args);
  const { body: _, ...shown } = asked;
  return { asked: shown, pieces: await passageAsRead(asked, language) };
}

/** A member's reply, word for word; written anew until the window closes. */
export async function action(args: ActionFunctionArgs) {
  const { asked, language, viewer } = await askedAt(args);
  const granted = permit(reportPolicy.reply, viewer, { ...asked, id: asked.report_id });
  const reading = readForm(await fieldsOf(args.request), replyInput, language);
  if (!reading.ok) return reading.reply;
  const result = await giveReply(granted, occasionOf(args.context, reading.submission), asked.id, reading.version, reading.value);
  return result.ok ? redirect(paths.reportReply(asked.ref, asked.id), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.asked.title);

export default function Reply() {
  return <ReplyPage {...useLoaderData<typeof loader>()} last={useActionData<typeof action>()} />;
}
