import { useLocale, useText } from '#app/languages/text';
import { Facts } from '#app/ui/facts';
import { changesBetween, type Promised } from './model';
import { labelOf, said } from './words';

interface ChangesProps {
  readonly before: Promised;
  readonly after: Promised;
}

/** What an amendment changes, field by field: what stood there is struck out, what stands there now is beside it. */
export function Changes({ before, after }: ChangesProps) {
  const t = useText('commitments');
  const { language } = useLocale();
  return (
    <div className="diff">
      <Facts facts={changesBetween(before, after).map((change) => ({
        label: labelOf(change, before.goals.length > 1, t),
        value: <><del><bdi>{said(change, 0, before, t, language)}</bdi></del> <ins><bdi>{said(change, 1, after, t, language)}</bdi></ins></>,
      }))} />
    </div>
  );
}
