import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { dayOf } from '#app/platform/clock';
import { grantedPlatform } from '#app/registries/platforms/asked.server';
import { charterPrinciples } from '#app/registries/platforms/charter.server';
import { DescriptionForm } from '#app/registries/platforms/description-form';
import { descriptionInput } from '#app/registries/platforms/input.server';
import { describePlatform } from '#app/registries/platforms/operations.server';
import { platformPolicy } from '#app/registries/platforms/policy';
import { findPlatform } from '#app/registries/platforms/queries.server';
import { shownPlatform } from '#app/registries/platforms/shown.server';
import { Crumbs } from '#app/ui/crumbs';
import { Head } from '#app/ui/head';
import { Notice } from '#app/ui/notice';

export const handle = { access: { loader: 'platform:describe', action: 'platform:describe' } };

export async function loader(args: LoaderFunctionArgs) {
  const { granted, language, record } = await grantedPlatform(args, platformPolicy.describe);
  // The words that are changed are those of the authoritative language.
  const own = record.language === record.name_language ? record : await findPlatform(granted.actor, record.ref, { language: record.language as typeof language, now: args.context.now }, 'open');
  return { platform: shownPlatform(own ?? record), next: record.published && record.status === 'published', charter: await charterPrinciples(language), today: dayOf(args.context.now) };
}

export async function action(args: ActionFunctionArgs) {
  const { granted, language, record } = await grantedPlatform(args, platformPolicy.describe);
  const reading = readForm(await fieldsOf(args.request), descriptionInput, language);
  if (!reading.ok) return reading.reply;
  const result = await describePlatform(granted, occasionOf(args.context, reading.submission), reading.version, reading.value);
  const number = record.open?.number ?? record.edition + 1;
  return result.ok ? redirect(paths.in(language).platform(record.ref, record.published ? number : undefined), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.platform.name);

export default function PlatformDescription() {
  const { platform, next, charter, today } = useLoaderData<typeof loader>();
  const t = useText('registries');
  const to = paths.in(useLocale().language);
  return (
    <>
      <Crumbs above={[{ href: to.platforms(), label: t('title') }, { href: to.platform(platform.ref), label: platform.ref }]} here={t('act.description')} />
      <Head tight title={t('act.description')} lede={<span dir="auto">{platform.name}</span>} />
      <p className="measure">{t('follows.description', { country: platform.country })}</p>
      {next && <Notice small>{t('form.next_edition')}</Notice>}
      <DescriptionForm platform={platform} last={useActionData<typeof action>()} charter={charter} today={today} />
    </>
  );
}
