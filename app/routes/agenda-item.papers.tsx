import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { useActionData, useOutletContext } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { paths } from '#app/paths';
import { evidenceForm, evidenceInput } from '#app/records/evidence/input.server';
import { ItemPage, type ItemFacts } from '#app/working-groups/agenda/item-page';
import { requireItem } from '#app/working-groups/agenda/request.server';
import { addPaper } from '#app/working-groups/operations.server';
import { paperPolicy } from '#app/working-groups/papers/policy';

export const handle = { access: { loader: 'signed_in', action: 'paper:add' } };

export async function action(args: ActionFunctionArgs) {
  const { viewer, view, session, item } = await requireItem(args);
  const granted = permit(paperPolicy.add, viewer, { ...session, presenter_id: item.presenter_id });
  const reading = readForm(await fieldsOf(args.request), evidenceInput, view.language);
  if (!reading.ok) return reading.reply;
  const result = await addPaper(granted, occasionOf(args.context, reading.submission), item.id, await evidenceForm(reading.value));
  return result.ok ? redirect(`${paths.agendaItem(session.ref, item.id)}#papers`, 303) : reading.answer(result.problems);
}

export default function AgendaItemPapers() {
  return <ItemPage {...useOutletContext<ItemFacts>()} paper={useActionData<typeof action>()} />;
}
