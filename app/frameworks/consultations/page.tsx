import { formatDate, formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { ButtonLink } from '#app/ui/button';
import { Crumbs } from '#app/ui/crumbs';
import { Head } from '#app/ui/head';
import { Links } from '#app/ui/links';
import { List } from '#app/ui/list';
import { Notice } from '#app/ui/notice';
import { Section } from '#app/ui/section';
import { Stats } from '#app/ui/stats';
import { Tag } from '#app/ui/tag';
import { versionHref } from '../addresses';
import { piecesOf } from '../compare/model';
import { Pieces } from '../compare/page';
import { treeOf } from '../model';
import type { Consultation, ConsultedClause } from './queries.server';
import { stateTag } from './table';

interface PageProps {
  readonly consultation: Consultation;
  /** The viewer keeps the texts. */
  readonly keeps: boolean;
}

/** Which draft is put out, to whom and for how long, and how much was said. */
export function ConsultationOpening({ consultation, keeps }: PageProps) {
  const t = useText('frameworks');
  const { language } = useLocale();
  const to = paths.in(language);
  const { ref, state, name, number, audience, opens_on, closes_on, framework, version_status } = consultation;
  return (
    <>
      <Crumbs above={[{ href: to.consultations(), label: t('consultations.title') }]} here={<bdi>{ref}</bdi>} />
      <Head tight kick={t('consultations.kick', { number })} title={name} lede={<span lang={consultation.language === language ? undefined : consultation.language} dir="auto">{consultation.introduction}</span>}>
        {stateTag(state, t)}
        {state === 'open' && <ButtonLink href={to.consultationComment(ref)}>{t('consultations.comment_whole')}</ButtonLink>}
      </Head>
      <Stats stats={[
        { key: 'closes', label: t(state !== 'closed' ? 'consultations.open_until' : consultation.closed_early ? 'consultations.closed_early' : 'consultations.closed_on'), value: formatDate(language, closes_on, 'short'), notes: [t('consultations.opens_on', { date: formatDate(language, opens_on, 'short') })] },
        { key: 'comments', label: t('consultations.comments'), value: formatNumber(language, consultation.comments), notes: [t(`consultations.from.${audience}`)] },
        { key: 'answered', label: t('consultations.answered'), value: formatNumber(language, consultation.answered), notes: [t('consultations.answered_note')] },
      ]} />
      <div className="pt-16 pb-32 flow">
        {version_status === 'draft'
          ? <Notice small tone="warn" title={t('consultations.draft')}>{t('consultations.draft_text', { date: formatDate(language, opens_on) })}</Notice>
          : <Notice small title={t('consultations.published', { number })}><a href={versionHref(framework, number, language)}>{t('consultations.read')}</a></Notice>}
        <Links entries={[
          { href: to.comments({ consultation: ref }), label: t('consultations.all_comments') },
          ...(keeps && version_status === 'draft' ? [{ href: paths.draft(framework, number), label: t('draft.title', { number }) }] : []),
          ...(keeps && state !== 'closed' ? [{ href: paths.consultationAct(ref, 'days'), label: t('consultations.act.days') }] : []),
          ...(keeps && state === 'open' ? [{ href: paths.consultationAct(ref, 'closing'), label: t('consultations.act.closing') }] : []),
          ...(keeps && state === 'announced' ? [{ href: paths.consultationAct(ref, 'withdrawal'), label: t('consultations.act.withdrawal') }] : []),
        ]} />
      </div>
    </>
  );
}

/** The text that was put out, what differs from the version in force marked, each clause with what was said on it. */
export function ConsultedText({ consultation, clauses }: Pick<PageProps, 'consultation'> & { readonly clauses: readonly ConsultedClause[] }) {
  const t = useText('frameworks');
  const compares = clauses.some(({ former }) => former !== null);
  return (
    <Section id="text" title={t('consultations.text')} note={compares ? t('consultations.text_note') : undefined}>
      {treeOf(clauses).map(({ node, children }) => (
        <div key={node.code} className="pb-16">
          <ClauseText clause={node} consultation={consultation} compares={compares} level={3} />
          <List clauses>{children.map(({ node: line }) => <li key={line.code}><ClauseText clause={line} consultation={consultation} compares={compares} level={4} /></li>)}</List>
        </div>
      ))}
    </Section>
  );
}

interface ClauseProps {
  readonly clause: ConsultedClause;
  readonly consultation: Consultation;
  readonly compares: boolean;
  readonly level: 3 | 4;
}

function ClauseText({ clause, consultation: { ref, state }, compares, level }: ClauseProps) {
  const t = useText('frameworks');
  const { language } = useLocale();
  const to = paths.in(language);
  const { code, title, body, former, comments } = clause;
  const changed = former !== null && (former.title !== title || former.body !== body);
  const pieces = (before: string | undefined, after: string) => (changed && before !== undefined ? <Pieces pieces={piecesOf(before, after)} /> : after);
  const Heading = level === 3 ? 'h3' : 'h4';
  return (
    <div className={changed ? 'diff' : undefined} id={code} lang={clause.language === language ? undefined : clause.language}>
      <div className="row">
        <Heading className={level === 3 ? 'h22' : undefined}><bdi>{code}</bdi> {pieces(former?.title, title)}</Heading>
        {changed && <Tag tone="prog" icon={null}>{t('compare.kind.changed')}</Tag>}
        {compares && former === null && <Tag tone="ok" icon="plus">{t('compare.kind.added')}</Tag>}
      </div>
      {body !== '' && <p dir="auto">{pieces(former?.body, body)}</p>}
      {(comments > 0 || state === 'open') && (
        <p className="small row">
          {comments > 0 && <a href={to.comments({ consultation: ref, clause: code })}>{t('comments.found', { count: comments, shown: formatNumber(language, comments) })}<span className="vh"> {code}</span></a>}
          {state === 'open' && <a href={to.consultationComment(ref, { clause: code })}>{t('consultations.comment_on', { code })}</a>}
        </p>
      )}
    </div>
  );
}
