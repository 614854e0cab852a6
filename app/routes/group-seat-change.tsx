import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { paths } from '#app/paths';
import { SeatActPage } from '#app/working-groups/seats/act-page';
import { SeatFields } from '#app/working-groups/seats/form';
import { seatChangeInput } from '#app/working-groups/seats/input.server';
import { changeSeat } from '#app/working-groups/seats/operations.server';
import { seatAt } from '#app/working-groups/seats/request.server';

export const handle = { access: { loader: 'group:seat', action: 'group:seat' } };

export async function loader(args: LoaderFunctionArgs) {
  const { group: { ref, name }, seat, today } = await seatAt(args);
  return { group: { ref, name }, seat, today };
}

export async function action(args: ActionFunctionArgs) {
  const { view, group, seat, granted } = await seatAt(args);
  const reading = readForm(await fieldsOf(args.request), seatChangeInput, view.language);
  if (!reading.ok) return reading.reply;
  const result = await changeSeat(granted, occasionOf(args.context, reading.submission), seat.id, reading.value);
  return result.ok ? redirect(paths.groupSeats(group.ref), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.group.name);

export default function GroupSeatChange() {
  const { group, seat, today } = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  return (
    <SeatActPage act="change" group={group} seat={seat} last={last}>
      <SeatFields last={last} today={today} seat={seat} />
    </SeatActPage>
  );
}
