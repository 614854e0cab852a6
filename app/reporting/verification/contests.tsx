import { amountOf, unitName } from '#app/commitments/marks';
import type { Text } from '#app/languages/catalogue';
import { formatDate } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { ButtonLink } from '#app/ui/button';
import { Section } from '#app/ui/section';
import { Tag } from '#app/ui/tag';
import type { ClaimActs, Contest } from './queries.server';

interface ContestsProps {
  readonly commitment: { readonly ref: string };
  readonly contests: readonly Contest[];
  /** What the viewer may do with its accepted updates. */
  readonly acts: readonly ClaimActs[];
}

/** What was disputed, both sides in their own words; and for those who may, what they can do with what was accepted. */
export function Contests({ commitment: { ref }, contests, acts }: ContestsProps) {
  const t = useText('reporting');
  if (contests.length === 0 && acts.length === 0) return null;
  return (
    <Section id="contests" title={t('claim.contests')} note={t('claim.contests_note')}>
      {contests.length === 0 && <p className="muted">{t('claim.none')}</p>}
      {contests.map((contest) => <ContestWords key={contest.id} contest={contest} />)}
      {acts.map((one) => (
        <div key={one.cycle} className="row pt-16">
          <b>{t('claim.update', { year: one.year })}</b>
          {one.acts.map((act) => <ButtonLink key={act} weight="second" href={paths.claimAct(ref, one.cycle, act)}>{t(`claim.act.${act}`)}</ButtonLink>)}
        </div>
      ))}
    </Section>
  );
}

/** One contest: what is disputed, the words of both sides beside each other, and how it was settled. */
export function ContestWords({ contest }: { readonly contest: Contest }) {
  const t = useText('reporting');
  const words = useText('commitments');
  const { language } = useLocale();
  const { goal, year, outcome } = contest;
  const what = goal === null ? t('claim.all', { year }) : t('claim.of_goal', { year, what: goal.value === null ? unitName(goal.unit, words) : amountOf(goal.value, goal.unit, words, language) });
  return (
    <article className="pb-32">
      <h3>{what} <Tag tone={outcome === null ? 'off' : outcome === 'stands' ? 'ok' : 'late'}>{t(`claim.state.${outcome ?? 'open'}`)}</Tag></h3>
      <div className="cols cols-2 pt-8">
        <Side title={t('claim.disputes')} by={partyName(contest, t)} on={contest.contested_on} lang={contest.language} words={contest.words} />
        {contest.reply === null || contest.replied_on === null || contest.reply_language === null
          ? <div className="ask"><h4>{t('claim.answers')}</h4><p className="muted">{outcome === null ? t('claim.no_reply', { by: formatDate(language, contest.reply_by) }) : t('claim.never_replied')}</p></div>
          : <Side title={t('claim.answers')} by={t('claim.lead')} on={contest.replied_on} lang={contest.reply_language} words={contest.reply} />}
      </div>
      {contest.settlement !== null && contest.settled_on !== null && contest.settlement_language !== null && (
        <div className="pt-16"><Side title={t(`claim.settled.${outcome ?? 'stands'}`)} by={t('claim.independent')} on={contest.settled_on} lang={contest.settlement_language} words={contest.settlement} /></div>
      )}
    </article>
  );
}

const partyName = ({ contested_as, party }: Contest, t: Text): string => t(`claim.party.${contested_as}`, { name: party ?? '' });

function Side({ title, by, on, lang, words }: { readonly title: string; readonly by: string; readonly on: string; readonly lang: string; readonly words: string }) {
  const { language } = useLocale();
  return (
    <div className="ask">
      <h4>{title}</h4>
      <p lang={lang} dir="auto">{words}</p>
      <p className="small muted"><bdi>{by}</bdi> · <time dateTime={on}>{formatDate(language, on)}</time></p>
    </div>
  );
}
