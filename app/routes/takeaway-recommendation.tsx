import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { ActPage, fieldIn } from '#app/form/act-page';
import { TextField } from '#app/form/field';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { titleInput } from '#app/working-groups/takeaways/input.server';
import { recommendFrom } from '#app/working-groups/takeaways/operations.server';
import { takeawayPolicy } from '#app/working-groups/takeaways/policy';
import { takeawayAt } from '#app/working-groups/takeaways/request.server';

export const handle = { access: { loader: 'takeaway:recommend', action: 'takeaway:recommend' } };

export async function loader(args: LoaderFunctionArgs) {
  const { person, takeaway } = await takeawayAt(args);
  permit(takeawayPolicy.recommend, person, takeaway);
  return { ref: takeaway.ref, text: takeaway.text, session: { ref: takeaway.session_ref, title: takeaway.session_title } };
}

export async function action(args: ActionFunctionArgs) {
  const { person, view, takeaway } = await takeawayAt(args);
  const granted = permit(takeawayPolicy.recommend, person, takeaway);
  const reading = readForm(await fieldsOf(args.request), titleInput, view.language);
  if (!reading.ok) return reading.reply;
  const result = await recommendFrom(granted, occasionOf(args.context, reading.submission), reading.value.title);
  return result.ok ? redirect(paths.in(view.language).recommendation(result.value.ref), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.ref);

export default function TakeawayRecommendation() {
  const { text, session } = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  const t = useText('working-groups');
  const above = { href: paths.in(useLocale().language).session(session.ref), label: session.title };
  return (
    <ActPage above={[above]} act={t('takeaway.recommend')} lede={<bdi>{text}</bdi>} follows={t('takeaway.follows_recommend')} back={above} last={last}>
      <TextField {...fieldIn(last)('title')} label={t('takeaway.title')} maxLength={200} required />
    </ActPage>
  );
}
