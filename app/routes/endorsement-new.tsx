import { useForm } from '@conform-to/react';
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Forbidden, permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { ErrorSummary } from '#app/form/error-summary';
import { FormKey } from '#app/form/hidden';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { summaryOf } from '#app/form/summary';
import { EndorsementFields, type Typed } from '#app/frameworks/endorsements/form';
import { endorsementForm, endorsementInput } from '#app/frameworks/endorsements/input.server';
import { declareEndorsement } from '#app/frameworks/endorsements/operations.server';
import { partiesOf, partyOf } from '#app/frameworks/endorsements/parties.server';
import { endorsementPolicy, maySomewhereDeclare } from '#app/frameworks/endorsements/policy';
import { declarationCode, linesOf } from '#app/frameworks/model';
import { clausesOf, findVersion } from '#app/frameworks/queries.server';
import { textFor } from '#app/languages/catalogues.server';
import { useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { dayOf } from '#app/platform/clock';
import { notFound } from '#app/platform/http/answers.server';
import { Button } from '#app/ui/button';
import { Head } from '#app/ui/head';
import { Notice } from '#app/ui/notice';

export const handle = { access: { loader: 'signed_in', action: 'endorsement:declare' } };

/** The text that is endorsed: the Declaration unless the address names another. */
const askedText = (request: Request): string => new URL(request.url).searchParams.get('framework') || declarationCode;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requirePerson(context, request);
  if (!maySomewhereDeclare(viewer)) throw new Forbidden('endorsement:declare', 'access:reasons.not_your_role');
  const language = languageOf(request, viewer);
  const view = { language, now: context.now };
  const framework = askedText(request);
  const version = await findVersion(viewer, framework, view);
  if (version === undefined || version.status !== 'published') throw notFound();
  const [parties, clauses] = await Promise.all([partiesOf(viewer, language), clausesOf(viewer, version.id, view)]);
  return { parties, version, framework, clauses: linesOf(clauses), today: dayOf(context.now), title: textFor(language, 'frameworks')('form.title') };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = await requirePerson(context, request);
  const language = languageOf(request, viewer);
  const version = await findVersion(viewer, askedText(request), { language, now: context.now });
  if (version === undefined) throw notFound();
  const fields = await fieldsOf(request);
  const asked = partyOf(String(fields.get('party') ?? ''));
  const granted = asked === undefined ? undefined : permit(endorsementPolicy.declare, viewer, { ...asked, version_id: version.id });
  const reading = readForm(fields, endorsementInput, language);
  if (!reading.ok) return reading.reply;
  if (granted === undefined) throw notFound();
  const result = await declareEndorsement(granted, occasionOf(context, reading.submission), await endorsementForm(reading.value));
  return result.ok ? redirect(paths.in(language).endorsement(result.value.ref), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.title);

export default function NewEndorsement() {
  const { parties, version, framework, clauses, today, title } = useLoaderData<typeof loader>();
  const t = useText('frameworks');
  const lastResult = useActionData<typeof action>();
  const [form] = useForm<Record<string, string>>({ lastResult });
  const typed = (lastResult?.initialValue ?? {}) as Typed & { readonly reserved?: string | readonly string[] };
  const reserved = typeof typed.reserved === 'string' ? [typed.reserved] : typed.reserved;
  return (
    <>
      <ErrorSummary errors={summaryOf(form.allErrors)} />
      <Head title={title} lede={t('form.lede', { name: version.name, number: version.number })} />
      <form method="post" action={paths.newEndorsement(framework)} encType="multipart/form-data" className="flow measure">
        <FormKey />
        <EndorsementFields typed={{ ...typed, reserved }} errors={(name) => form.allErrors[name]} parties={parties} clauses={clauses} today={today} />
        <Notice small title={t('form.next')}>{t('form.next_text')}</Notice>
        <Button>{t('act.declare')}</Button>
      </form>
    </>
  );
}
