import { data, type ActionFunctionArgs, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { mayWrite } from '#app/accounts/tries.server';
import { ErrorSummary } from '#app/form/error-summary';
import { FormKey } from '#app/form/hidden';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { summaryOf } from '#app/form/summary';
import { CommentFields } from '#app/frameworks/consultations/comments/form';
import { readComment } from '#app/frameworks/consultations/comments/input.server';
import { sendComment } from '#app/frameworks/consultations/comments/operations.server';
import { commentPolicy, speaksForSome } from '#app/frameworks/consultations/policy';
import { consultedClauses, findConsultation } from '#app/frameworks/consultations/queries.server';
import { partiesOf } from '#app/frameworks/endorsements/parties.server';
import { textFor } from '#app/languages/catalogues.server';
import { requireLanguage } from '#app/languages/request.server';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { notFound } from '#app/platform/http/answers.server';
import { Button } from '#app/ui/button';
import { Crumbs } from '#app/ui/crumbs';
import { Head } from '#app/ui/head';
import { Links } from '#app/ui/links';
import { Notice } from '#app/ui/notice';

export const handle = { access: { loader: 'public', action: 'public' } };

/** Every form has a key of its own: a page that is kept for others would give them the same one. */
export const headers: HeadersFunction = () => ({ 'Cache-Control': 'no-store' });

async function asked({ params, context }: Pick<LoaderFunctionArgs, 'params' | 'context'>) {
  const view = { language: requireLanguage(params), now: context.now };
  const viewer = await context.viewer();
  const consultation = await findConsultation(viewer, params['ref'] ?? '', view);
  if (consultation === undefined) throw notFound();
  return { viewer, view, consultation };
}

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, view, consultation } = await asked(args);
  const [parties, clauses] = await Promise.all([speaksForSome(viewer) ? partiesOf(viewer, view.language, false) : undefined, consultedClauses(viewer, consultation, view)]);
  const t = textFor(view.language, 'frameworks');
  const groups = parties === undefined ? [] : [{ label: t('party.country'), options: parties.countries }, { label: t('party.organisation'), options: parties.organisations }].filter(({ options }) => options.length > 0);
  const { ref, name, number, state, audience } = consultation;
  return {
    ref, name, number, parties: groups, why: state !== 'open' ? 'consultations.not_open' : groups.length === 0 && audience === 'members' ? 'reasons.members_only' : undefined,
    clauses: clauses.map(({ code, title, body, language }) => ({ code, title, body, language })), clause: new URL(args.request.url).searchParams.get('clause') ?? undefined, title: t('comments.send_title'),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, view, consultation } = await asked(args);
  const reading = readForm(await fieldsOf(args.request), readComment(speaksForSome(viewer)), view.language);
  if (!reading.ok) return data({ last: reading.reply.data, sent: undefined }, { status: 422 });
  const { party, author, ...said } = reading.value;
  const granted = permit(commentPolicy.send, viewer, { ...party, audience: consultation.audience });
  const refusal = author === undefined ? undefined : await mayWrite('comment', args.context.client, author.mail, view.now);
  const result = refusal === undefined ? await sendComment(granted, occasionOf(args.context, reading.submission), consultation.ref, { ...said, author, language: view.language }) : { ok: false as const, problems: [refusal] };
  return result.ok ? data({ last: undefined, sent: result.value }) : data({ last: reading.answer(result.problems).data, sent: undefined }, { status: 422 });
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: `${page?.title ?? ''}: ${page?.name ?? ''} | Concord` }, { name: 'robots', content: 'noindex' }];

export default function ConsultationComment() {
  const { ref, name, number, parties, why, clauses, clause, title } = useLoaderData<typeof loader>();
  const t = useText('frameworks');
  const { language } = useLocale();
  const to = paths.in(language);
  const answer = useActionData<typeof action>();
  const { last, sent } = answer ?? {};
  const above = [{ href: to.consultations(), label: t('consultations.title') }, { href: to.consultation(ref), label: ref }];
  const named = clauses.find(({ code }) => code === (last?.initialValue?.['clause'] ?? clause));
  if (sent !== undefined) {
    return (
      <>
        <Crumbs above={above} here={title} />
        <Head tight title={t(`comments.sent.${sent.status}`)} lede={t(`comments.sent.${sent.status}_text`, { ref: sent.ref })} />
        <Links entries={[{ href: to.consultation(ref), label: t('consultations.back') }, { href: to.comments({ consultation: ref }), label: t('consultations.all_comments') }]} />
      </>
    );
  }
  return (
    <>
      <Crumbs above={above} here={title} />
      <ErrorSummary errors={summaryOf(last?.error ?? {})} />
      <Head tight title={title} lede={t('consultations.of', { name, number })} />
      {why !== undefined && <div className="pb-16"><Notice tone="warn" title={t(why)} /></div>}
      {named !== undefined && <div className="ask measure" lang={named.language === language ? undefined : named.language}><p><strong><bdi>{named.code}</bdi> {named.title}</strong></p><p>{named.body}</p></div>}
      {(why === undefined || last !== undefined) && (
        <form method="post" className="flow measure" noValidate>
          <FormKey />
          <CommentFields last={last} clauses={clauses.map(({ code, title: said }) => ({ value: code, label: `${code} ${said}` }))} clause={clause} parties={parties} />
          <Button>{t('comments.act.send')}</Button>
        </form>
      )}
    </>
  );
}
