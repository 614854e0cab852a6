import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { paths } from '#app/paths';
import { notFound } from '#app/platform/http/answers.server';
import { pastInput } from '#app/working-groups/minutes/input.server';
import { PastMeetingPage } from '#app/working-groups/minutes/past/page';
import { pastPolicy } from '#app/working-groups/minutes/policy';
import { recordPastMeeting } from '#app/working-groups/operations.server';
import { findGroup } from '#app/working-groups/queries.server';

export const handle = { access: { loader: 'group:record_past', action: 'group:record_past' } };

async function asked({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requirePerson(context, request);
  const language = languageOf(request, viewer);
  const group = await findGroup(viewer, params['ref'] ?? '', { language, now: context.now });
  if (group === undefined) throw notFound();
  return { viewer, language, group, granted: permit(pastPolicy.record, viewer, group) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { group, viewer } = await asked(args);
  return { group: { ref: group.ref, name: group.name, visibility: group.visibility }, zone: viewer.time_zone, zones: Intl.supportedValuesOf('timeZone') };
}

export async function action(args: ActionFunctionArgs) {
  const { language, granted } = await asked(args);
  const reading = readForm(await fieldsOf(args.request), pastInput, language);
  if (!reading.ok) return reading.reply;
  const result = await recordPastMeeting(granted, occasionOf(args.context, reading.submission), reading.value);
  return result.ok ? redirect(paths.sessionDesk(result.value.ref), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.group.name);

export default function GroupPast() {
  return <PastMeetingPage {...useLoaderData<typeof loader>()} last={useActionData<typeof action>()} />;
}
