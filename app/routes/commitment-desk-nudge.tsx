import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { privateMeta } from '#app/accounts/page-meta';
import { DeskActPage } from '#app/commitments/desk/act-page';
import { nudgeInput } from '#app/commitments/desk/input.server';
import { nudgeAfterDays, refusesNudge } from '#app/commitments/desk/model';
import { nudgeLeads } from '#app/commitments/desk/operations.server';
import { deskPolicy } from '#app/commitments/desk/policy';
import { actAtDesk, atDesk, previewOf } from '#app/commitments/desk/request.server';
import { todayOf } from '#app/commitments/readable.server';
import { fieldIn } from '#app/form/act-page';
import { TextArea } from '#app/form/field';
import { textFor } from '#app/languages/catalogues.server';
import { useText } from '#app/languages/text';

export const handle = { access: { loader: 'commitment:desk', action: 'commitment:nudge' } };

export async function loader(args: LoaderFunctionArgs) {
  const desk = await atDesk(args);
  const preview = previewOf(desk, (row) => refusesNudge(desk.person, row, todayOf(desk.view)), (rows) => new Set(rows.flatMap(({ readers }) => readers)).size);
  return { preview, title: textFor(desk.view.language, 'commitments')('desk_list.act.nudge') };
}

export const action = (args: ActionFunctionArgs) =>
  actAtDesk(args, nudgeInput, (asked, { words }, occasion) => nudgeLeads(permit(deskPolicy.nudge, asked.person, { desk: true }), occasion, asked, words));

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.title);

export default function CommitmentDeskNudge() {
  const { preview } = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  const t = useText('commitments');
  const form = last !== undefined && 'outcome' in last ? undefined : last;
  return (
    <DeskActPage act="nudge" preview={preview} last={last}>
      <TextArea {...fieldIn(form)('words')} label={t('desk_list.words')} hint={t('desk_list.words_hint', { days: nudgeAfterDays })} optional maxLength={1000} />
    </DeskActPage>
  );
}
