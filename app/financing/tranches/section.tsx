import { exceeds, minus, plus, zero } from '#app/financing/money/model';
import type { PledgeRow } from '#app/financing/pledges/queries.server';
import { formatMoneyExact } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import type { Day } from '#app/platform/clock';
import { ListTable } from '#app/table/table';
import { ButtonLink } from '#app/ui/button';
import { Section } from '#app/ui/section';
import { takenBy } from './model';
import type { PledgePlan } from './plan.server';
import { ownTrancheTable } from './table';

interface TranchesProps {
  readonly pledge: PledgeRow;
  readonly plan: PledgePlan;
  readonly today: Day;
}

/** How the pledge will be paid: each part with its day, and what of the pledge has no day yet. */
export function Tranches({ pledge, plan: { tranches, mayPlan }, today }: TranchesProps) {
  const t = useText('financing');
  const { language } = useLocale();
  if (tranches.length === 0 && !mayPlan) return null;
  const planned = plus(zero, ...tranches.map(takenBy));
  const left = minus(pledge.ladder.pledged, planned);
  const say = (amount: string) => formatMoneyExact(language, amount, pledge.currency);
  return (
    <Section id="tranches" title={t('tranches.title')} note={t('tranches.note')} wide>
      {tranches.length === 0 ? (
        <p>{t('tranches.none')}</p>
      ) : (
        <>
          <p>{t(exceeds(left, zero) ? 'tranches.sum_left' : 'tranches.sum', { planned: say(planned), standing: say(pledge.ladder.pledged), left: say(left) })}</p>
          <ListTable caption={t('tranches.caption')} columns={ownTrancheTable(today, tranches.some(({ acts }) => acts.length > 0))} rows={tranches} keyOf={(row) => row.id} t={t} />
          <p className="small"><a href={paths.in(language).tranches({ pledge: pledge.ref })}>{t('tranches.year_by_year')}</a></p>
        </>
      )}
      {mayPlan && <p className="noprint"><ButtonLink weight="second" href={paths.pledgeTranches(pledge.ref)}>{t('tranches.plan')}</ButtonLink></p>}
    </Section>
  );
}
