import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { ButtonLink } from '#app/ui/button';
import { Item, List } from '#app/ui/list';
import { Section } from '#app/ui/section';
import type { NamedPartner } from './queries.server';

interface PartnerSectionProps {
  readonly commitmentRef: string;
  readonly partners: readonly NamedPartner[];
  /** Others may ask to join. */
  readonly open: boolean;
  /** The viewer may ask. */
  readonly joins: boolean;
  /** The viewer looks after it. */
  readonly working: boolean;
}

/** CO-4: who stands beside the lead and has said so, and whether others may join. */
export function PartnerSection({ commitmentRef, partners, open, joins, working }: PartnerSectionProps) {
  const t = useText('commitments');
  const { language } = useLocale();
  if (partners.length === 0 && !open && !working) return null;
  return (
    <Section id="partners" title={t('partners.title')} note={t('partners.note')}>
      {partners.length === 0 ? <p className="muted">{t('partners.none')}</p> : (
        <List>{partners.map(({ ref, name, role }) => <Item key={ref} href={paths.in(language).member(ref)} title={name} note={t(`partners.role.${role}`)} />)}</List>
      )}
      {open && !working && <p className="pt-16">{t('partners.open_text')}{joins && <> <a href={paths.joinCommitment(commitmentRef)}>{t('partners.act.join')}</a></>}</p>}
      {working && <p className="pt-16"><ButtonLink weight="second" href={paths.partners(commitmentRef)}>{t('partners.work')}</ButtonLink></p>}
    </Section>
  );
}
