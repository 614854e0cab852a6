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
import { isMember, type MembershipRow, type OrganisationRecord } from './model';
import type { OfferedAct } from './page.server';

interface MembershipsProps {
  readonly memberships: readonly MembershipRow[];
  /** What the viewer may do about each. */
  readonly acts: Readonly<Record<string, readonly OfferedAct[]>>;
  /** Where it is admitted to another coalition, for those who may. */
  readonly admission: string | undefined;
}

/** What it is or was a member of. */
export function MembershipsSection({ memberships, acts, admission }: MembershipsProps) {
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
              key={one.id} href={paths.in(language).coalition(one.slug)} title={<span dir="auto">{one.coalition}</span>} marks={one.continued_by === null ? membershipTag(one.status, t) : undefined}
              note={<>{t(`category.${one.category}`)} · {one.ended_on === null ? t('record.since', { date: formatDate(language, one.joined_on) }) : t('record.from_to', { from: formatDate(language, one.joined_on), to: formatDate(language, one.ended_on) })}{one.continued_by !== null && <> · {t('record.carried_on')}</>}</>}
            >
              {(acts[one.id] ?? []).some((act) => act !== 'adherences') && (
                <ul className="links">{(acts[one.id] ?? []).filter((act) => act !== 'adherences').map((act) => <li key={act}><a href={act === 'end' ? paths.membershipEnd(one.id) : paths.membershipAct(one.id, act)}>{t(act === 'end' ? 'ending.title' : `membership.act.${act}`)}<span className="vh"> {one.coalition}</span></a></li>)}</ul>
              )}
            </Item>
          ))}
        </List>
      )}
      {admission !== undefined && <p><ButtonLink weight="second" href={admission}>{t('admission.title')}</ButtonLink></p>}
    </Section>
  );
}

/** Who speaks for it: names only of those who agreed to be named. */
export function PeopleSection({ organisation, handOver }: { readonly organisation: OrganisationRecord; readonly handOver: boolean }) {
  const t = useText('members');
  const roles = useText('accounts');
  const { speakers, memberships, ref } = organisation;
  if (speakers.length === 0 && !isMember(memberships)) return null;
  return (
    <Section id="people" title={t('people.title')} note={t('people.note')}>
      {speakers.length === 0 ? <Notice tone="none" small title={t('record.unattended')}>{t('people.nobody')}</Notice> : (
        <List>{speakers.map(({ role, name }, at) => <Item key={at} title={name ?? <span className="muted">{t('people.unnamed')}</span>} note={roles(`roles.${role}`)} />)}</List>
      )}
      {handOver && <p><ButtonLink weight="second" href={paths.memberHandover(ref)}>{t('people.hand_over')}</ButtonLink></p>}
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
  if (duplicates.length === 0) return null;
  return (
    <Section id="duplicates" title={t('duplicates.title')} note={t('duplicates.note')}>
      <List>
        {duplicates.map(({ id, reasons, other }) => (
          <Item key={id} href={paths.duplicate(id)} title={<span dir="auto">{other.name}</span>} note={<>{reasons.map((reason) => t(`because.${reason}`)).join(' · ')} · <bdi>{other.ref}</bdi>{other.country !== null && <> · {other.country}</>}</>} />
        ))}
      </List>
      <p><ButtonLink weight="second" href={paths.duplicates({ q: organisationRef })}>{t('duplicates.decide')}</ButtonLink></p>
    </Section>
  );
}
