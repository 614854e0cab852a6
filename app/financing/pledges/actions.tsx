import type { Decision } from '#app/access/decision';
import { FormKey } from '#app/form/hidden';
import { useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Button, ButtonLink } from '#app/ui/button';
import { Section } from '#app/ui/section';

/** What the viewer may do with a pledge; a step that does not fit its state is left out. */
export interface PledgeRights {
  readonly edit: Decision;
  readonly confirm: Decision;
  readonly classify: Decision;
  readonly record: Decision;
  readonly reduce: Decision;
  readonly cancel: Decision;
  readonly reverse: Decision;
}

/** The steps of those who speak for the provider, and of the secretariat. */
export function PledgeActions({ pledgeRef, rights }: { readonly pledgeRef: string; readonly rights: PledgeRights }) {
  const t = useText('financing');
  const { edit, confirm, classify, record, reduce, cancel } = rights;
  if (![edit, confirm, classify, record, reduce, cancel].some((one) => one.allowed)) return null;
  return (
    <Section id="actions" title={t('pledge.actions')}>
      <div className="row noprint">
        {record.allowed && <ButtonLink href={paths.pledgeTransactions(pledgeRef)}>{t('pledge.record_transaction')}</ButtonLink>}
        {edit.allowed && <ButtonLink weight="second" href={paths.pledgeAct(pledgeRef, 'edit')}>{t('pledge.edit')}</ButtonLink>}
        {classify.allowed && <ButtonLink weight="second" href={paths.pledgeAct(pledgeRef, 'classification')}>{t('terms.correct')}</ButtonLink>}
        {reduce.allowed && <ButtonLink weight="text" href={paths.pledgeAct(pledgeRef, 'reduction')}>{t('pledge.reduce')}</ButtonLink>}
        {cancel.allowed && <ButtonLink weight="text" href={paths.pledgeAct(pledgeRef, 'cancellation')}>{t('pledge.cancel')}</ButtonLink>}
      </div>
      {confirm.allowed && (
        <form method="post" action={paths.pledgeAct(pledgeRef, 'confirmation')} className="flow noprint">
          <FormKey />
          <p className="small">{t('pledge.confirm_hint')}</p>
          <Button weight="second">{t('pledge.confirm')}</Button>
        </form>
      )}
    </Section>
  );
}
