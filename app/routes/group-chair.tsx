import { redirect, type ActionFunctionArgs, type AppLoadContext, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { languageOf, requireConfirmed } from '#app/accounts/viewer.server';
import { ActPage, fieldIn } from '#app/form/act-page';
import { RadioField } from '#app/form/choice-field';
import { DateField, TextField } from '#app/form/field';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { dayOf } from '#app/platform/clock';
import { notFound } from '#app/platform/http/answers.server';
import { chairInput } from '#app/working-groups/chair/input.server';
import { chairOf, successorsOf } from '#app/working-groups/chair/queries.server';
import { seatName } from '#app/working-groups/marks';
import { handOverChair } from '#app/working-groups/operations.server';
import { groupPolicy } from '#app/working-groups/policy';
import { findGroup } from '#app/working-groups/queries.server';

export const handle = { access: { loader: 'group:hand_over', action: 'group:hand_over' } };

async function asked({ request, params, context }: { request: Request; params: LoaderFunctionArgs['params']; context: AppLoadContext }) {
  const person = await requireConfirmed(context, request);
  const view = { language: languageOf(request, person), now: context.now };
  const group = await findGroup(person, params['ref'] ?? '', view);
  const chair = group === undefined ? undefined : await chairOf(person, group, context.now);
  if (group === undefined || chair === undefined) throw notFound();
  return { view, group, chair, granted: permit(groupPolicy.handOver, person, { id: group.id, coalition_id: group.coalition_id, chair_id: chair.person_id }) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { view, group, chair, granted } = await asked(args);
  return { ref: group.ref, name: group.name, chair: chair.name, successors: await successorsOf(granted, view), today: dayOf(view.now) };
}

export async function action(args: ActionFunctionArgs) {
  const { view, group, granted } = await asked(args);
  const reading = readForm(await fieldsOf(args.request), chairInput, view.language);
  if (!reading.ok) return reading.reply;
  const result = await handOverChair(granted, occasionOf(args.context, reading.submission), reading.value);
  return result.ok ? redirect(paths.in(view.language).workingGroup(group.ref), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.name);

export default function GroupChair() {
  const { ref, name, chair, successors, today } = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  const t = useText('working-groups');
  const { language } = useLocale();
  const group = { href: paths.in(language).workingGroup(ref), label: name };
  const field = fieldIn(last);
  const choices = successors.map((one) => ({ value: one.person_id, label: one.name, hint: seatName(one, t, language) }));
  return (
    <ActPage above={[group]} act={t('chair.hand_over')} lede={name} follows={t('chair.follows', { name: chair })} back={group} last={last} why={choices.length === 0 ? t('chair.nobody') : undefined}>
      {choices.length > 0 && <RadioField {...field('to_id')} label={t('chair.to')} choices={choices} required />}
      <DateField {...field('from', today)} label={t('chair.from')} hint={t('chair.from_hint')} min={today} required />
      <TextField {...field('reason')} width={30} label={t('chair.reason')} required minLength={3} maxLength={500} />
    </ActPage>
  );
}
