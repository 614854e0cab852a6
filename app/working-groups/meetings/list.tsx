import { formatDate } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Item, List } from '#app/ui/list';
import { Section } from '#app/ui/section';
import { MeetingTag } from './page';
import type { MeetingRow } from './queries.server';
import { spanOfDays } from './words';

/** The coalition's own meetings, the latest first; nothing where there are none and nobody could plan one. */
export function MeetingsSection({ meetings, plan }: { readonly meetings: readonly MeetingRow[]; readonly plan?: string | undefined }) {
  const t = useText('working-groups');
  const { language } = useLocale();
  if (meetings.length === 0 && plan === undefined) return null;
  return (
    <Section id="meetings" title={t('annual.many')} note={plan === undefined ? t('annual.note') : <a href={plan}>{t('annual.plan')}</a>}>
      {meetings.length === 0 ? <p className="muted">{t('annual.none')}</p> : (
        <List>
          {meetings.map((one) => (
            <Item key={one.ref} href={paths.in(language).meeting(one.ref)} title={<span lang={one.language === language ? undefined : one.language}>{one.title}</span>} marks={<MeetingTag meeting={one} />}
              note={<>{spanOfDays(language, one, formatDate)}{one.place !== null && <> · <bdi>{one.place}</bdi></>} · <bdi>{one.ref}</bdi></>} />
          ))}
        </List>
      )}
    </Section>
  );
}
