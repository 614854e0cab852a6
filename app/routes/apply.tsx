import { data, type ActionFunctionArgs, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { mayWrite } from '#app/accounts/tries.server';
import { nameCoalitions } from '#app/coalitions/queries.server';
import { placeChoices } from '#app/commitments/choices.server';
import { ErrorSummary } from '#app/form/error-summary';
import { FormKey } from '#app/form/hidden';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { summaryOf } from '#app/form/summary';
import { textFor } from '#app/languages/catalogues.server';
import { requireLanguage } from '#app/languages/request.server';
import { useLocale, useText } from '#app/languages/text';
import { ApplicantFields, StatementFields } from '#app/members/applications/form';
import { applicationInput } from '#app/members/applications/input.server';
import { answerWithinDays, linkDays } from '#app/members/applications/model';
import { sendApplication } from '#app/members/applications/operations.server';
import { applicationPolicy } from '#app/members/applications/policy';
import { paths } from '#app/paths';
import { Button } from '#app/ui/button';
import { Crumbs } from '#app/ui/crumbs';
import { Head } from '#app/ui/head';
import { Notice } from '#app/ui/notice';
import { Section } from '#app/ui/section';

export const handle = { access: { loader: 'public', action: 'public' } };

/** Every form has a key of its own: a page that is kept for others would give them the same one. */
export const headers: HeadersFunction = () => ({ 'Cache-Control': 'no-store' });

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params);
  const open = (await nameCoalitions({ language, now: context.now })).filter(({ status }) => status !== 'closed');
  const asked = new URL(request.url).searchParams.get('coalition');
  const t = textFor(language, 'members');
  return {
    title: t('apply.title'), description: t('apply.lede', { days: answerWithinDays }), coalitions: open.map(({ id, name }) => ({ value: id, label: name })),
    coalition: (open.find(({ slug }) => slug === asked) ?? open[0])?.id, countries: placeChoices(language).countries,
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const language = requireLanguage(params);
  const reading = readForm(await fieldsOf(request), applicationInput, language);
  if (!reading.ok) return data({ last: reading.reply.data, sent: undefined }, { status: 422 });
  const refusal = await mayWrite('application', context.client, reading.value.contact_mail, context.now);
  const granted = permit(applicationPolicy.send, await context.viewer(), { coalition_id: reading.value.coalition_id });
  const result = refusal === undefined ? await sendApplication(granted, occasionOf(context, reading.submission), { ...reading.value, language }) : { ok: false as const, problems: [refusal] };
  if (!result.ok) return data({ last: reading.answer(result.problems).data, sent: undefined }, { status: 422 });
  return data({ last: undefined, sent: reading.value.contact_mail });
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: `${page?.title ?? ''} | Concord` }, { name: 'description', content: page?.description ?? '' }];

export default function Apply() {
  const { title, description, coalitions, coalition, countries } = useLoaderData<typeof loader>();
  const t = useText('members');
  const { language } = useLocale();
  const answer = useActionData<typeof action>();
  const last = answer?.last;
  const above = [{ href: paths.in(language).members(), label: t('list.title') }];
  if (answer?.sent !== undefined) {
    return (
      <>
        <Crumbs above={above} here={title} />
        <Head tight title={t('apply.sent')} lede={t('apply.sent_lede', { mail: answer.sent })} />
        <Notice role="status">{t('apply.sent_next', { until: linkDays.confirmation, days: answerWithinDays })}</Notice>
      </>
    );
  }
  return (
    <>
      <Crumbs above={above} here={title} />
      <ErrorSummary errors={summaryOf(last?.error ?? {})} />
      <Head tight title={title} lede={description} />
      <form method="post" noValidate>
        <FormKey />
        <ApplicantFields last={last} coalitions={coalitions} coalition={coalition} countries={countries} />
        <Section id="why" title={t('apply.why')} note={t('apply.why_note')}>
          <StatementFields last={last} />
          <div className="pt-8"><Button>{t('apply.act')}</Button></div>
        </Section>
      </form>
    </>
  );
}
