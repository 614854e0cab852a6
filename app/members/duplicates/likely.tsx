import { CheckField } from '#app/form/choice-field';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Item, List } from '#app/ui/list';
import { Notice } from '#app/ui/notice';
import type { LikelyDuplicate } from './queries.server';

/** ME-3: organisations that may be the one that is being registered, within its form: looked at before it is confirmed. */
export function LikelyDuplicates({ likely }: { readonly likely: readonly LikelyDuplicate[] }) {
  const t = useText('members');
  const { language } = useLocale();
  if (likely.length === 0) return null;
  const confirmable = likely.every(({ because }) => because !== 'same_identifier');
  return (
    <>
      <Notice tone="warn" title={t('register.likely')}>{t('register.likely_text')}</Notice>
      <List>
        {likely.map((one) => (
          <Item key={one.id} href={paths.in(language).member(one.ref)} title={<span dir="auto">{one.name}</span>} note={<>{t(`because.${one.because}`)} · <bdi>{one.ref}</bdi>{one.identifiers.length > 0 && <> · <bdi>{one.identifiers.join(', ')}</bdi></>}</>}>
            <input type="hidden" name="seen" value={one.id} />
          </Item>
        ))}
      </List>
      {confirmable && <CheckField name="confirmed" label={t('register.confirmed')} />}
    </>
  );
}
