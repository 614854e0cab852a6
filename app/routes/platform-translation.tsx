import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { fieldIn } from '#app/form/act-page';
import { SelectField, TextArea, TextField } from '#app/form/field';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { languages, nativeNames } from '#app/languages/language';
import { useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { PlatformActPage } from '#app/registries/platforms/act-page';
import { grantedPlatform } from '#app/registries/platforms/asked.server';
import { translationInput } from '#app/registries/platforms/input.server';
import { translatePlatform } from '#app/registries/platforms/operations.server';
import { platformPolicy } from '#app/registries/platforms/policy';
import { shownPlatform } from '#app/registries/platforms/shown.server';

export const handle = { access: { loader: 'platform:translate', action: 'platform:translate' } };

export async function loader(args: LoaderFunctionArgs) {
  const { record } = await grantedPlatform(args, platformPolicy.translate);
  return { platform: shownPlatform(record) };
}

export async function action(args: ActionFunctionArgs) {
  const { granted, language, record } = await grantedPlatform(args, platformPolicy.translate);
  const reading = readForm(await fieldsOf(args.request), translationInput, language);
  if (!reading.ok) return reading.reply;
  const result = await translatePlatform(granted, occasionOf(args.context, reading.submission), record.number, { ...reading.value, origin: 'human' });
  return result.ok ? redirect(paths.in(reading.value.language).platform(record.ref, record.number === record.edition ? undefined : record.number), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.platform.name);

export default function PlatformTranslation() {
  const { platform } = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  const t = useText('registries');
  const field = fieldIn(last);
  return (
    <PlatformActPage act="translation" platform={platform} last={last}>
      <SelectField {...field('language')} label={t('field.language')} options={languages.filter((one) => one !== platform.language).map((one) => ({ value: one, label: nativeNames[one] }))} empty={null} width={20} />
      <TextField {...field('name')} label={t('field.name')} required maxLength={200} />
      <TextArea {...field('description')} label={t('field.description')} rows={4} required maxLength={4000} />
    </PlatformActPage>
  );
}
