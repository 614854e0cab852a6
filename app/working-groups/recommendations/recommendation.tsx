import { formatDate, formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths, type RecommendationAct } from '#app/paths';
import { ButtonLink } from '#app/ui/button';
import { Chain, type Station } from '#app/ui/chain';
import { Chips } from '#app/ui/chips';
import { Crumbs } from '#app/ui/crumbs';
import { Head } from '#app/ui/head';
import { Item, List } from '#app/ui/list';
import { Notice } from '#app/ui/notice';
import { Section } from '#app/ui/section';
import { AnsweringCommitments } from '#app/working-groups/answers/list';
import type { ReportedFigure } from '#app/working-groups/answers/figures.server';
import { reportStation } from '#app/working-groups/answers/station';
import type { AnsweringCommitment } from '#app/working-groups/answers/queries.server';
import { recommendationTag } from '#app/working-groups/marks';
import { Responses } from '#app/working-groups/responses/section';
import type { ResponseRow } from '#app/working-groups/responses/queries.server';
import type { Takeaway } from '#app/working-groups/takeaways/queries.server';
import type { ClauseRow, EarlierText, RecommendationRecord, SourceDecision } from './queries.server';

export interface RecommendationFacts {
  readonly recommendation: RecommendationRecord;
  /** The day it was made, UTC. */
  readonly made_on: string;
  readonly decisions: readonly SourceDecision[];
  /** What a meeting agreed to carry forward, where it was made of that. */
  readonly takeaways: readonly Takeaway[];
  readonly clauses: readonly ClauseRow[];
  readonly commitments: readonly AnsweringCommitment[];
  readonly canAnswer: boolean;
  /** Of published reports that count what came of it. */
  readonly figures: readonly ReportedFigure[];
  readonly responses: readonly ResponseRow[];
  /** The addressees for whom the viewer can answer. */
  readonly answerable: readonly string[];
  readonly earlier: readonly EarlierText[];
  /** What the viewer may do with it now. */
  readonly acts: readonly RecommendationAct[];
}

/** A recommendation: its words, the decisions and takeaways it rests on, the clauses it is about, the commitments that answer it. */
export function RecommendationPage(facts: RecommendationFacts) {
  const { recommendation, made_on, decisions, takeaways, clauses, commitments, canAnswer, acts, earlier } = facts;
  const t = useText('working-groups');
  const { language } = useLocale();
  const to = paths.in(language);
  const stations: Station[] = [
    groundStation(),
    { kind: t('recommendation.one'), title: <bdi>{recommendation.ref}</bdi>, state: 'here' },
    responsesStation(),
    commitments.length === 0
      ? { kind: t('answers.title'), title: t('answers.none'), state: 'gap' }
      : { kind: t('answers.title'), title: t('chain.commitments', { count: commitments.length, shown: formatNumber(language, commitments.length) }), href: '#commitments' },
    reportStation(facts.figures, t, language),
  ];
  return (
    <>
      <Crumbs above={[{ href: to.recommendations(), label: t('recommendations.title') }, { href: to.workingGroup(recommendation.group_ref), label: recommendation.group_name }]} here={<bdi>{recommendation.ref}</bdi>} />
      <Head tight kick={<>{recommendation.group_name} · <bdi>{recommendation.ref}</bdi></>} title={<bdi>{recommendation.title}</bdi>}>
        {recommendationTag(recommendation.status, t)}
        <span className="small muted">{t('recommendation.made', { day: formatDate(language, made_on) })}</span>
      </Head>
      <Standing recommendation={recommendation} acts={acts} />
      <Chain label={t('chain.label')} stations={stations} />
      <Section id="text" title={t('recommendation.text')}>
        {recommendation.text.split('\n\n').map((paragraph, at) => <p key={at}><bdi>{paragraph}</bdi></p>)}
        {earlier.length > 0 && (
          <details>
            <summary>{t('recommendations.earlier')}</summary>
            {earlier.map((one) => <div key={one.number}><h3>{t('recommendations.until', { day: formatDate(language, one.replaced_on) })}</h3><p><strong><bdi>{one.title}</bdi></strong></p><p><bdi>{one.text}</bdi></p></div>)}
          </details>
        )}
        {clauses.length > 0 && <Chips label={t('recommendation.about')} chips={clauses.map(({ code, framework }) => ({ href: to.clause(code), label: `${code} · ${framework}` }))} />}
      </Section>
      <Grounds {...facts} />
      <Responses {...facts} />
      <Section id="commitments" title={t('answers.title')} note={t('answers.note')}>
        <AnsweringCommitments commitments={commitments} />
        {canAnswer && <p><ButtonLink weight="second" href={paths.newCommitmentWith({ origin: recommendation.ref })}>{t('answers.log_recommendation')}</ButtonLink></p>}
      </Section>
    </>
  );

  function groundStation(): Station {
    const [only] = decisions;
    const [taken] = takeaways;
    if (only === undefined && taken !== undefined) return { kind: t('takeaway.one'), title: <bdi>{taken.ref}</bdi>, href: '#takeaways' };
    if (only === undefined) return { kind: t('decisions.title'), title: t('decision.none'), state: 'gap' };
    if (decisions.length === 1) return { kind: t('decision.one'), title: <bdi>{only.ref}</bdi>, href: to.decision(only.ref) };
    return { kind: t('decisions.title'), title: t('chain.decisions', { count: decisions.length, shown: formatNumber(language, decisions.length) }), href: '#decisions' };
  }

  function responsesStation(): Station {
    const [asked, answered] = [facts.responses.length, facts.responses.filter((one) => one.answer !== null).length];
    if (asked === 0) return { kind: t('responses.title'), title: t('responses.nobody'), state: 'gap' };
    return { kind: t('responses.title'), title: t('responses.of', { answered: formatNumber(language, answered), asked: formatNumber(language, asked) }), href: '#responses' };
  }
}

