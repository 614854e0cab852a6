import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { problem, refused } from '#app/access/result';
import { privateMeta } from '#app/accounts/page-meta';
import { personActor } from '#app/accounts/viewer.server';
import { DeskActPage } from '#app/commitments/desk/act-page';
import { assignmentInput } from '#app/commitments/desk/input.server';
import { refusesAssignment } from '#app/commitments/desk/model';
import { assignReviewer } from '#app/commitments/desk/operations.server';
import { deskPolicy } from '#app/commitments/desk/policy';
import { reviewersFor } from '#app/commitments/desk/queries.server';
import { actAtDesk, atDesk, previewOf } from '#app/commitments/desk/request.server';
import { fieldIn } from '#app/form/act-page';
import { SelectField } from '#app/form/field';
import { textFor } from '#app/languages/catalogues.server';
import { useText } from '#app/languages/text';

export const handle = { access: { loader: 'commitment:desk', action: 'commitment:assign' } };

export async function loader(args: LoaderFunctionArgs) {
  const desk = await atDesk(args);
  const reviewers = await reviewersFor(desk.person, desk.view);
  return {
    preview: previewOf(desk, (row) => refusesAssignment(desk.person, row, undefined), (rows) => Math.min(1, rows.length)),
    reviewers: reviewers.map(({ id, name }) => ({ value: id, label: name })), title: textFor(desk.view.language, 'commitments')('desk_list.act.assignment'),
  };
}

export const action = (args: ActionFunctionArgs) => actAtDesk(args, assignmentInput, async (asked, { reviewer }, occasion) => {
  const granted = permit(deskPolicy.assign, asked.person, { desk: true });
  if (reviewer === 'nobody') return assignReviewer(granted, occasion, asked, null);
  if (!(await reviewersFor(asked.person, asked.view)).some(({ id }) => id === reviewer)) return refused(problem('form:errors.choose', 'reviewer'));
  return assignReviewer(granted, occasion, asked, await personActor(reviewer, occasion.now));
});

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.title);

export default function CommitmentDeskAssignment() {
  const { preview, reviewers } = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  const t = useText('commitments');
  const form = last !== undefined && 'outcome' in last ? undefined : last;
  return (
    <DeskActPage act="assignment" preview={preview} last={last}>
      <SelectField {...fieldIn(form)('reviewer')} label={t('desk_list.reviewer')} options={[...reviewers, { value: 'nobody', label: t('desk_list.nobody') }]} required width={30} />
    </DeskActPage>
  );
}
