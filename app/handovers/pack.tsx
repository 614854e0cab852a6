import type { ReactNode } from 'react';
import { formatDate } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Item, List } from '#app/ui/list';
import { Notice } from '#app/ui/notice';
import { Section } from '#app/ui/section';
import type { Pack } from './queries.server';

/** Everything that moves, kind by kind. Links lead to what the reader may open already; the rest opens with the roles. */
export function PackSections({ pack }: { readonly pack: Pack }) {
  const t = useText('handovers');
  const roles = useText('accounts');
  const { language } = useLocale();
  const to = paths.in(language);
  const part = (key: keyof Pack, items: readonly ReactNode[]) => (
    <Section key={key} id={key} title={t(`pack.${key}`)} note={t(`pack.${key}_note`)} tight>
      {items.length === 0 ? <Notice tone="none" small>{t('pack.none')}</Notice> : <List>{items}</List>}
    </Section>
  );
  return (
    <>
      {part('roles', pack.roles.map((one) => <Item key={one.id} title={roles(`roles.${one.role}`)} note={<span dir="auto">{one.scope}</span>} />))}
      {part('due', pack.due.map((one) => <Item key={one.key} title={<span dir="auto">{one.title}</span>} note={<>{one.why}{one.due_on !== null && ` · ${formatDate(language, one.due_on)}`}</>} />))}
      {part('drafts', pack.drafts.map((one) => <Item key={one.id} title={<span dir="auto">{one.title}</span>} note={<bdi>{one.ref}</bdi>} />))}
      {part('actions', pack.actions.map((one) => <Item key={one.id} title={<span dir="auto">{one.text}</span>} note={<><bdi>{one.session_ref}</bdi> · {formatDate(language, one.due_on)}</>} />))}
      {part('seats', pack.seats.map((one) => <Item key={one.id} href={to.workingGroup(one.ref)} title={<span dir="auto">{one.group}</span>} note={<bdi>{one.ref}</bdi>} />))}
      {part('requests', pack.requests.map((one) => <Item key={one.id} title={<span dir="auto">{one.title}</span>} note={<><bdi>{one.ref}</bdi> · {formatDate(language, one.deadline_on)}</>} />))}
    </>
  );
}
