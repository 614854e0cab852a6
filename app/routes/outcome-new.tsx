import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { ActPage } from '#app/form/act-page';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { database } from '#app/platform/database.server';
import { notFound } from '#app/platform/http/answers.server';
import { ComposeFields } from '#app/reporting/outcomes/fields';
import { composeInput } from '#app/reporting/outcomes/input.server';
import { composeOutcome } from '#app/reporting/outcomes/operations.server';
import { outcomePolicy } from '#app/reporting/outcomes/policy';
import { choosableRows } from '#app/reporting/outcomes/rows.server';
import { findGroup } from '#app/working-groups/queries.server';

export const handle = { access: { loader: 'outcome:compose', action: 'outcome:compose' } };

async function asked({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requirePerson(context, request);
  const view = { language: languageOf(request, viewer), now: context.now };
  const group = await findGroup(viewer, params['ref'] ?? '', view);
  if (group === undefined) throw notFound();
  return { view, group, granted: permit(outcomePolicy.compose, viewer, group) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { view, group } = await asked(args);
  return { group: { ref: group.ref, name: group.name }, choice: await choosableRows(database(), group.id, 'interim', view) };
}

export async function action(args: ActionFunctionArgs) {
  const { view, group, granted } = await asked(args);
  const reading = readForm(await fieldsOf(args.request), composeInput, view.language);
  if (!reading.ok) return reading.reply;
  const result = await composeOutcome(granted, occasionOf(args.context, reading.submission), reading.value);
  return result.ok ? redirect(paths.in(view.language).outcome(group.ref, result.value.number), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.group.name);

export default function OutcomeNew() {
  const { group, choice } = useLoaderData<typeof loader>();
  const t = useText('reporting');
  const { language } = useLocale();
  const last = useActionData<typeof action>();
  const back = paths.in(language).workingGroup(group.ref);
  return (
    <ActPage above={[{ href: back, label: group.name }]} act={t('outcomes.act.compose')} lede={<bdi>{group.name}</bdi>} follows={t('outcomes.follows.compose')} back={{ href: back, label: t('outcomes.not_now') }} last={last}>
      <ComposeFields choice={choice} last={last} />
    </ActPage>
  );
}
