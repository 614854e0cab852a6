import { NumberField, SelectField } from '#app/form/field';
import { useText } from '#app/languages/text';
import { pledgeKinds } from '../model';
import { unitsOfKind } from './model';

interface Field {
  readonly initialValue?: string | undefined;
  readonly errors?: string[] | undefined;
}

/** FI-10: how much of what is given; its units stand under the kind that they are of. */
export function QuantityField({ quantity, unit }: { readonly quantity: Field; readonly unit: Field }) {
  const t = useText('financing');
  const groups = pledgeKinds.filter((kind) => unitsOfKind[kind].length > 0)
    .map((kind) => ({ label: t(`kind.${kind}`), options: unitsOfKind[kind].map((value) => ({ value, label: t(`terms.unit.${value}`) })) }));
  return (
    <>
      <NumberField name="quantity" label={t('terms.quantity')} hint={t('terms.hint.quantity')} decimals optional defaultValue={quantity.initialValue} errors={quantity.errors} width={20} />
      <SelectField name="unit" label={t('terms.of')} options={groups} optional defaultValue={unit.initialValue} errors={unit.errors} width={30} />
    </>
  );
}
