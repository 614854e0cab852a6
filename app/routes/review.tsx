import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { privateMeta } from '#app/accounts/page-meta';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { waitingAmendments } from '#app/commitments/amendments/queries.server';
import { AmendmentQueue } from '#app/commitments/amendments/queue';
import { commitmentPolicy } from '#app/commitments/policy';
import { answerWithinWorkingDays } from '#app/commitments/model';
import { reviewQueue } from '#app/commitments/review/queries.server';
import { QueueSection } from '#app/commitments/review/queue';
import { textFor } from '#app/languages/catalogues.server';
import { useText } from '#app/languages/text';
import { Head } from '#app/ui/head';

export const handle = { access: { loader: 'commitment:review' } };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await requirePerson(context, request);
  permit(commitmentPolicy.review, person, { queue: true });
  const view = { language: languageOf(request, person), now: context.now };
  const [commitments, amendments] = await Promise.all([reviewQueue(person, view), waitingAmendments(person, view)]);
  return { commitments, amendments, title: textFor(view.language, 'commitments')('review.title') };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.title);

export default function Review() {
  const { commitments, amendments, title } = useLoaderData<typeof loader>();
  const t = useText('commitments');
  return (
    <>
      <Head kick={t('review.promise', { days: answerWithinWorkingDays })} title={title} lede={commitments.rows.length > 0 ? t('review.waiting', { count: commitments.rows.length + commitments.more }) : amendments.length > 0 ? undefined : t('review.nothing')} />
      <QueueSection {...commitments} />
      <AmendmentQueue rows={amendments} />
    </>
  );
}
