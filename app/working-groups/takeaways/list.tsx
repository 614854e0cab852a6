import { Fragment } from 'react';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Chips } from '#app/ui/chips';
import type { Takeaway } from './queries.server';

interface TakeawayListProps {
  readonly takeaways: readonly Takeaway[];
  /** Whether the viewer leads the group. */
  readonly leads: boolean;
  readonly withSession?: boolean;
}

/** What was agreed to carry forward, with the clauses that it is about and what came of it. */
export function TakeawayList({ takeaways, leads, withSession = false }: TakeawayListProps) {
  return <ol className="list">{takeaways.map((one) => <TakeawayItem key={one.ref} takeaway={one} leads={leads} withSession={withSession} />)}</ol>;
}

function TakeawayItem({ takeaway, leads, withSession }: { readonly takeaway: Takeaway; readonly leads: boolean; readonly withSession: boolean }) {
  const t = useText('working-groups');
  const { language } = useLocale();
  const to = paths.in(language);
  const came = [...takeaway.recommendations.map((ref) => ({ ref, href: to.recommendation(ref) })), ...takeaway.commitments.map((ref) => ({ ref, href: to.commitment(ref) }))];
  return (
    <li id={takeaway.ref}>
      <p lang={takeaway.language === language ? undefined : takeaway.language} dir="auto">{takeaway.text}</p>
      <p className="tiny muted">
        <bdi>{takeaway.ref}</bdi>
        {withSession && <> · <a href={to.session(takeaway.session_ref)}><bdi>{takeaway.session_title}</bdi></a></>}
      </p>
      {takeaway.clauses.length > 0 && <Chips label={t('takeaway.clauses', { ref: takeaway.ref })} chips={takeaway.clauses.map(({ code, framework }) => ({ href: to.clause(code), label: `${code} ${framework}` }))} />}
      <p className="small">
        {came.length === 0 ? <span className="muted">{t('takeaway.nothing_yet')}</span> : <>{t('takeaway.became')} {came.map(({ ref, href }, at) => <Fragment key={ref}>{at > 0 && ', '}<a href={href}><bdi>{ref}</bdi></a></Fragment>)}</>}
        {leads && <> · <a href={paths.takeawayAct(takeaway.ref, 'recommendation')}>{t('takeaway.recommend')}</a> · <a href={paths.newCommitmentWith({ origin: takeaway.ref })}>{t('takeaway.promise')}</a></>}
        {leads && !takeaway.taken_up && <> · <a href={paths.takeawayAct(takeaway.ref, 'withdrawal')}>{t('takeaway.withdraw')}</a></>}
      </p>
    </li>
  );
}
