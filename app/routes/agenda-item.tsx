import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData, useOutlet } from '@remix-run/react';
import { may, permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { problem } from '#app/access/result';
import { privateMeta } from '#app/accounts/page-meta';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { paths } from '#app/paths';
import { editInput } from '#app/working-groups/agenda/input.server';
import { presentersFor } from '#app/working-groups/agenda/item.server';
import { ItemPage } from '#app/working-groups/agenda/item-page';
import { reportsToLaunch } from '#app/working-groups/agenda/reports.server';
import { requireItem } from '#app/working-groups/agenda/request.server';
import { commitmentNamed } from '#app/working-groups/backlog/queries.server';
import { dimensionsToChoose } from '#app/working-groups/dimensions/queries.server';
import { editAgendaItem } from '#app/working-groups/operations.server';
import { paperPolicy } from '#app/working-groups/papers/policy';
import { papersOf } from '#app/working-groups/papers/queries.server';
import { sessionPolicy } from '#app/working-groups/policy';

export const handle = { access: { loader: 'signed_in', action: 'session:edit' } };

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, view, session, item } = await requireItem(args);
  const edits = may(sessionPolicy.edit, viewer, session).allowed;
  const [presenters, dimensions, reports, papers] = await Promise.all([presentersFor(session), dimensionsToChoose(viewer, session.working_group_id, view, item.dimension_id), edits ? reportsToLaunch(viewer, session, item.report_id, view) : [], papersOf(viewer, session.id, view)]);
  return {
    session, item, presenters, dimensions, reports, papers: papers.filter((paper) => paper.agenda_item_id === item.id), edits,
    adds: may(paperPolicy.add, viewer, { ...session, presenter_id: item.presenter_id }).allowed, saved: new URL(args.request.url).searchParams.has('saved'),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, view, session, item } = await requireItem(args);
  const granted = permit(sessionPolicy.edit, viewer, session);
  const reading = readForm(await fieldsOf(args.request), editInput, view.language);
  if (!reading.ok) return reading.reply;
  const { commitment, ...form } = reading.value;
  const commitment_id = commitment === null ? null : commitment === item.commitment_ref ? undefined : await commitmentNamed(viewer, commitment, view);
  if (commitment_id === undefined && commitment !== item.commitment_ref) return reading.answer([problem('working-groups:problems.no_such_commitment', 'commitment')]);
  if (form.report_id !== null && !(await reportsToLaunch(viewer, session, item.report_id, view)).some(({ id }) => id === form.report_id)) return reading.answer([problem('form:errors.choose', 'report_id')]);
  const result = await editAgendaItem(granted, occasionOf(args.context, reading.submission), item.id, { ...form, ...(commitment_id === undefined ? {} : { commitment_id }), version: reading.version });
  return result.ok ? redirect(`${paths.agendaItem(session.ref, item.id)}?saved`, 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.item.title);

/** The papers are acts of their own below this page, which show it with what was wrong. */
export default function AgendaItemPages() {
  const facts = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  return useOutlet(facts) ?? <ItemPage {...facts} last={last} />;
}
