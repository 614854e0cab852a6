import { formatDate } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { ButtonLink } from '#app/ui/button';
import { Item, List } from '#app/ui/list';
import { Notice } from '#app/ui/notice';
import { Section } from '#app/ui/section';
import type { Attention } from './model';

/** Who looks after it: those who speak for its lead, by name where they agreed to be named. */
export function AttentionSection({ attention: { people, since, handOver }, lead }: { readonly attention: Attention; readonly lead: string }) {
  const t = useText('commitments');
  const members = useText('members');
  const roles = useText('accounts');
  const { language } = useLocale();
  return (
    <Section id="looked-after" title={t('attention.title')} note={members('people.note')}>
      {people.length === 0 ? (
        <Notice tone="none" small title={t('attention.nobody')}>{since === null ? t('attention.never', { lead }) : t('attention.since', { lead, since: formatDate(language, since) })} <a href={`${paths.in(language).methods()}#attention`}>{t('how_we_count')}</a></Notice>
      ) : (
        <List>{people.map(({ role, name }, at) => <Item key={at} title={name ?? <span className="muted">{members('people.unnamed')}</span>} note={`${roles(`roles.${role}`)} · ${lead}`} />)}</List>
      )}
      {handOver !== null && <p><ButtonLink weight="second" href={paths.memberHandover(handOver)}>{members('people.hand_over')}</ButtonLink></p>}
    </Section>
  );
}
