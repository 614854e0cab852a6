import { redirect, type ActionFunctionArgs, type AppLoadContext, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { ActPage } from '#app/form/act-page';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { notFound } from '#app/platform/http/answers.server';
import { removePaper } from '#app/working-groups/operations.server';
import { paperPolicy } from '#app/working-groups/papers/policy';
import { findPaper } from '#app/working-groups/papers/queries.server';
import { pressed } from '#app/working-groups/sessions/input.server';

export const handle = { access: { loader: 'paper:remove', action: 'paper:remove' } };

async function asked({ request, params, context }: { readonly request: Request; readonly params: LoaderFunctionArgs['params']; readonly context: AppLoadContext }) {
  const viewer = await requirePerson(context, request);
  const language = languageOf(request, viewer);
  const paper = await findPaper(viewer, params['id'] ?? '', { now: context.now });
  if (paper === undefined) throw notFound();
  return { language, paper, granted: permit(paperPolicy.remove, viewer, paper) };
}

export const loader = async (args: LoaderFunctionArgs) => ({ paper: (await asked(args)).paper });

export async function action(args: ActionFunctionArgs) {
  const { language, paper, granted } = await asked(args);
  const reading = readForm(await fieldsOf(args.request), pressed, language);
  if (!reading.ok) return reading.reply;
  const result = await removePaper(granted, occasionOf(args.context, reading.submission), paper);
  return result.ok ? redirect(`${paths.agendaItem(paper.session_ref, paper.item_id)}#papers`, 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.paper.title);

export default function PaperRemoval() {
  const { paper } = useLoaderData<typeof loader>();
  const t = useText('working-groups');
  const back = { href: paths.agendaItem(paper.session_ref, paper.item_id), label: t('agenda.item') };
  return <ActPage above={[back]} act={t('papers.remove')} lede={<bdi>{paper.title}</bdi>} follows={t('papers.remove_follows')} back={{ href: back.href, label: t('papers.leave') }} last={useActionData<typeof action>()} />;
}
