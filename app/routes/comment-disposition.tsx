import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { fieldIn } from '#app/form/act-page';
import { RadioField } from '#app/form/choice-field';
import { SelectField, TextArea } from '#app/form/field';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { CommentActPage } from '#app/frameworks/consultations/comments/act-page';
import { dispositionInput } from '#app/frameworks/consultations/comments/input.server';
import { disposeComment } from '#app/frameworks/consultations/comments/operations.server';
import { dispositions } from '#app/frameworks/consultations/model';
import { commentPolicy } from '#app/frameworks/consultations/policy';
import { requireComment } from '#app/frameworks/consultations/request.server';
import { useText } from '#app/languages/text';
import { paths } from '#app/paths';

export const handle = { access: { loader: 'comment:dispose', action: 'comment:dispose' } };

async function asked(args: LoaderFunctionArgs) {
  const { viewer, view, comment } = await requireComment(args);
  return { view, comment, granted: permit(commentPolicy.dispose, viewer, comment) };
}

export async function loader(args: LoaderFunctionArgs) {
  return { comment: (await asked(args)).comment };
}

export async function action(args: ActionFunctionArgs) {
  const { view, comment, granted } = await asked(args);
  const reading = readForm(await fieldsOf(args.request), dispositionInput, view.language);
  if (!reading.ok) return reading.reply;
  const result = await disposeComment(granted, occasionOf(args.context, reading.submission), reading.version, reading.value);
  return result.ok ? redirect(paths.in(view.language).comments({ consultation: comment.consultation }), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.comment.ref);

export default function CommentDisposition() {
  const { comment } = useLoaderData<typeof loader>();
  const t = useText('frameworks');
  const last = useActionData<typeof action>();
  const field = fieldIn(last);
  return (
    <CommentActPage act="disposition" comment={comment} last={last}>
      <RadioField {...field('disposition', comment.disposition ?? '')} label={t('comments.answer')} choices={dispositions.map((value) => ({ value, label: t(`disposition.${value}`) }))} />
      <TextArea {...field('reason', comment.disposition_reason ?? '')} label={t('comments.reason')} hint={t('comments.disposition_hint')} rows={5} maxLength={2000} required />
      <SelectField {...field('node_id', comment.disposition_node_id ?? '')} label={t('comments.changed')} hint={t('comments.changed_hint')} options={comment.nodes.map(({ id, code }) => ({ value: id, label: code }))} empty={t('comments.changed_none')} optional />
    </CommentActPage>
  );
}
