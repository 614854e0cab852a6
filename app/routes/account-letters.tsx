import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { lettersInput } from '#app/accounts/input.server';
import { privateMeta } from '#app/accounts/page-meta';
import { wantedLetters } from '#app/accounts/queries.server';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { CheckList } from '#app/form/choice-field';
import { FormKey } from '#app/form/hidden';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { textFor } from '#app/languages/catalogues.server';
import { useText } from '#app/languages/text';
import { letterTopics } from '#app/mail/topics';
import { refuseLetters } from '#app/members/people/operations.server';
import { peoplePolicy } from '#app/members/people/policy';
import { paths } from '#app/paths';
import { Button } from '#app/ui/button';
import { Crumbs } from '#app/ui/crumbs';
import { Head } from '#app/ui/head';

export const handle = { access: { loader: 'signed_in', action: 'person:update' } };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await requirePerson(context, request);
  return { title: textFor(languageOf(request, person), 'accounts')('letters.title'), wanted: await wantedLetters(person.id) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const person = await requirePerson(context, request);
  const granted = permit(peoplePolicy.update, person, { id: person.id });
  const reading = readForm(await fieldsOf(request), lettersInput, languageOf(request, person));
  if (!reading.ok) return reading.reply;
  const refused = letterTopics.filter((topic) => !reading.value.letters.includes(topic));
  const result = await refuseLetters(granted, occasionOf(context, reading.submission), refused);
  return result.ok ? redirect(`${paths.account}?saved`, 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.title);

export default function AccountLetters() {
  const { title, wanted } = useLoaderData<typeof loader>();
  const t = useText('accounts');
  return (
    <>
      <Crumbs above={[{ href: paths.account, label: t('account.title'), current: false }]} here={title} />
      <Head tight title={title} lede={t('letters.lede')} />
      <form method="post" action={paths.accountLetters} className="flow">
        <FormKey />
        <CheckList name="letters" label={t('letters.question')} defaultValue={wanted} choices={letterTopics.map((topic) => ({ value: topic, label: t(`letters.${topic}`), hint: t(`letters.${topic}_hint`) }))} />
        <Button>{t('account.act')}</Button>
      </form>
    </>
  );
}