/** On what it rests: decisions of the group, what participants of a meeting agreed to carry forward, or both. */
function Grounds({ decisions, takeaways }: Pick<RecommendationFacts, 'decisions' | 'takeaways'>) {
  const t = useText('working-groups');
  const { language } = useLocale();
  const to = paths.in(language);
  return (
    <>
      {takeaways.length > 0 && (
        <Section id="takeaways" title={t('takeaway.many')} note={t('takeaway.note')}>
          <List>
            {takeaways.map(({ ref, text, language: written, session_ref, session_title }) => (
              <Item key={ref} href={`${to.session(session_ref)}#${ref}`} title={<bdi>{ref}</bdi>} note={<a href={to.session(session_ref)}><bdi>{session_title}</bdi></a>}><p lang={written === language ? undefined : written}><bdi>{text}</bdi></p></Item>
            ))}
          </List>
        </Section>
      )}
      {(decisions.length > 0 || takeaways.length === 0) && (
        <Section id="decisions" title={t('decisions.title')} note={t('recommendation.rests_on')}>
          {decisions.length === 0 ? <p className="muted">{t('decision.none')}</p> : (
            <List>
              {decisions.map(({ ref, text, session_ref }) => (
                <Item key={ref} href={to.decision(ref)} title={<bdi>{ref}</bdi>} note={session_ref === null ? t('procedure.one') : <a href={to.session(session_ref)}>{session_ref}</a>}><p><bdi>{text}</bdi></p></Item>
              ))}
            </List>
          )}
        </Section>
      )}
    </>
  );
}

/** What came before and after it, why it is closed, and what the viewer may do. */
function Standing({ recommendation, acts }: Pick<RecommendationFacts, 'recommendation' | 'acts'>) {
  const t = useText('working-groups');
  const { language } = useLocale();
  const to = paths.in(language);
  return (
    <>
      {recommendation.succeeds !== null && <p>{t('recommendations.succeeds')} <a href={to.recommendation(recommendation.succeeds)}><bdi>{recommendation.succeeds}</bdi></a></p>}
      {recommendation.succeeded_by !== null && <Notice tone="warn">{t('recommendations.succeeded_by')} <a href={to.recommendation(recommendation.succeeded_by)}><bdi>{recommendation.succeeded_by}</bdi></a></Notice>}
      {recommendation.closed_why !== null && <Notice title={t('recommendations.closed_why')}><span dir="auto">{recommendation.closed_why}</span></Notice>}
      {acts.length > 0 && <div className="row pb-32 noprint">{acts.map((act) => <ButtonLink key={act} weight="second" href={paths.recommendationAct(recommendation.ref, act)}>{t(`recommendations.act.${act}`)}</ButtonLink>)}</div>}
    </>
  );
}
