import { FormKey, Version } from '#app/form/hidden';
import { formatDate } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Button } from '#app/ui/button';
import { Facts } from '#app/ui/facts';
import { Tag } from '#app/ui/tag';
import type { DeskFacts } from '../desk-facts.server';
import { beforeApproval, capacities } from '../model';
import type { Approval } from './queries.server';

/** Who has approved the report, in which capacity, and the button of who may. */
export function Approvals({ report, approvals, gaps, why }: Pick<DeskFacts, 'report' | 'approvals' | 'gaps' | 'why'>) {
  const t = useText('reporting');
  const missing = beforeApproval(gaps).length;
  const blocked = why.approve !== undefined ? t(why.approve) : missing > 0 ? t('publication.blocked', { count: missing }) : undefined;
  return (
    <div className="flow">
      <Facts facts={capacities.map((capacity) => ({ label: t(`approvals.capacity.${capacity}`), value: <Given approval={approvals.find((one) => one.capacity === capacity)} /> }))} />
      {report.published_on === null && report.status !== 'approved' && (
        <form method="post" action={paths.reportAct(report.ref, 'approvals')} className="flow">
          <FormKey />
          <Version value={report.version} />
          <p>{t('approvals.what')}</p>
          <Button weight="second" why={blocked}>{t('approvals.act')}</Button>
        </form>
      )}
    </div>
  );
}

function Given({ approval }: { readonly approval: Approval | undefined }) {
  const t = useText('reporting');
  const { language } = useLocale();
  if (approval === undefined) return <Tag tone="draft">{t('approvals.waits')}</Tag>;
  return <><Tag tone="ok">{t('approvals.given')}</Tag> <bdi>{approval.name}</bdi>, {formatDate(language, approval.approved_on)}</>;
}
