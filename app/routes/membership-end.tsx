import { useForm } from '@conform-to/react';
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { coalitionIdsAbove } from '#app/coalitions/queries.server';
import { RadioField } from '#app/form/choice-field';
import { ErrorSummary } from '#app/form/error-summary';
import { FormKey } from '#app/form/hidden';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { summaryOf } from '#app/form/summary';
import { textFor } from '#app/languages/catalogues.server';
import { useText } from '#app/languages/text';
import { endingInput } from '#app/members/memberships/input.server';
import { endMembership } from '#app/members/memberships/operations.server';
import { membershipPolicy } from '#app/members/memberships/policy';
import { findCurrentMembership } from '#app/members/memberships/queries.server';
import { paths } from '#app/paths';
import { notFound } from '#app/platform/http/answers.server';
import { Button } from '#app/ui/button';
import { Head } from '#app/ui/head';

export const handle = { access: { loader: 'membership:end', action: 'membership:end' } };

/** The membership in force, and the permission to end it. */
async function asked({ request, params, context }: Pick<LoaderFunctionArgs, 'request' | 'params' | 'context'>) {
  const person = await requirePerson(context, request);
  const language = languageOf(request, person);
  const membership = await findCurrentMembership(person, params['id'] ?? '', { language, now: context.now });
  if (membership === undefined) throw notFound();
  const { coalition_id, organisation_id } = membership;
  return { language, membership, granted: permit(membershipPolicy.end, person, { coalition_id, organisation_id, above: await coalitionIdsAbove(coalition_id) }) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { language, membership } = await asked(args);
  return { title: textFor(language, 'members')('ending.of', { name: membership.organisation, coalition: membership.coalition }), id: membership.id, back: paths.in(language).member(membership.organisation_ref) };
}

export async function action(args: ActionFunctionArgs) {
  const { language, membership, granted } = await asked(args);
  const reading = readForm(await fieldsOf(args.request), endingInput, language);
  if (!reading.ok) return reading.reply;
  const result = await endMembership(granted, occasionOf(args.context, reading.submission), reading.value.how);
  return result.ok ? redirect(paths.in(language).member(membership.organisation_ref), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.title);

export default function MembershipEnd() {
  const { title, id, back } = useLoaderData<typeof loader>();
  const t = useText('members');
  const lastResult = useActionData<typeof action>();
  const [form, fields] = useForm<{ how: string }>({ lastResult });
  return (
    <>
      <ErrorSummary errors={summaryOf(form.allErrors)} />
      <Head title={title} lede={t('ending.lede')} />
      <form method="post" action={paths.membershipEnd(id)} className="flow measure">
        <FormKey />
        <RadioField name="how" label={t('ending.how')} choices={(['withdrawn', 'ended'] as const).map((value) => ({ value, label: t(`ending.${value}`) }))} errors={fields.how.errors} required />
        <Button>{t('ending.act')}</Button>
        <p className="small"><a href={back}>{t('ending.keep')}</a></p>
      </form>
    </>
  );
}
