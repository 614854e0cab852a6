import { CheckField, RadioField } from '#app/form/choice-field';
import { SelectField, TextArea } from '#app/form/field';
import { useActReply } from '#app/form/acts';
import { useText } from '#app/languages/text';
import { Button } from '#app/ui/button';
import { Icon } from '#app/ui/icon';
import { Section } from '#app/ui/section';
import { guestCapacities, guestPresences } from '../model';
import { ActForm, type Work } from '../work';

/** Who was there without a seat, or sent regrets: typed one on a line. */
export function GuestPanel({ work }: { readonly work: Work }) {
  const t = useText('working-groups');
  const { field } = useActReply<{ guests: string; capacity: string; presence: string; publish_name: string }>(work.reply, 'guests');
  const capacity = field('capacity');
  const presence = field('presence');
  return (
    <Section id="guests" title={t('minutes.guests')} note={t('minutes.guests_note')}>
      {work.guests.length > 0 && (
        <ActForm work={work} act="guests">
          <ul className="plain">
            {work.guests.map((guest) => (
              <li key={guest.id} className="row">
                <span><bdi>{guest.name}</bdi>{guest.affiliation !== null && <>, <bdi>{guest.affiliation}</bdi></>} <span className="small muted">{t(`minutes.come_as.${guest.capacity}`)} · {t(`presence.${guest.presence}`)}</span></span>
                <button name="off" value={guest.id} className="btn btn--text" aria-label={t('minutes.take_off', { name: guest.name })}><Icon name="minus" /></button>
              </li>
            ))}
          </ul>
        </ActForm>
      )}
      <ActForm work={work} act="guests">
        <TextArea {...field('guests')} label={t('minutes.add_guests')} hint={t('minutes.add_guests_hint')} rows={4} maxLength={4000} required />
        <SelectField {...capacity} label={t('minutes.came_as')} options={guestCapacities.map((value) => ({ value, label: t(`minutes.come_as.${value}`) }))} empty={null} />
        <RadioField {...presence} defaultValue={presence.defaultValue ?? 'remote'} label={t('attendance.title')} choices={guestPresences.map((value) => ({ value, label: t(`presence.${value}`) }))} required />
        <CheckField {...field('publish_name')} defaultChecked={false} label={t('minutes.agreed')} />
        <Button weight="second">{t('minutes.add_guests')}</Button>
      </ActForm>
    </Section>
  );
}

/** What lies elsewhere: a recording, an issue; typed one on a line. */
export function LinkPanel({ work }: { readonly work: Work }) {
  const t = useText('working-groups');
  const { field } = useActReply<{ links: string }>(work.reply, 'links');
  const typed = field('links');
  return (
    <Section id="links" title={t('minutes.links')} note={t('minutes.links_note')}>
      <ActForm work={work} act="links">
        <TextArea {...typed} defaultValue={typed.defaultValue ?? work.links.map(({ text, href }) => (text === href ? href : `${text}: ${href}`)).join('\n')} label={t('minutes.links')} hint={t('minutes.links_hint')} rows={3} maxLength={4000} optional />
        <Button weight="second">{t('minutes.save_links')}</Button>
      </ActForm>
    </Section>
  );
}
