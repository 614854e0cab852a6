import { redirect, type ActionFunctionArgs, type AppLoadContext, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { zones } from '#app/accounts/zones.server';
import { ActPage } from '#app/form/act-page';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { notFound } from '#app/platform/http/answers.server';
import { MeetingFields } from '#app/working-groups/meetings/form';
import { meetingInput } from '#app/working-groups/meetings/input.server';
import { planMeeting } from '#app/working-groups/meetings/operations.server';
import { meetingPolicy } from '#app/working-groups/meetings/policy';
import { findGroup } from '#app/working-groups/queries.server';

export const handle = { access: { loader: 'meeting:plan', action: 'meeting:plan' } };

/** The group that the address names: the meeting is one of its own. */
async function asked({ request, context }: { request: Request; context: AppLoadContext }) {
  const person = await requirePerson(context, request);
  const view = { language: languageOf(request, person), now: context.now };
  const group = await findGroup(person, new URL(request.url).searchParams.get('group') ?? '', view);
  if (group === undefined) throw notFound();
  return { person, view, group, granted: permit(meetingPolicy.plan, person, group) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { person, view, group } = await asked(args);
  return { ref: group.ref, name: group.name, zones, within: group.visibility, now: { language: view.language, time_zone: person.time_zone, mode: 'hybrid', visibility: group.visibility } };
}

export async function action(args: ActionFunctionArgs) {
  const { view, granted } = await asked(args);
  const reading = readForm(await fieldsOf(args.request), meetingInput, view.language);
  if (!reading.ok) return reading.reply;
  const result = await planMeeting(granted, occasionOf(args.context, reading.submission), reading.value);
  return result.ok ? redirect(paths.in(view.language).meeting(result.value.ref), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.name);

export default function MeetingNew() {
  const { ref, name, zones: known, within, now } = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  const t = useText('working-groups');
  const group = { href: paths.in(useLocale().language).workingGroup(ref), label: name };
  return <ActPage above={[group]} act={t('annual.plan')} lede={name} follows={t('annual.follows.plan')} back={group} last={last}><MeetingFields last={last} now={now} zones={known} within={within} /></ActPage>;
}
