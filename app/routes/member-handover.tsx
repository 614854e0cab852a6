import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Forbidden, may, permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { fieldIn } from '#app/form/act-page';
import { ErrorSummary } from '#app/form/error-summary';
import { SelectField, TextArea } from '#app/form/field';
import { FormKey } from '#app/form/hidden';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { summaryOf } from '#app/form/summary';
import { handoverInput } from '#app/handovers/input.server';
import { offerHandover } from '#app/handovers/operations.server';
import { PackSections } from '#app/handovers/pack';
import { handoverPolicy } from '#app/handovers/policy';
import { colleaguesAt, packOf } from '#app/handovers/queries.server';
import { textFor } from '#app/languages/catalogues.server';
import { useLocale, useText } from '#app/languages/text';
import { findOrganisation } from '#app/members/organisations/record/queries.server';
import { peoplePolicy } from '#app/members/people/policy';
import { coalitionsOverOrganisation } from '#app/members/people/roles/queries.server';
import { paths } from '#app/paths';
import { notFound } from '#app/platform/http/answers.server';
import { Button } from '#app/ui/button';
import { Crumbs } from '#app/ui/crumbs';
import { Empty } from '#app/ui/empty';
import { Head } from '#app/ui/head';
import { Section } from '#app/ui/section';

export const handle = { access: { loader: 'handover:offer', action: 'handover:offer' } };

/** The organisation, and those of its people whose work the viewer may hand over. */
async function asked({ request, params, context }: Pick<LoaderFunctionArgs, 'request' | 'params' | 'context'>) {
  const viewer = await requirePerson(context, request);
  const view = { language: languageOf(request, viewer), now: context.now };
  const organisation = await findOrganisation(viewer, params['ref'] ?? '', view);
  if (organisation === undefined) throw notFound();
  const [people, coalition_ids] = await Promise.all([colleaguesAt(organisation.id, context.now), coalitionsOverOrganisation(organisation.id)]);
  const workOf = (giver_id: string) => ({ organisation_id: organisation.id, giver_id, coalition_ids });
  const givers = people.filter(({ id, gives }) => gives && may(handoverPolicy.offer, viewer, workOf(id)).allowed);
  if (givers.length === 0 && !may(handoverPolicy.offer, viewer, workOf('')).allowed) throw new Forbidden(handoverPolicy.offer.name, 'access:reasons.not_your_organisation');
  return { viewer, view, organisation, people, givers, workOf, coalition_ids };
}

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, view, organisation, people, givers, coalition_ids } = await asked(args);
  const wanted = new URL(args.request.url).searchParams.get('giver') ?? viewer.id;
  const giver = givers.find(({ id }) => id === wanted) ?? givers[0];
  const receivers = people.filter(({ id }) => id !== giver?.id).map(({ id, name }) => ({ value: id, label: name }));
  const { ref, name } = organisation;
  const invites = may(peoplePolicy.invite, viewer, { organisation_id: organisation.id, coalition_ids }).allowed;
  return {
    ref, name, giver, invites, givers: givers.map(({ id, name: label }) => ({ value: id, label })), receivers, title: textFor(view.language, 'handovers')('offer.title'),
    pack: giver === undefined ? undefined : await packOf(giver.id, organisation.id, view),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, view, workOf } = await asked(args);
  const reading = readForm(await fieldsOf(args.request), handoverInput, view.language);
  if (!reading.ok) return reading.reply;
  const { giver_id, ...form } = reading.value;
  const result = await offerHandover(permit(handoverPolicy.offer, viewer, workOf(giver_id)), occasionOf(args.context, reading.submission), form);
  return result.ok ? redirect(paths.handover(result.value.id), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.title);

export default function MemberHandover() {
  const { ref, name, giver, invites, givers, receivers, title, pack } = useLoaderData<typeof loader>();
  const t = useText('handovers');
  const { language } = useLocale();
  const last = useActionData<typeof action>();
  const field = fieldIn(last);
  return (
    <>
      <Crumbs above={[{ href: paths.in(language).member(ref), label: name }]} here={title} />
      <ErrorSummary errors={summaryOf(last?.error ?? {})} />
      <Head tight title={title} lede={giver === undefined ? t('offer.nobody') : t('offer.lede', { giver: giver.name, name })} />
      {givers.length > 1 && (
        <form method="get" className="filters"><SelectField name="giver" label={t('offer.giver')} options={givers} defaultValue={giver?.id} empty={null} /><div className="row"><Button weight="second">{t('offer.choose')}</Button></div></form>
      )}
      {giver !== undefined && receivers.length === 0 && <Empty title={t('offer.alone')}><p>{invites ? <a href={paths.people}>{t('offer.invite')}</a> : t('offer.ask_invite')}</p></Empty>}
      {giver !== undefined && receivers.length > 0 && (
        <Section id="offer" title={t('offer.to')} note={t('offer.note')}>
          <form method="post" className="flow measure" noValidate>
            <FormKey />
            <input type="hidden" name="giver_id" value={giver.id} />
            <SelectField {...field('receiver_id')} label={t('offer.receiver')} options={receivers} required />
            <TextArea {...field('note')} label={t('offer.words')} hint={t('offer.words_hint')} rows={6} required maxLength={4000} />
            <Button>{t('offer.act')}</Button>
          </form>
        </Section>
      )}
      {pack !== undefined && <PackSections pack={pack} />}
    </>
  );
}
