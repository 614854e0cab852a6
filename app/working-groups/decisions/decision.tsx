import { Fragment } from 'react';
import { formatDate, formatList, formatNumber } from '#app/languages/format';
import type { Language } from '#app/languages/language';
import { useLocale, useText } from '#app/languages/text';
import { constituencyName } from '#app/members/organisations/words';
import { paths } from '#app/paths';
import { ButtonLink } from '#app/ui/button';
import { Chain, type Station } from '#app/ui/chain';
import { Crumbs } from '#app/ui/crumbs';
import { Facts } from '#app/ui/facts';
import { FigureTable } from '#app/ui/figure-table';
import { Head } from '#app/ui/head';
import { Notice } from '#app/ui/notice';
import { Section } from '#app/ui/section';
import { Tag } from '#app/ui/tag';
import { AnsweringCommitments } from '#app/working-groups/answers/list';
import { reportStation } from '#app/working-groups/answers/station';
import type { ReportedFigure } from '#app/working-groups/answers/figures.server';
import type { AnsweringCommitment } from '#app/working-groups/answers/queries.server';
import { Recommendations } from '#app/working-groups/group';
import { decisionTag, meetingTime, seatName } from '#app/working-groups/marks';
import type { RecommendationRow } from '#app/working-groups/recommendations/queries.server';
import { seatsNeeded } from '#app/working-groups/sessions/model';
import { howDecided } from './item';
import type { DecisionRecord, VoteRow } from './queries.server';

export interface DecisionFacts {
  readonly decision: DecisionRecord;
  readonly votes: readonly VoteRow[];
  readonly recommendations: readonly RecommendationRow[];
  readonly commitments: readonly AnsweringCommitment[];
  /** Of published reports that count what came of it. */
  readonly figures: readonly ReportedFigure[];
  /** Whether the viewer is signed in and the decision can be an origin. */
  readonly canAnswer: boolean;
}

/** A decision: its words, how it was taken, and where it came from and leads to. */
export function DecisionPage(facts: DecisionFacts) {
  const { decision, recommendations, commitments } = facts;
  const t = useText('working-groups');
  const { language } = useLocale();
  const to = paths.in(language);
  return (
    <>
      <Crumbs above={[{ href: to.decisions(), label: t('decisions.title') }]} here={<bdi>{decision.ref}</bdi>} />
      <Head tight kick={<>{decision.group_name} · <bdi>{decision.ref}</bdi></>} title={<bdi>{decision.item_title ?? t('decision.titled', { ref: decision.ref })}</bdi>} lede={<bdi>{decision.text}</bdi>}>
        {decisionTag(decision.status, t)}
        {decision.adopted_on !== null && <span className="small muted">{t('decision.adopted', { day: formatDate(language, decision.adopted_on) })}</span>}
      </Head>
      <Chain label={t('chain.label')} stations={stationsOf()} />
      <Taken {...facts} />
      <Section id="recommendations" title={t('recommendation.many')} note={t('decision.recommended_note')}>
        <Recommendations recommendations={recommendations} />
      </Section>
      <Section id="commitments" title={t('answers.title')} note={t('answers.note')}>
        <AnsweringCommitments commitments={commitments} withOrigin />
        {facts.canAnswer && <p><ButtonLink weight="second" href={paths.newCommitmentWith({ origin: decision.ref })}>{t('answers.log_decision')}</ButtonLink></p>}
      </Section>
    </>
  );

  function stationsOf(): Station[] {
    const counted = (count: number) => ({ count, shown: formatNumber(language, count) });
    return [
      { kind: t(decision.session_ref === null ? 'procedure.one' : 'session.one'), title: <bdi>{decision.session_ref ?? decision.procedure_ref}</bdi>, href: takenIn(decision, language), note: meetingTime(decision, t, language) },
      { kind: t('decision.one'), title: <bdi>{decision.ref}</bdi>, state: 'here' },
      recommendations.length === 0
        ? { kind: t('recommendation.many'), title: t('recommendation.none'), state: 'gap' }
        : { kind: t('recommendation.many'), title: t('chain.recommendations', counted(recommendations.length)), href: '#recommendations' },
      commitments.length === 0
        ? { kind: t('answers.title'), title: t('answers.none'), state: 'gap' }
        : { kind: t('answers.title'), title: t('chain.commitments', counted(commitments.length)), href: '#commitments' },
      reportStation(facts.figures, t, language),
    ];
  }
}

