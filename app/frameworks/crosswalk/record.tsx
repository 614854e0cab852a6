import { formatDate } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { ButtonLink } from '#app/ui/button';
import { Crumbs } from '#app/ui/crumbs';
import { Facts } from '#app/ui/facts';
import { Head } from '#app/ui/head';
import { Section } from '#app/ui/section';
import { Tag } from '#app/ui/tag';
import { clauseHref } from '../addresses';
import { spellVersion } from '../coverage/question';
import type { MappedClause, Mapping } from './queries.server';
import { crossingLabel } from './words';

/** One mapping: what it joins, why, and what can be done with it. */
export function MappingPage({ mapping, acts, title }: { readonly mapping: Mapping; readonly acts: boolean; readonly title: string }) {
  const t = useText('frameworks');
  const { language } = useLocale();
  const { from, to, relation, reason, ended_on, end_reason } = mapping;
  const crosswalk = paths.in(language).crosswalk({ from: spellVersion(from), to: spellVersion(to) });
  return (
    <>
      <Crumbs above={[{ href: paths.in(language).frameworks(), label: t('list.title') }, { href: crosswalk, label: t('crosswalk.title', { from: from.framework_name, to: to.framework_name }) }]} here={t(`crosswalk.kind.${relation}`)} />
      <Head tight title={title} lede={<span dir="auto">{reason ?? t('crosswalk.no_reason')}</span>}>
        {ended_on !== null && <Tag tone="draft" icon={null}>{t('crosswalk.ended_on', { date: formatDate(language, ended_on) })}</Tag>}
        {acts && <><ButtonLink weight="second" href={paths.mappingAct(mapping.id, 'relation')}>{t('crosswalk.change')}</ButtonLink><ButtonLink weight="second" href={paths.mappingAct(mapping.id, 'end')}>{t('crosswalk.end')}</ButtonLink></>}
      </Head>
      <Section id="clauses" title={t('crosswalk.clauses')}>
        <Facts facts={[
          { label: crossingLabel(from), value: <End clause={from} /> }, { label: crossingLabel(to), value: <End clause={to} /> },
          ...(end_reason === null ? [] : [{ label: t('crosswalk.form.end_reason'), value: <span dir="auto">{end_reason}</span> }]),
        ]} />
      </Section>
    </>
  );
}

function End({ clause }: { readonly clause: MappedClause }) {
  const t = useText('frameworks');
  const { language } = useLocale();
  const name = `${clause.title} (${t('versions.named', { number: clause.number })})`;
  return clause.status === 'draft' ? <a href={paths.draft(clause.framework, clause.number)}>{name}</a> : <a href={clauseHref(clause.framework, clause.code, clause.status === 'superseded' ? clause.number : undefined, language)}>{name}</a>;
}
