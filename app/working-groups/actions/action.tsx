import { formatDate, formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths, type ActionAct } from '#app/paths';
import { Document } from '#app/records/evidence/document';
import type { EvidenceRow } from '#app/records/evidence/model';
import { ButtonLink } from '#app/ui/button';
import { Crumbs } from '#app/ui/crumbs';
import { Facts } from '#app/ui/facts';
import { Head } from '#app/ui/head';
import { Notice } from '#app/ui/notice';
import { Section } from '#app/ui/section';
import { actionTag } from '#app/working-groups/marks';
import type { ActionRecord } from './queries.server';
import { ownerOf } from './table';

interface ActionPageProps {
  readonly found: ActionRecord;
  readonly evidence: readonly EvidenceRow[];
  /** What the viewer may do with it now. */
  readonly acts: readonly ActionAct[];
}

/** One action: what was given to whom, for when, how it stands, and what shows that it was done. */
export function ActionPage({ found, evidence, acts }: ActionPageProps) {
  const t = useText('working-groups');
  const { language } = useLocale();
  const to = paths.in(language);
  const waits = found.status === 'blocked' || found.status === 'cancelled';
  return (
    <>
      <Crumbs above={[{ href: to.actions(), label: t('actions.title') }]} here={<bdi>{found.ref}</bdi>} />
      <Head tight kick={<>{found.group_name} · <bdi>{found.ref}</bdi></>} title={<bdi>{found.text}</bdi>}>
        {actionTag(found.status, found.overdue, t)}
        {acts.includes('completion') && <ButtonLink href={paths.actionAct(found.ref, 'completion')}>{t('actions.act.completion')}</ButtonLink>}
      </Head>
      {found.reason !== null && <Notice tone={waits ? 'warn' : undefined} title={t('actions.reason')}><span dir="auto">{found.reason}</span></Notice>}
      <Section id="facts" title={t('action.about')}>
        <ActionFacts found={found} />
        {acts.length > 0 && <div className="row pt-16 noprint">{acts.filter((act) => act !== 'completion').map((act) => <ButtonLink key={act} weight="second" href={paths.actionAct(found.ref, act)}>{t(`actions.act.${act}`)}</ButtonLink>)}</div>}
      </Section>
      {(found.outcome !== null || evidence.length > 0) && (
        <Section id="outcome" title={t('actions.outcome')}>
          {found.outcome?.split('\n\n').map((paragraph, at) => <p key={at} className="measure"><bdi>{paragraph}</bdi></p>)}
          {evidence.length > 0 && <><h3>{t('actions.evidence')}</h3><ul>{evidence.map((one) => <Document key={one.id} one={one} />)}</ul></>}
        </Section>
      )}
    </>
  );
}

function ActionFacts({ found }: { readonly found: ActionRecord }) {
  const t = useText('working-groups');
  const { language } = useLocale();
  const to = paths.in(language);
  return (
    <Facts
      facts={[
        { label: t('action.owner'), value: ownerOf(found, { t, language }) },
        { label: t('action.due'), value: formatDate(language, found.due_on) },
        ...(found.first_due_on === found.due_on ? [] : [{ label: t('actions.first_due'), value: formatDate(language, found.first_due_on) }]),
        ...(found.done_on === null ? [] : [{ label: t('action.done_on'), value: formatDate(language, found.done_on) }]),
        { label: t('group.one'), value: <a href={to.workingGroup(found.group_ref)} lang={found.group_language === language ? undefined : found.group_language}>{found.group_name}</a> },
        { label: t('session.one'), value: found.session_seen ? <a href={to.session(found.session_ref)}>{found.session_ref}</a> : <bdi>{found.session_ref}</bdi> },
        ...(found.item === null ? [] : [{ label: t('agenda.item'), value: <>{formatNumber(language, found.item)} <bdi>{found.item_title}</bdi></> }]),
      ]}
    />
  );
}