/** The page of where it was taken. */
const takenIn = ({ session_ref, procedure_ref }: DecisionRecord, language: Language): string =>
  session_ref === null ? paths.in(language).procedure(procedure_ref ?? '') : paths.in(language).session(session_ref);

function Taken({ decision, votes }: DecisionFacts) {
  const t = useText('working-groups');
  const { language } = useLocale();
  const number = (value: number | string) => formatNumber(language, value);
  const { quorum_present: present, quorum_base: base, quorum_share: share } = decision;
  const link = (label: 'ballot.supersedes' | 'ballot.superseded_by', ref: string | null) => (ref === null ? [] : [{ label: t(label), value: <a href={paths.in(language).decision(ref)}>{ref}</a> }]);
  const needed = seatsNeeded({ base, needed: Number(share) });
  return (
    <Section id="taken" title={t('decision.how')} note={t('decision.how_note')}>
      <p>{howDecided(decision, t, language)}</p>
      <Facts
        facts={[
          { label: t('decision.taken_in'), value: <><bdi><a href={takenIn(decision, language)}>{decision.session_ref ?? decision.procedure_ref}</a></bdi> · {meetingTime(decision, t, language)}</> },
          ...(decision.item === null ? [] : [{ label: t('agenda.item'), value: <>{number(decision.item)} <bdi>{decision.item_title}</bdi></> }]),
          { label: t('quorum.title'), value: <><Tag tone={decision.quorum_met ? 'ok' : 'late'}>{t(decision.quorum_met ? 'quorum.met' : 'quorum.not_met')}</Tag> {t('quorum.seats', { present: number(present), base: number(base), count: base })}</> },
          { label: t('quorum.rule'), value: t('quorum.rule_text', { share: number(share), count: needed, shown: number(needed) }) },
          ...(decision.quorum_minimums.length === 0 ? [] : [{ label: t('presences.minimums'), value: formatList(language, decision.quorum_minimums.map((one) => t('presences.minimum', { name: constituencyName(one.constituency, language), present: number(one.present), needed: number(one.seats) }))) }]),
          ...(decision.confirmed_in === null ? [] : [{ label: t('decision.confirmed_in'), value: <a href={paths.in(language).session(decision.confirmed_in)}>{decision.confirmed_in}</a> }]),
          ...link('ballot.supersedes', decision.supersedes), ...link('ballot.superseded_by', decision.superseded_by),
          ...(decision.lapsed_on_end ? [{ label: t('decision_status.lapsed'), value: t('life.lapsed') }] : []),
          ...(decision.lapsed_in === null ? [] : [{ label: t('ballot.lapsed_in'), value: <a href={paths.in(language).session(decision.lapsed_in)}>{decision.lapsed_in}</a> }]),
          ...(decision.review_on === null ? [] : [{ label: t('decision.review'), value: formatDate(language, decision.review_on) }]),
        ]}
      />
      {decision.status === 'provisional' && <Notice tone="warn">{t('decision.provisional_note')}</Notice>}
      {decision.dissent !== null && <Notice tone="warn" title={t('decision.dissent')}>{decision.dissent}</Notice>}
      {votes.length > 0 && (
        <details>
          <summary>{t('votes.by_seat')}</summary>
          <FigureTable caption={t('votes.by_seat')} columns={[{ label: t('seat.of') }, { label: t('seat.vote'), words: true }]} rows={votes.map((one) => [<bdi key="seat">{seatName(one, t, language)}</bdi>, one.words === null ? t(`vote.${one.vote}`) : <Fragment key="vote">{t(`vote.${one.vote}`)}<br /><span className="small"><bdi>{one.words}</bdi></span></Fragment>])} />
        </details>
      )}
    </Section>
  );
}
