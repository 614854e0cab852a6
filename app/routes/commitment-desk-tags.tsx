import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { privateMeta } from '#app/accounts/page-meta';
import { DeskActPage } from '#app/commitments/desk/act-page';
import { tagsInput } from '#app/commitments/desk/input.server';
import { refusesTag } from '#app/commitments/desk/model';
import { tagCommitments } from '#app/commitments/desk/operations.server';
import { deskPolicy } from '#app/commitments/desk/policy';
import { actAtDesk, atDesk, previewOf } from '#app/commitments/desk/request.server';
import { fieldIn } from '#app/form/act-page';
import { RadioField } from '#app/form/choice-field';
import { TextField } from '#app/form/field';
import { textFor } from '#app/languages/catalogues.server';
import { useText } from '#app/languages/text';

export const handle = { access: { loader: 'commitment:desk', action: 'commitment:tag' } };

export async function loader(args: LoaderFunctionArgs) {
  const desk = await atDesk(args);
  return { preview: previewOf(desk, (row) => refusesTag(desk.person, row, undefined, true)), title: textFor(desk.view.language, 'commitments')('desk_list.act.tags') };
}

export const action = (args: ActionFunctionArgs) =>
  actAtDesk(args, tagsInput, (asked, { tag, how }, occasion) => tagCommitments(permit(deskPolicy.tag, asked.person, { desk: true }), occasion, asked, tag, how === 'add'));

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.title);

export default function CommitmentDeskTags() {
  const { preview } = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  const t = useText('commitments');
  const field = fieldIn(last !== undefined && 'outcome' in last ? undefined : last);
  return (
    <DeskActPage act="tags" preview={preview} last={last}>
      <TextField {...field('tag')} label={t('desk_list.tag')} hint={t('desk_list.tag_hint')} required maxLength={40} width={20} />
      <RadioField {...field('how', 'add')} label={t('desk_list.how')} choices={['add', 'remove'].map((value) => ({ value, label: t(`desk_list.${value}`) }))} />
    </DeskActPage>
  );
}
