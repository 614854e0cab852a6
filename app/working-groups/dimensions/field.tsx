import type { ComponentProps } from 'react';
import { SelectField } from '#app/form/field';
import { useText } from '#app/languages/text';
import type { Dimension } from './model';

interface DimensionFieldProps {
  readonly dimensions: readonly Dimension[];
  readonly field: Pick<ComponentProps<typeof SelectField>, 'name' | 'id' | 'errors' | 'defaultValue'>;
}

/** What something is about, of the dimensions of its group; nothing is asked where the group has none. */
export function DimensionField({ dimensions, field }: DimensionFieldProps) {
  const t = useText('working-groups');
  if (dimensions.length === 0) return null;
  return <SelectField {...field} label={t('dimensions.one')} options={dimensions.map(({ id, name }) => ({ value: id, label: name }))} empty={t('dimensions.none')} optional />;
}
