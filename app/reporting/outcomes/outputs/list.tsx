import { formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { fileKinds } from '#app/records/evidence/model';
import { Item, List } from '#app/ui/list';
import type { OutputRow } from './queries.server';

interface OutputListProps {
  readonly outputs: readonly OutputRow[];
  /** The report from which the viewer may take them away. */
  readonly remove?: { readonly group: string; readonly number: number } | undefined;
}

/** What goes with a report: each with its kind, and how large a file is. */
export function OutputList({ outputs, remove }: OutputListProps) {
  const t = useText('reporting');
  const { language } = useLocale();
  return (
    <List>
      {outputs.map((one) => (
        <Item
          key={one.id} href={one.url ?? paths.outcomeOutput(one.id)} title={<bdi>{one.title}</bdi>}
          note={<>{t(`outcomes.output.${one.kind}`)} · {one.size_bytes === null ? t('outcomes.elsewhere') : t('outcomes.file', { kind: fileKinds[one.media_type ?? ''] ?? '', size: formatNumber(language, Math.max(1, Math.round(one.size_bytes / 1024))) })}</>}
        >
          {remove !== undefined && <p className="small noprint"><a href={paths.outcomeOutputRemoval(remove.group, remove.number, one.id)}>{t('outcomes.act.removal')}<span className="vh"> {one.title}</span></a></p>}
        </Item>
      ))}
    </List>
  );
}
