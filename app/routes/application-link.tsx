import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { takeInvitation } from '#app/accounts/admissions/operations.server';
import { LinkEnded } from '#app/accounts/links/link-ended';
import { privateMeta } from '#app/accounts/page-meta';
import { languageOf } from '#app/accounts/viewer.server';
import { fieldIn } from '#app/form/act-page';
import { ErrorSummary } from '#app/form/error-summary';
import { TextArea } from '#app/form/field';
import { FormKey } from '#app/form/hidden';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { summaryOf } from '#app/form/summary';
import { textFor } from '#app/languages/catalogues.server';
import { useLocale, useText } from '#app/languages/text';
import { StatementFields } from '#app/members/applications/form';
import { linkInput } from '#app/members/applications/input.server';
import { answerWithinDays } from '#app/members/applications/model';
import { answerQuestion, confirmApplication } from '#app/members/applications/operations.server';
import { applicationPolicy } from '#app/members/applications/policy';
import { findApplicationLink } from '#app/members/applications/queries.server';
import { paths } from '#app/paths';
import { Button } from '#app/ui/button';
import { Head } from '#app/ui/head';
import { Notice } from '#app/ui/notice';

export const handle = { access: { loader: 'public', action: 'public' } };

async function asked({ request, params, context }: Pick<LoaderFunctionArgs, 'request' | 'params' | 'context'>) {
  const viewer = await context.viewer();
  const language = languageOf(request, viewer);
  return { viewer, language, link: await findApplicationLink(params['secret'] ?? '', { language, now: context.now }) };
}

/** ME-7: looking at the page uses nothing up: mail scanners do as much. */
export async function loader(args: LoaderFunctionArgs) {
  const { language, link } = await asked(args);
  const t = textFor(language, 'members');
  return { link, title: link === undefined ? undefined : t(`linked.${link.status}.title`) };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, language, link } = await asked(args);
  const schema = linkInput(link?.status);
  const here = redirect(paths.applicationLink(args.params['secret'] ?? ''), 303);
  // Posted twice, or too late: the page says how things stand.
  if (link === undefined || schema === undefined) return here;
  const reading = readForm(await fieldsOf(args.request), schema, language);
  if (!reading.ok) return reading.reply;
  const [granted, occasion, said] = [permit(applicationPolicy.answer, viewer, link), occasionOf(args.context, reading.submission), reading.value];
  const result = said.kind === 'confirmation' ? await confirmApplication(granted, occasion) : said.kind === 'answer' ? await answerQuestion(granted, occasion, said.answer) : await takeInvitation(granted, occasion, said);
  return result.ok ? here : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.title);

export default function ApplicationLink() {
  const { link, title } = useLoaderData<typeof loader>();
  const t = useText('members');
  const { language } = useLocale();
  const last = useActionData<typeof action>();
  const to = paths.in(language);
  if (link === undefined) return <LinkEnded again={{ href: to.apply(), label: t('apply.title') }} />;
  const { status, name, coalition, contact_mail, ref, asked: words } = link;
  const open = status === 'unverified' || status === 'invited' || status === 'more_asked';
  return (
    <>
      <ErrorSummary errors={summaryOf(last?.error ?? {})} />
      <Head kick={<><bdi>{ref}</bdi> · {coalition}</>} title={title} lede={t(`linked.${status}.lede`, { name, coalition, mail: contact_mail, days: answerWithinDays })} />
      {words !== null && (status === 'invited' || status === 'more_asked') && <Notice><span dir="auto">{words}</span></Notice>}
      {open ? (
        <form method="post" className="flow measure" noValidate>
          <FormKey />
          {status === 'more_asked' && <TextArea {...fieldIn(last)('answer')} label={t('linked.answer')} rows={6} required maxLength={2000} />}
          {status === 'invited' && <StatementFields last={last} />}
          <Button>{t(`linked.${status}.act`)}</Button>
        </form>
      ) : (
        <p><a href={status === 'declined' ? to.apply() : to.members()}>{t(status === 'declined' ? 'apply.again' : 'list.title')}</a></p>
      )}
    </>
  );
}
