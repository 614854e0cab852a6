import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { paths } from '#app/paths';
import { PlatformActPage } from '#app/registries/platforms/act-page';
import { grantedPlatform } from '#app/registries/platforms/asked.server';
import { reasonInput } from '#app/registries/platforms/input.server';
import { discontinuePlatform } from '#app/registries/platforms/operations.server';
import { platformPolicy } from '#app/registries/platforms/policy';
import { shownPlatform } from '#app/registries/platforms/shown.server';

export const handle = { access: { loader: 'platform:discontinue', action: 'platform:discontinue' } };

export async function loader(args: LoaderFunctionArgs) {
  const { record } = await grantedPlatform(args, platformPolicy.discontinue);
  return { platform: shownPlatform(record) };
}

export async function action(args: ActionFunctionArgs) {
  const { granted, language, record } = await grantedPlatform(args, platformPolicy.discontinue);
  const reading = readForm(await fieldsOf(args.request), reasonInput, language);
  if (!reading.ok) return reading.reply;
  const result = await discontinuePlatform(granted, occasionOf(args.context, reading.submission), reading.value);
  return result.ok ? redirect(paths.in(language).platform(record.ref), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.platform.name);

export default function PlatformDiscontinuation() {
  const { platform } = useLoaderData<typeof loader>();
  return <PlatformActPage act="discontinuation" platform={platform} last={useActionData<typeof action>()} reason />;
}
