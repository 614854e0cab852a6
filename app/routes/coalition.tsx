import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { may } from '#app/access/permit';
import { nextStatuses } from '#app/coalitions/model';
import { coalitionPolicy } from '#app/coalitions/policy';
import { coalitionPage } from '#app/coalitions/record.server';
import { BelowSection, CoalitionStats, CyclesSection, GroupsSection, MembersSection, SessionsSection } from '#app/coalitions/sections';
import { statusTag } from '#app/coalitions/table';
import { reportingOf } from '#app/financing/money/reporting.server';
import { FollowButton } from '#app/following/follow-button';
import { followingOf } from '#app/following/queries.server';
import { textFor } from '#app/languages/catalogues.server';
import { formatDate } from '#app/languages/format';
import { requireLanguage } from '#app/languages/request.server';
import { useLocale, useText } from '#app/languages/text';
import { MoneySection } from '#app/members/trail/money';
import { PromisesSection, PromiseStats } from '#app/members/trail/promises';
import { paths } from '#app/paths';
import { notFound } from '#app/platform/http/answers.server';
import { ButtonLink } from '#app/ui/button';
import { Crumbs } from '#app/ui/crumbs';
import { Head } from '#app/ui/head';
import { Links } from '#app/ui/links';

export const handle = { access: { loader: 'public' } };

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params);
  const viewer = await context.viewer();
  const reporting = await reportingOf(request);
  const view = { language, now: context.now, currency: reporting.currency };
  const page = await coalitionPage(viewer, params['slug'] ?? '', view);
  if (page === undefined) throw notFound();
  const { coalition } = page;
  const mayForm = coalition.status !== 'closed' && coalition.kind !== 'national' && may(coalitionPolicy.form, viewer, { parent_id: coalition.id }).allowed;
  const description = coalition.mandate ?? textFor(language, 'coalitions')('record.description', { name: coalition.name });
  const following = await followingOf(viewer, { kind: 'coalition', id: coalition.id });
  return { ...page, following, reporting, mayForm, mayEdit: may(coalitionPolicy.edit, viewer, coalition).allowed, title: coalition.name, description };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} | Concord` }, { name: 'description', content: data?.description ?? '' }];

export default function Coalition() {
  const { coalition, following, promises, money, members, groups, sessions, cycles, versions, mayForm, mayEdit } = useLoaderData<typeof loader>();
  const t = useText('coalitions');
  const { language } = useLocale();
  const to = paths.in(language);
  const { id, slug, name, mandate, kind, country, country_iso2, status, formed_on, parent, text_language, mandate_language } = coalition;
  const words = { lang: text_language === language ? undefined : text_language, dir: 'auto' };
  const kick = [country ?? t(`kind.${kind}`), ...(country === null ? [] : [t(`kind.${kind}`)]), ...(formed_on === null ? [] : [t('record.formed', { date: formatDate(language, formed_on) })])];
  return (
    <>
      <Crumbs above={[{ href: to.coalitions(), label: t('list.title') }, ...(parent === undefined ? [] : [{ href: to.coalition(parent.slug), label: parent.name }])]} here={name} />
      <Head tight kick={kick.join(' · ')} title={<span {...words}>{name}</span>} lede={mandate === null ? undefined : <span lang={mandate_language === language ? undefined : mandate_language} dir="auto">{mandate}</span>}>
        {statusTag(status, t)}
        {mayEdit && <ButtonLink weight="second" href={paths.coalitionEdit(slug)}>{t('edit.title')}</ButtonLink>}
        {mayEdit && nextStatuses(status).length > 0 && <ButtonLink weight="second" href={paths.coalitionState(slug)}>{t('state.title')}</ButtonLink>}
        {mayForm && <ButtonLink weight="second" href={paths.newCoalition(id)}>{t('new.title')}</ButtonLink>}
      </Head>
      <FollowButton following={following} />
      <CoalitionStats coalition={coalition} />
      <p className="meta pt-8 pb-32">{t('record.counting')} <a href={to.methods()}>{t('record.how')}</a></p>
      {promises.by.count > 0 && <PromiseStats promises={promises.by} />}
      <PromisesSection id="promises" title={t('list.commitments')} note={t('record.promises_note')} promises={promises.by} all={to.commitments({ coalition: slug })} none={t('record.promises_none')} />
      {promises.beside.count > 0 && <PromisesSection id="promises-below" title={t('record.promises_below')} note={t('record.below_note')} promises={promises.beside} none="" />}
      <MoneySection note={t('record.money_note')} caption={t('record.money_caption', { name })} none={t('record.money_none')} pledges={[]} pledgesCaption=""
        lines={[{ label: t('record.money_own'), money: money.own, filters: { within: slug } }, ...(coalition.below.length === 0 ? [] : [{ label: t('record.money_all'), money: money.all, filters: { under: slug } }])]} />
      {(kind !== 'national' || coalition.below.length > 0) && <BelowSection coalition={coalition} />}
      <MembersSection coalition={coalition} members={members} />
      <GroupsSection groups={groups} />
      <SessionsSection sessions={sessions} />
      <CyclesSection cycles={cycles} versions={versions} />
      <Links entries={[...(country_iso2 === null ? [] : [{ href: to.country(country_iso2), label: t('record.country', { country: country ?? '' }) }]), { href: to.declaration(), label: t('record.declaration') }]} />
    </>
  );
}
