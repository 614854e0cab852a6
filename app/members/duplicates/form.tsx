import { RadioField } from '#app/form/choice-field';
import { FormKey } from '#app/form/hidden';
import { formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Button } from '#app/ui/button';
import { Facts } from '#app/ui/facts';
import { Section } from '#app/ui/section';
import type { OpenDuplicate } from './queries.server';

interface DuplicateFormProps {
  readonly organisation: { readonly ref: string; readonly name: string; readonly identifiers: readonly string[] };
  readonly duplicate: OpenDuplicate;
}

/** One pair and the three answers to it. */
export function DuplicateForm({ organisation, duplicate: { id, reason, claimed_identifier, other } }: DuplicateFormProps) {
  const t = useText('members');
  const { language } = useLocale();
  const identifiers = (all: readonly string[]) => (all.length === 0 ? t('list.not_known') : <bdi>{all.join(', ')}</bdi>);
  return (
    <Section id={`pair-${id}`} title={<span dir="auto">{other.name}</span>} note={t(`because.${reason}`)}>
      <Facts
        facts={[
          { label: t('duplicates.other'), value: <><a href={paths.in(language).member(other.ref)}><bdi>{other.ref}</bdi></a>{other.country === null ? null : ` · ${other.country}`}</> },
          { label: t('duplicates.its_identifiers'), value: identifiers(other.identifiers) },
          { label: t('duplicates.identifiers_of', { name: organisation.name }), value: identifiers(organisation.identifiers) },
          ...(claimed_identifier === null ? [] : [{ label: t('duplicates.claimed'), value: <bdi>{claimed_identifier}</bdi> }]),
          { label: t('duplicates.commitments'), value: formatNumber(language, other.commitments) },
        ]}
      />
      <form method="post" action={paths.memberDuplicates(organisation.ref)} className="flow measure">
        <FormKey />
        <input type="hidden" name="duplicate_id" value={id} />
        <RadioField
          name="decision" id={`decision-${id}`} label={t('duplicates.question')} required
          choices={[
            { value: 'different', label: t('duplicates.different') },
            { value: 'keep_this', label: t('duplicates.keep', { name: organisation.name }), hint: t('duplicates.keep_hint', { name: other.name }) },
            { value: 'keep_other', label: t('duplicates.keep', { name: other.name }), hint: t('duplicates.keep_hint', { name: organisation.name }) },
          ]}
        />
        <Button>{t('duplicates.act')}</Button>
      </form>
    </Section>
  );
}
