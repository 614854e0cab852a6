import { formatDate } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { ButtonLink } from '#app/ui/button';
import { Item, List } from '#app/ui/list';
import { Notice } from '#app/ui/notice';
import { Section } from '#app/ui/section';
import type { AdherenceRow } from './list';
import { adherenceTag, evidenceLinks } from './table';

interface AdherencesProps {
  readonly adherences: readonly AdherenceRow[];
  /** Memberships for which the viewer may record one. */
  readonly recordable: readonly { readonly id: string; readonly coalition: string }[];
  /** Those that the viewer may revoke, by id. */
  readonly revocable: readonly string[];
}

/** What a member has signed beyond the Declaration. */
export function AdherencesSection({ adherences, recordable, revocable }: AdherencesProps) {
  const t = useText('members');
  const { language } = useLocale();
  const day = (on: string) => formatDate(language, on);
  return (
    <Section id="adherences" title={t('adherences.title')} note={<a href={paths.in(language).adherences()}>{t('adherences.register')}</a>}>
      {adherences.length === 0 ? <Notice tone="none" small title={t('trail.gap')}>{t('adherences.none')}</Notice> : (
        <List>
          {adherences.map((one) => (
            <Item
              key={one.id} title={one.instrument_name} marks={adherenceTag(one.state, t)}
              note={<>{t('adherences.signed_line', { by: one.signed_by, date: day(one.signed_on) })} · {t('adherences.until', { date: day(one.expires_on) })}{one.evidence.length > 0 && <> · {evidenceLinks(one.evidence)}</>}{revocable.includes(one.id) && <> · <a href={paths.adherenceAct(one.id, 'revocation')}>{t('adherences.act.revocation')}</a></>}</>}
            >
              {one.revoked_reason !== null && <p className="small" dir="auto">{one.revoked_reason}</p>}
            </Item>
          ))}
        </List>
      )}
      {recordable.map(({ id, coalition }) => <p key={id}><ButtonLink weight="second" href={paths.membershipAct(id, 'adherences')}>{t(recordable.length === 1 ? 'membership.act.adherences' : 'adherences.record_for', { coalition })}</ButtonLink></p>)}
    </Section>
  );
}
