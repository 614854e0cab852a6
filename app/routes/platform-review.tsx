import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { typedIn } from '#app/countries/typed';
import { fieldIn } from '#app/form/act-page';
import { CheckList } from '#app/form/choice-field';
import { TextArea } from '#app/form/field';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { PlatformActPage } from '#app/registries/platforms/act-page';
import { grantedPlatform } from '#app/registries/platforms/asked.server';
import { reviewInput } from '#app/registries/platforms/input.server';
import { checkable } from '#app/registries/platforms/model';
import { reviewPlatform } from '#app/registries/platforms/operations.server';
import { platformPolicy } from '#app/registries/platforms/policy';
import { shownPlatform } from '#app/registries/platforms/shown.server';

export const handle = { access: { loader: 'platform:review', action: 'platform:review' } };

export async function loader(args: LoaderFunctionArgs) {
  const { record } = await grantedPlatform(args, platformPolicy.review);
  return { platform: shownPlatform(record) };
}

export async function action(args: ActionFunctionArgs) {
  const { granted, language, record } = await grantedPlatform(args, platformPolicy.review);
  const reading = readForm(await fieldsOf(args.request), reviewInput, language);
  if (!reading.ok) return reading.reply;
  const result = await reviewPlatform(granted, occasionOf(args.context, reading.submission), reading.value);
  return result.ok ? redirect(paths.in(language).platform(record.ref, record.number === record.edition ? undefined : record.number), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.platform.name);

export default function PlatformReview() {
  const { platform } = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  const t = useText('registries');
  const claimed = checkable.filter((what) => platform[what] !== null);
  return (
    <PlatformActPage act="review" platform={platform} last={last} read>
      <TextArea {...fieldIn(last)('review')} label={t('field.review')} hint={t('hint.review')} rows={5} required maxLength={4000} />
      {claimed.length > 0 && <CheckList name="checked" label={t('field.checked')} hint={t('hint.checked')} choices={claimed.map((value) => ({ value, label: t(`field.${value}`) }))} defaultValue={typedIn(last).many('checked')} errors={last?.error?.['checked'] ?? undefined} optional />}
    </PlatformActPage>
  );
}
