import { freshMark, resultSoFar, standingTag } from '#app/commitments/marks';
import { formatDate } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Item, List } from '#app/ui/list';
import { Section } from '#app/ui/section';
import type { LatestUpdate } from './model';

/** What was reported and accepted last: how far it is, and how old the claim is. */
export function LatestUpdates({ updates }: { readonly updates: readonly LatestUpdate[] }) {
  const t = useText('site');
  const words = useText('commitments');
  const { language } = useLocale();
  const to = paths.in(language);
  return (
    <Section id="updates" title={t('home.updates.title')} note={t('home.updates.note')}>
      {updates.length === 0 ? <p className="muted">{t('home.updates.nothing')}</p> : (
        <List>
          {updates.map((update) => (
            <Item
              key={update.ref} href={to.commitment(update.ref)} title={<span lang={update.title_language === language ? undefined : update.title_language} dir="auto">{update.title}</span>}
              marks={<>{standingTag(update.standing, words)}{freshMark(update.freshness, words, language)}</>}
              note={<><bdi>{update.lead}</bdi> · {formatDate(language, update.on)} · {resultSoFar(update.goal, words, language)}, {words(`rung.${update.verification}`)}</>}
            />
          ))}
        </List>
      )}
      <p className="links"><a href={to.commitments({ sort: 'recent' })}>{t('home.updates.all')}</a></p>
    </Section>
  );
}
