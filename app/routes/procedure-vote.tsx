import { redirect, type ActionFunctionArgs, type AppLoadContext, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { ActPage, fieldIn } from '#app/form/act-page';
import { RadioField } from '#app/form/choice-field';
import { TextArea } from '#app/form/field';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { notFound } from '#app/platform/http/answers.server';
import { voteInput } from '#app/working-groups/decisions/ballots/input.server';
import { voteKinds } from '#app/working-groups/decisions/model';
import { meetingTime, seatName } from '#app/working-groups/marks';
import { castWrittenVote } from '#app/working-groups/operations.server';
import { procedurePolicy } from '#app/working-groups/procedures/policy';
import { findProcedure, procedureRef, seatsToVoteFor } from '#app/working-groups/procedures/queries.server';

export const handle = { access: { loader: 'procedure:vote', action: 'procedure:vote' } };

async function asked({ request, params, context }: { request: Request; params: LoaderFunctionArgs['params']; context: AppLoadContext }) {
  const person = await requirePerson(context, request);
  const language = languageOf(request, person);
  const facts = await findProcedure(person, params['ref'] ?? '', { language, now: context.now });
  if (facts === undefined) throw notFound();
  return { language, facts, granted: permit(procedurePolicy.vote, person, procedureRef(facts)), seats: seatsToVoteFor(facts.seats, person.id) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { facts: { procedure }, seats } = await asked(args);
  return { procedure, seats };
}

export async function action(args: ActionFunctionArgs) {
  const { language, facts, granted } = await asked(args);
  const reading = readForm(await fieldsOf(args.request), voteInput, language);
  if (!reading.ok) return reading.reply;
  const result = await castWrittenVote(granted, occasionOf(args.context, reading.submission), reading.value);
  return result.ok ? redirect(`${paths.in(language).procedure(facts.procedure.ref)}#votes`, 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.procedure.title);

export default function ProcedureVote() {
  const { procedure, seats } = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  const t = useText('working-groups');
  const { language } = useLocale();
  const up = { href: paths.in(language).procedure(procedure.ref), label: procedure.ref };
  const field = fieldIn(last);
  const [seat] = seats;
  return (
    <ActPage above={[up]} act={t('procedure.vote')} lede={<bdi>{procedure.text}</bdi>} follows={t('procedure.vote_follows', { when: meetingTime({ starts_at: procedure.closes_at, time_zone: procedure.time_zone }, t, language) })} back={up} last={last}>
      {seats.length > 1
        ? <RadioField {...field('seat_id', seat?.seat_id)} label={t('procedure.which_seat')} required choices={seats.map((one) => ({ value: one.seat_id, label: <bdi>{seatName(one, t, language)}</bdi> }))} />
        : seat !== undefined && <><input type="hidden" name="seat_id" value={seat.seat_id} /><p>{t('ballot.vote_for', { seat: seatName(seat, t, language) })}</p></>}
      <RadioField {...field('vote', seat?.vote ?? '')} row label={t('seat.vote')} required choices={voteKinds.map((value) => ({ value, label: t(`vote.${value}`) }))} />
      <TextArea {...field('words', seat?.words ?? '')} label={t('ballot.words')} hint={t('ballot.words_hint')} maxLength={4000} optional />
    </ActPage>
  );
}
