import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { rhythmInput } from '#app/following/input.server';
import { FollowedList } from '#app/following/list';
import { firstRhythm, mostFollowed, rhythms } from '#app/following/model';
import { chooseRhythm } from '#app/following/operations.server';
import { followPolicy } from '#app/following/policy';
import { followedBy, rhythmOf } from '#app/following/queries.server';
import { fieldIn } from '#app/form/act-page';
import { RadioField } from '#app/form/choice-field';
import { ErrorSummary } from '#app/form/error-summary';
import { FormKey } from '#app/form/hidden';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { summaryOf } from '#app/form/summary';
import { textFor } from '#app/languages/catalogues.server';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Button } from '#app/ui/button';
import { Crumbs } from '#app/ui/crumbs';
import { Empty } from '#app/ui/empty';
import { Head } from '#app/ui/head';
import { Notice } from '#app/ui/notice';
import { Section } from '#app/ui/section';

export const handle = { access: { loader: 'signed_in', action: 'follow:change' } };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await requirePerson(context, request);
  const view = { language: languageOf(request, person), now: context.now };
  const [followed, rhythm] = await Promise.all([followedBy(person, view), rhythmOf(person.id)]);
  const said = new URL(request.url).searchParams;
  return { followed, rhythm: rhythm ?? firstRhythm, saved: said.has('saved'), full: said.has('full'), title: textFor(view.language, 'following')('title') };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const person = await requirePerson(context, request);
  const granted = permit(followPolicy.change, person, { person_id: person.id });
  const reading = readForm(await fieldsOf(request), rhythmInput, languageOf(request, person));
  if (!reading.ok) return reading.reply;
  const result = await chooseRhythm(granted, occasionOf(context, reading.submission), reading.value.rhythm);
  return result.ok ? redirect(`${paths.following}?saved`, 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.title);

export default function FollowingPage() {
  const { followed, rhythm, saved, full, title } = useLoaderData<typeof loader>();
  const t = useText('following');
  const records = useText('records');
  const { language } = useLocale();
  const last = useActionData<typeof action>();
  return (
    <>
      <Crumbs above={[{ href: paths.my, label: records('my.title') }]} here={title} />
      <ErrorSummary errors={summaryOf(last?.error ?? {})} />
      <Head tight title={title} lede={t('lede')} />
      {full && <Notice tone="err" role="alert">{t('full', { most: mostFollowed })}</Notice>}
      {saved && <Notice role="status">{t('saved')}</Notice>}
      <Section id="followed" title={t('list.title')} note={t('list.note')}>
        {followed.length === 0 ? <Empty title={t('list.none')}><p><a href={paths.in(language).commitments()}>{t('list.none_hint')}</a></p></Empty> : <FollowedList followed={followed} />}
      </Section>
      <Section id="rhythm" title={t('rhythm.title')} note={t('rhythm.note')}>
        <form method="post" action={paths.following} className="flow" noValidate>
          <FormKey />
          <RadioField {...fieldIn(last)('rhythm', rhythm)} label={t('rhythm.question')} required choices={rhythms.map((value) => ({ value, label: t(`rhythm.${value}`), hint: t(`rhythm.${value}_hint`) }))} />
          <Button>{t('rhythm.act')}</Button>
        </form>
      </Section>
    </>
  );
}
