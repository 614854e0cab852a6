import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { ActPage, fieldIn } from '#app/form/act-page';
import { DateField, TextField } from '#app/form/field';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { seatName } from '#app/working-groups/marks';
import { seatEndInput } from '#app/working-groups/seats/input.server';
import { endSeat } from '#app/working-groups/seats/operations.server';
import { seatAt } from '#app/working-groups/seats/request.server';

export const handle = { access: { loader: 'group:seat', action: 'group:seat' } };

export async function loader(args: LoaderFunctionArgs) {
  const { group, seat, today } = await seatAt(args);
  return { ref: group.ref, name: group.name, seat, today };
}

export async function action(args: ActionFunctionArgs) {
  const { view, group, seat, granted } = await seatAt(args);
  const reading = readForm(await fieldsOf(args.request), seatEndInput, view.language);
  if (!reading.ok) return reading.reply;
  const result = await endSeat(granted, occasionOf(args.context, reading.submission), seat.id, reading.value);
  return result.ok ? redirect(paths.groupSeats(group.ref), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.name);

export default function GroupSeatEnd() {
  const { ref, name, seat, today } = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  const t = useText('working-groups');
  const { language } = useLocale();
  const above = [{ href: paths.in(language).workingGroup(ref), label: name }, { href: paths.groupSeats(ref), label: t('seats.standing') }];
  return (
    <ActPage above={above} act={t('seats.act.end')} lede={<bdi>{seatName(seat, t, language)}</bdi>} follows={t('seats.follows_end')} back={{ href: paths.groupSeats(ref), label: t('seats.standing') }} last={last}>
      <DateField {...fieldIn(last)('until', today)} label={t('seats.last_day')} required />
      <TextField {...fieldIn(last)('reason')} label={t('chair.reason')} width={30} minLength={3} maxLength={500} required />
    </ActPage>
  );
}
