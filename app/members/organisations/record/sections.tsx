import type { ReactNode } from 'react';
import { formatDate, formatList } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import type { OpenDuplicate } from '#app/members/duplicates/queries.server';
import { membershipTag } from '#app/members/table';
import { paths } from '#app/paths';
import { ButtonLink } from '#app/ui/button';
import { Facts, type Fact } from '#app/ui/facts';
import { Item, List } from '#app/ui/list';
import { Notice } from '#app/ui/notice';
import { Section } from '#app/ui/section';
import { constituencyName, typeOrReason } from '../words';
import type { MembershipRow, OrganisationRecord } from './model';

interface MembershipsProps {
  readonly memberships: readonly MembershipRow[];
  /** Those that the viewer may end. */
  readonly endable: readonly string[];
  /** Where it is admitted to another coalition, for those who may. */
  readonly admission: string | undefined;
}

/** What it is or was a member of. */
export function MembershipsSection({ memberships, endable, admission }: MembershipsProps) {
  const t = useText('members');
  const { language } = useLocale();
  return (
    <Section id="memberships" title={t('record.memberships')} note={t('record.memberships_note')}>
      {memberships.length === 0 ? (
        <Notice tone="none" small title={t('trail.gap')}>{t('record.no_membership')}</Notice>
      ) : (
        <List>
          {memberships.map((one) => (
            <Item
              key={one.id} href={paths.in(language).coalition(one.slug)} title={<span dir="auto">{one.coalition}</span>} marks={membershipTag(one.status, t)}
              note={<>{t(`category.${one.category}`)} · {one.ended_on === null ? t('record.since', { date: formatDate(language, one.joined_on) }) : t('record.from_to', { from: formatDate(language, one.joined_on), to: formatDate(language, one.ended_on) })}{endable.includes(one.id) && <> · <a href={paths.membershipEnd(one.id)}>{t('ending.title')}</a></>}</>}
            />
          ))}
        </List>
      )}
      {admission !== undefined && <p><ButtonLink weight="second" href={admission}>{t('admission.title')}</ButtonLink></p>}
    </Section>
  );
}

/** Its seats in working groups today. */
export function SeatsSection({ seats }: Pick<OrganisationRecord, 'seats'>) {
  const t = useText('members');
  const { language } = useLocale();
  return (
    <Section id="seats" title={t('record.seats')} note={t('record.seats_note')}>
      {seats.length === 0 ? (
        <Notice tone="none" small title={t('trail.gap')}>{t('record.no_seat')}</Notice>
      ) : (
        <List>
          {seats.map((seat) => (
            <Item key={seat.id} href={paths.in(language).workingGroup(seat.group_ref)} title={<span dir="auto">{seat.group}</span>} note={<>{t(`seat.${seat.role}`)} · {t(seat.voting ? 'record.voting' : 'record.not_voting')} · {t('record.since', { date: formatDate(language, seat.from_on) })}</>} />
          ))}
        </List>
      )}
    </Section>
  );
}

/** Who it is: identifiers, type, site, and what was merged into it. */
export function FactsSection({ organisation }: { readonly organisation: OrganisationRecord }) {
  const t = useText('members');
  const { language } = useLocale();
  const { identifiers, merged, former_names, country_iso2, focal_points, website, source_note } = organisation;
  const inherited = merged.flatMap((one) => one.identifiers);
  const fact = (key: string, value: ReactNode): Fact => ({ label: t(`facts.${key}`), value });
  const facts: readonly Fact[] = [
    fact('identifiers', identifiers.length + inherited.length === 0 ? t('list.not_known') : [...identifiers, ...inherited].map((one, at) => <span key={one}>{at > 0 && ', '}<bdi>{one}</bdi></span>)),
    fact('type', typeOrReason(organisation, t, language)),
    fact('constituency', organisation.constituency === null ? t('list.not_known') : constituencyName(organisation.constituency, language)),
    fact('country', country_iso2 === null ? t('list.no_country') : <a href={paths.in(language).country(country_iso2)}>{organisation.country}</a>),
    fact('website', website === null ? t('list.not_known') : <a href={website} rel="nofollow noopener"><bdi>{website.replace(/^https?:\/\//, '')}</bdi></a>),
    fact('focal_points', focal_points.named.length > 0 ? formatList(language, focal_points.named) : t(focal_points.count === 0 ? 'facts.no_focal_point' : 'facts.focal_point_unnamed')),
    ...(former_names.length === 0 ? [] : [fact('former_names', former_names.join(' · '))]),
    ...(merged.length === 0 ? [] : [fact('merged', merged.map(({ ref, name }, at) => <span key={ref}>{at > 0 && ' · '}{name} <bdi>({ref})</bdi></span>))]),
    ...(source_note === null ? [] : [fact('source_note', source_note)]),
  ];
  return (
    <Section id="facts" title={t('facts.title')} note={t('facts.note')}>
      <Facts facts={facts} />
    </Section>
  );
}

/** For the secretariat: who may be the same organisation. */
export function DuplicatesSection({ organisationRef, duplicates }: { readonly organisationRef: string; readonly duplicates: readonly OpenDuplicate[] }) {
  const t = useText('members');
  const { language } = useLocale();
  if (duplicates.length === 0) return null;
  return (
    <Section id="duplicates" title={t('duplicates.title')} note={t('duplicates.note')}>
      <List>
        {duplicates.map(({ id, reason, other }) => (
          <Item key={id} href={paths.in(language).member(other.ref)} title={<span dir="auto">{other.name}</span>} note={<>{t(`because.${reason}`)} · <bdi>{other.ref}</bdi>{other.country !== null && <> · {other.country}</>}</>} />
        ))}
      </List>
      <p><ButtonLink weight="second" href={paths.memberDuplicates(organisationRef)}>{t('duplicates.decide')}</ButtonLink></p>
    </Section>
  );
}
