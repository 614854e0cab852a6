import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Item, List } from '#app/ui/list';
import type { AnsweringCommitment } from './queries.server';

/** The commitments that answer, or the sentence that there is none yet. */
export function AnsweringCommitments({ commitments, withOrigin = false }: { readonly commitments: readonly AnsweringCommitment[]; readonly withOrigin?: boolean }) {
  const t = useText('working-groups');
  const { language } = useLocale();
  if (commitments.length === 0) return <p className="muted">{t('answers.none')}</p>;
  return (
    <List>
      {commitments.map(({ ref, title, lead, origin_ref, ...commitment }) => (
        <Item
          key={ref}
          href={paths.in(language).commitment(ref)}
          title={<span lang={commitment.language === language ? undefined : commitment.language} dir="auto">{title}</span>}
          note={<><bdi>{ref}</bdi> · {withOrigin ? t('answers.by_for', { lead, origin: origin_ref }) : lead}</>}
        />
      ))}
    </List>
  );
}
