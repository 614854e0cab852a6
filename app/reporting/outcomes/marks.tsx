import type { Text } from '#app/languages/catalogue';
import { formatDate } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Item, List } from '#app/ui/list';
import { Tag, type Tone } from '#app/ui/tag';
import { refOf, type OutcomeStatus } from './model';
import type { OutcomeRow } from './queries.server';

const tones: Readonly<Record<OutcomeStatus, Tone>> = { drafting: 'draft', consultation: 'late', final_review: 'late', approved: 'prog', launched: 'prog', published: 'ok' };
export const outcomeTag = (status: OutcomeStatus, t: Text) => <Tag tone={tones[status]}>{t(`outcomes.status.${status}`)}</Tag>;

/** Outcome reports in a list; elsewhere than on its own page each says whose it is. */
export function OutcomeList({ outcomes, named = false }: { readonly outcomes: readonly OutcomeRow[]; readonly named?: boolean }) {
  const t = useText('reporting');
  const { language } = useLocale();
  const other = (written: string) => (written === language ? undefined : written);
  return (
    <List>
      {outcomes.map((one) => (
        <Item
          key={one.id} href={paths.in(language).outcome(one.group_ref, one.number)} title={<bdi lang={other(one.title_language)}>{one.title}</bdi>} marks={outcomeTag(one.status, t)}
          note={<>{t(`outcomes.kind.${one.kind}`)} · <bdi>{refOf(one.group_ref, one.number)}</bdi>{named && <> · <span lang={other(one.group_language)}>{one.group_name}</span></>}{one.out_on !== null && <> · {formatDate(language, one.out_on)}</>}</>}
        >
          {one.summary !== null && <p className="small" lang={other(one.title_language)} dir="auto">{one.summary}</p>}
        </Item>
      ))}
    </List>
  );
}
