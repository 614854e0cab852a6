import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { ActPage } from '#app/form/act-page';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { database } from '#app/platform/database.server';
import { dayOf } from '#app/platform/clock';
import { notFound } from '#app/platform/http/answers.server';
import { peopleSeatedOn } from '#app/working-groups/notices.server';
import { findGroup } from '#app/working-groups/queries.server';
import { TermsFields } from '#app/working-groups/terms/form';
import { termsInput } from '#app/working-groups/terms/input.server';
import { writeTerms } from '#app/working-groups/terms/operations.server';
import { termsPolicy } from '#app/working-groups/terms/policy';
import { latestTerms } from '#app/working-groups/terms/queries.server';

export const handle = { access: { loader: 'group:terms', action: 'group:terms' } };

async function groupAt({ request, params, context }: LoaderFunctionArgs | ActionFunctionArgs) {
  const person = await requirePerson(context, request);
  const view = { language: languageOf(request, person), now: context.now };
  const group = await findGroup(person, params['ref'] ?? '', view);
  if (group === undefined) throw notFound();
  return { view, group, granted: permit(termsPolicy.write, person, group) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { view, group: { id, ref, name } } = await groupAt(args);
  const today = dayOf(view.now);
  return { ref, name, today, now: await latestTerms(database(), id), readers: (await peopleSeatedOn(database(), id, today)).length };
}

export async function action(args: ActionFunctionArgs) {
  const { view, group, granted } = await groupAt(args);
  const reading = readForm(await fieldsOf(args.request), termsInput, view.language);
  if (!reading.ok) return reading.reply;
  const result = await writeTerms(granted, occasionOf(args.context, reading.submission), reading.version, reading.value);
  return result.ok ? redirect(paths.in(view.language).groupTerms(group.ref), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.name);

export default function GroupTermsNew() {
  const { ref, name, today, now, readers } = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  const t = useText('working-groups');
  const { language } = useLocale();
  const group = { href: paths.in(language).workingGroup(ref), label: name };
  const terms = { href: paths.in(language).groupTerms(ref), label: t('group.terms') };
  return (
    <ActPage above={[group, terms]} act={t('terms.write')} lede={name} follows={t('terms.follows')} back={terms} last={last} version={now.version}>
      <TermsFields last={last} now={now} today={today} />
      <p><strong>{t('desk.will_mail', { count: readers, shown: formatNumber(language, readers) })}</strong></p>
    </ActPage>
  );
}
