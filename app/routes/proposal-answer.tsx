import { redirect, type ActionFunctionArgs, type AppLoadContext, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { ActPage, fieldIn } from '#app/form/act-page';
import { RadioField } from '#app/form/choice-field';
import { NumberField, SelectField, TextArea } from '#app/form/field';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { notFound } from '#app/platform/http/answers.server';
import { proposalAnswerInput } from '#app/working-groups/backlog/input.server';
import { proposalPolicy } from '#app/working-groups/backlog/policy';
import { findProposal, openAgendas } from '#app/working-groups/backlog/queries.server';
import { answerProposal } from '#app/working-groups/operations.server';

export const handle = { access: { loader: 'proposal:answer', action: 'proposal:answer' } };

async function asked({ request, params, context }: { readonly request: Request; readonly params: LoaderFunctionArgs['params']; readonly context: AppLoadContext }) {
  const viewer = await requirePerson(context, request);
  const language = languageOf(request, viewer);
  const proposal = await findProposal(viewer, params['id'] ?? '', { language, now: context.now });
  if (proposal === undefined) throw notFound();
  return { language, proposal, granted: permit(proposalPolicy.answer, viewer, proposal) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { proposal } = await asked(args);
  return { proposal, sessions: await openAgendas(proposal.working_group_id) };
}

export async function action(args: ActionFunctionArgs) {
  const { language, proposal, granted } = await asked(args);
  const reading = readForm(await fieldsOf(args.request), proposalAnswerInput, language);
  if (!reading.ok) return reading.reply;
  const { verdict, session, minutes, answer } = reading.value;
  const given = verdict === 'declined' ? { verdict, answer: answer ?? '' } : { verdict, answer, session_id: session ?? '', minutes };
  const result = await answerProposal(granted, occasionOf(args.context, reading.submission), given);
  return result.ok ? redirect(paths.groupProposals(proposal.group_ref), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.proposal.title);

export default function ProposalAnswer() {
  const { proposal, sessions } = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  const t = useText('working-groups');
  const field = fieldIn(last);
  const back = { href: paths.groupProposals(proposal.group_ref), label: t('backlog.title') };
  return (
    <ActPage above={[{ href: paths.groupDesk(proposal.group_ref), label: t('desk.of', { name: proposal.group_name }) }, back]} act={t('backlog.decide')} lede={<bdi>{proposal.title}</bdi>} follows={t('backlog.decide_follows', { name: proposal.proposer })}
      back={{ href: back.href, label: t('backlog.not_now') }} last={last} before={<p className="measure"><bdi>{proposal.why}</bdi></p>}>
      <RadioField {...field('verdict')} label={t('backlog.verdict')} required choices={[
        { value: 'accepted', label: t('backlog.accept'), hint: sessions.length === 0 ? t('backlog.no_session') : undefined }, { value: 'declined', label: t('backlog.decline') },
      ]} />
      {sessions.length > 0 && <SelectField {...field('session', sessions[0]?.id ?? '')} label={t('backlog.session')} options={sessions.map(({ id, ref, title }) => ({ value: id, label: `${ref}, ${title}` }))} optional />}
      <NumberField {...field('minutes', proposal.minutes === null ? '' : String(proposal.minutes))} label={t('agenda.planned_minutes')} width={4} optional />
      <TextArea {...field('answer')} label={t('backlog.words')} hint={t('backlog.words_hint')} rows={3} maxLength={4000} />
    </ActPage>
  );
}
