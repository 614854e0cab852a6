import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { fieldIn } from '#app/form/act-page';
import { DateField, TextField } from '#app/form/field';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { SeatActPage } from '#app/working-groups/seats/act-page';
import { leaveInput } from '#app/working-groups/seats/input.server';
import { leaveSeat } from '#app/working-groups/seats/operations.server';
import { seatAt } from '#app/working-groups/seats/request.server';

export const handle = { access: { loader: 'group:seat', action: 'group:seat' } };

export async function loader(args: LoaderFunctionArgs) {
  const { group: { ref, name }, seat, today } = await seatAt(args);
  return { group: { ref, name }, seat, today };
}

export async function action(args: ActionFunctionArgs) {
  const { view, group, seat, granted } = await seatAt(args);
  const reading = readForm(await fieldsOf(args.request), leaveInput, view.language);
  if (!reading.ok) return reading.reply;
  const result = await leaveSeat(granted, occasionOf(args.context, reading.submission), seat.id, reading.value);
  return result.ok ? redirect(paths.groupSeats(group.ref), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.group.name);

export default function GroupSeatLeave() {
  const { group, seat, today } = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  const t = useText('working-groups');
  return (
    <SeatActPage act="leave" group={group} seat={seat} last={last}>
      <DateField {...fieldIn(last)('from', today)} label={t('seats.leave_from')} required />
      <DateField {...fieldIn(last)('until')} label={t('seats.leave_until')} required />
      <TextField {...fieldIn(last)('reason')} label={t('chair.reason')} width={30} minLength={3} maxLength={500} required />
    </SeatActPage>
  );
}
