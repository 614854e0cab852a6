import { useForm } from '@conform-to/react';
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { may, permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { languageOf, requireConfirmed, requirePerson } from '#app/accounts/viewer.server';
import { ErrorSummary } from '#app/form/error-summary';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { summaryOf } from '#app/form/summary';
import { useText } from '#app/languages/text';
import { personFacts } from '#app/members/people/person-facts.server';
import { AffiliationList, RoleList } from '#app/members/people/person-view';
import { peoplePolicy } from '#app/members/people/policy';
import { findPerson } from '#app/members/people/queries.server';
import { RoleChoice, RoleForm } from '#app/members/people/roles/form';
import { roleInput } from '#app/members/people/roles/input.server';
import { scopeOf } from '#app/members/people/roles/model';
import { grantRole } from '#app/members/people/roles/operations.server';
import { rolePolicy } from '#app/members/people/roles/policy';
import { roleSubject } from '#app/members/people/roles/queries.server';
import { paths } from '#app/paths';
import { addDays, instantAt } from '#app/platform/clock';
import { notFound } from '#app/platform/http/answers.server';
import { Button } from '#app/ui/button';
import { Crumbs } from '#app/ui/crumbs';
import { Head } from '#app/ui/head';
import { Links } from '#app/ui/links';
import { Section } from '#app/ui/section';

export const handle = { access: { loader: 'person:list', action: 'role:grant' } };

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requirePerson(context, request);
  permit(peoplePolicy.list, viewer, null);
  const facts = await personFacts(viewer, params['id'] ?? '', new URL(request.url).searchParams.get('role'), { language: languageOf(request, viewer), now: context.now });
  if (facts === undefined) throw notFound();
  const takesIn = may(peoplePolicy.affiliate, viewer, { organisation_id: null, coalition_ids: [] }).allowed || viewer.roles.some((held) => held.role === 'org_admin');
  return { ...facts, takesIn, isSelf: viewer.id === facts.person.id };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = await requireConfirmed(context, request);
  const language = languageOf(request, viewer);
  const person = await findPerson(viewer, params['id'] ?? '', { language, now: context.now });
  if (person === undefined) throw notFound();
  const reading = readForm(await fieldsOf(request), roleInput, language);
  if (!reading.ok) return reading.reply;
  const { role, scope, scope_id, until, reason } = reading.value;
  const chosen = scopeOf(scope, scope_id);
  const granted = permit(rolePolicy.grant, viewer, await roleSubject(person.id, role, chosen));
  const ends_at = until === null ? null : instantAt(`${addDays(until, 1)}T00:00`, viewer.time_zone);
  const result = await grantRole(granted, occasionOf(context, reading.submission), { ends_at, reason });
  return result.ok ? redirect(paths.person(person.id), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.person.name);

export default function Person() {
  const { person, endings, offered, offering, takesIn, isSelf } = useLoaderData<typeof loader>();
  const t = useText('accounts');
  const lastResult = useActionData<typeof action>();
  const [form] = useForm<{ scope_id: string; reason: string; until: string }>({ lastResult });
  return (
    <>
      <Crumbs above={[{ href: paths.people, label: t('people.title'), current: false }]} here={person.name} />
      <ErrorSummary errors={summaryOf(form.allErrors)} />
      <Head tight title={person.name} kick={t(`people.standings.${person.standing}`)} lede={person.mail === null ? t('people.no_mail') : <span className="ltr">{person.mail}</span>} />
      {person.standing === 'invited' && takesIn && <form method="post" action={paths.personInvitation(person.id)} className="pb-24"><Button weight="second">{t('person.invite_again')}</Button></form>}
      <Section id="roles" title={t('people.roles')}><RoleList person={person} endings={endings} /></Section>
      <Section id="places" title={t('people.organisations')}>
        <AffiliationList person={person} ends={takesIn} />
        {takesIn && <Links entries={[{ href: paths.personAffiliations(person.id), label: t('person.add_place'), current: false }]} />}
      </Section>
      <Section id="grant" title={t('person.grant')} note={t('person.grant_note')}>
        {offered.length === 0 ? <p className="muted">{t(isSelf ? 'access:reasons.not_yourself' : 'access:reasons.not_your_role')}</p> : <RoleChoice person_id={person.id} offered={offered} chosen={offering?.role} />}
        {offering !== undefined && <RoleForm person_id={person.id} offering={offering} errors={(name) => form.allErrors[name]} />}
      </Section>
    </>
  );
}
