import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { may } from '#app/access/permit';
import { nextStatuses } from '#app/coalitions/model';
import { coalitionPolicy } from '#app/coalitions/policy';
import { findCoalition } from '#app/coalitions/queries.server';
import { BelowSection, CoalitionStats, GroupsSection } from '#app/coalitions/sections';
import { statusTag } from '#app/coalitions/table';
import { textFor } from '#app/languages/catalogues.server';
import { formatDate } from '#app/languages/format';
import { requireLanguage } from '#app/languages/request.server';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { notFound } from '#app/platform/http/answers.server';
import { ButtonLink } from '#app/ui/button';
import { Crumbs } from '#app/ui/crumbs';
import { Head } from '#app/ui/head';
import { Links } from '#app/ui/links';
import { listGroups } from '#app/working-groups/queries.server';

export const handle = { access: { loader: 'public' } };

export async function loader({ params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params);
  const viewer = await context.viewer();
  const view = { language, now: context.now };
  const coalition = await findCoalition(viewer, params['slug'] ?? '', view);
  if (coalition === undefined) throw notFound();
  const groups = (await listGroups(viewer, view)).filter((group) => group.coalition_id === coalition.id);
  const mayForm = coalition.status !== 'closed' && may(coalitionPolicy.form, viewer, { parent_id: coalition.id }).allowed;
  const description = coalition.mandate ?? textFor(language, 'coalitions')('record.description', { name: coalition.name });
  return { coalition, groups, mayForm, mayEdit: may(coalitionPolicy.edit, viewer, coalition).allowed, title: coalition.name, description };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} | Concord` }, { name: 'description', content: data?.description ?? '' }];

export default function Coalition() {
  const { coalition, groups, mayForm, mayEdit } = useLoaderData<typeof loader>();
  const t = useText('coalitions');
  const { language } = useLocale();
  const to = paths.in(language);
  const { id, slug, name, mandate, kind, country, country_iso2, status, formed_on, parent, text_language } = coalition;
  const words = { lang: text_language === language ? undefined : text_language, dir: 'auto' };
  const kick = [country ?? t(`kind.${kind}`), ...(country === null ? [] : [t(`kind.${kind}`)]), ...(formed_on === null ? [] : [t('record.formed', { date: formatDate(language, formed_on) })])];
  return (
    <>
      <Crumbs above={[{ href: to.coalitions(), label: t('list.title') }, ...(parent === undefined ? [] : [{ href: to.coalition(parent.slug), label: parent.name }])]} here={name} />
      <Head tight kick={kick.join(' · ')} title={<span {...words}>{name}</span>} lede={mandate === null ? undefined : <span {...words}>{mandate}</span>}>
        {statusTag(status, t)}
        {mayEdit && <ButtonLink weight="second" href={paths.coalitionEdit(slug)}>{t('edit.title')}</ButtonLink>}
        {mayEdit && nextStatuses(status).length > 0 && <ButtonLink weight="second" href={paths.coalitionState(slug)}>{t('state.title')}</ButtonLink>}
        {mayForm && <ButtonLink weight="second" href={paths.newCoalition(id)}>{t('new.title')}</ButtonLink>}
      </Head>
      <CoalitionStats coalition={coalition} />
      <p className="meta pt-8 pb-32">{t('record.counting')} <a href={to.methods()}>{t('record.how')}</a></p>
      <BelowSection coalition={coalition} />
      <GroupsSection groups={groups} />
      <Links entries={[...(country_iso2 === null ? [] : [{ href: to.country(country_iso2), label: t('record.country', { country: country ?? '' }) }]), { href: to.declaration(), label: t('record.declaration') }]} />
    </>
  );
}
