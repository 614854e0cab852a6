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
import { languageName } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { standingTag } from '#app/members/people/list/table';
import { PersonActs } from '#app/members/people/person-acts';
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
import { addDays, dayOf, instantAt } from '#app/platform/clock';
import { notFound } from '#app/platform/http/answers.server';
import { Crumbs } from '#app/ui/crumbs';
import { Head } from '#app/ui/head';
import { Links } from '#app/ui/links';
import { MailAddress } from '#app/ui/mail-address';
import { Notice } from '#app/ui/notice';
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
  const { role, scope, scope_id, from, until, reason } = reading.value;
  const chosen = scopeOf(scope, scope_id);
  const granted = permit(rolePolicy.grant, viewer, await roleSubject(person.id, role, chosen));
  const startOf = (day: string) => instantAt(`${day}T00:00`, viewer.time_zone);
  const starts_at = from === null || from === dayOf(context.now, viewer.time_zone) ? context.now : startOf(from);
  const result = await grantRole(granted, occasionOf(context, reading.submission), { starts_at, ends_at: until === null ? null : startOf(addDays(until, 1)), reason });
  return result.ok ? redirect(paths.person(person.id), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.person.name);

export default function Person() {
  const { person, endings, may: acts, offered, offering, takesIn, isSelf } = useLoaderData<typeof loader>();
  const t = useText('accounts');
  const { language } = useLocale();
  const lastResult = useActionData<typeof action>();
  const [form] = useForm<{ scope_id: string; reason: string; from: string; until: string }>({ lastResult });
  return (
    <>
      <Crumbs above={[{ href: paths.people, label: t('people.title'), current: false }]} here={person.name} />
      <ErrorSummary errors={summaryOf(form.allErrors)} />
      <Head tight title={person.name} lede={person.mail === null ? t('people.no_mail') : <MailAddress address={person.mail} />}>
        {standingTag(person.standing, t)}
        {person.spoken_languages.length > 0 && <span className="small muted">{t('person.speaks', { languages: person.spoken_languages.map((one) => languageName(language, one)).join(' · ') })}</span>}
      </Head>
      {person.suspended_reason !== null && <Notice tone="err" title={t('people.standings.suspended')}>{person.suspended_reason}</Notice>}
      <PersonActs person={person} may={acts} />
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
