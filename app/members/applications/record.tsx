import type { ReactNode } from 'react';
import { formatDate } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { constituencyName, typeName } from '#app/members/organisations/words';
import { paths } from '#app/paths';
import { Facts } from '#app/ui/facts';
import { Item, List } from '#app/ui/list';
import { Section } from '#app/ui/section';
import { Tag } from '#app/ui/tag';
import { Timeline } from '#app/ui/timeline';
import { approvalsNeeded } from './model';
import type { ApplicationRecord } from './queries.server';

interface ApplicationProps {
  readonly application: ApplicationRecord;
}

/** What somebody who decides looks at: each check with its result in words. */
export function ChecksSection({ application }: ApplicationProps) {
  const t = useText('members');
  const { language } = useLocale();
  const { mail_finding, contact_mail, website, identifiers, holders, likely, constituency, approved_by } = application;
  const check = (id: string, ok: boolean, title: string, note: ReactNode, children?: ReactNode) => (
    <Item key={id} title={title} marks={<Tag tone={ok ? 'ok' : 'late'}>{t(ok ? 'applications.check_ok' : 'applications.check_look')}</Tag>} note={note}>{children}</Item>
  );
  const needed = approvalsNeeded(constituency);
  return (
    <Section id="checks" title={t('applications.checks')} note={t('applications.checks_note')}>
      <List>
        {check('mail', mail_finding === 'same_site', t(`applications.finding.${mail_finding}`), <><bdi>{contact_mail}</bdi>{website !== null && <> · <bdi>{website}</bdi></>}</>)}
        {check('identifiers', holders.length === 0 && identifiers.length > 0, t(holders.length > 0 ? 'applications.identifier_held' : identifiers.length === 0 ? 'applications.identifier_none' : 'applications.identifier_free'),
          identifiers.length === 0 ? undefined : <bdi>{identifiers.join(', ')}</bdi>,
          holders.map((one) => <p key={one.identifier} className="small"><bdi>{one.identifier}</bdi>: <a href={paths.in(language).member(one.ref)}>{one.name}</a></p>))}
        {check('likely', likely.length === 0, likely.length === 0 ? t('applications.likely_none') : t('applications.likely', { count: likely.length }), undefined,
          likely.map((one) => <p key={one.id} className="small"><a href={paths.in(language).member(one.ref)} dir="auto">{one.name}</a> · {t(`because.${one.because}`)} · <bdi>{one.ref}</bdi></p>))}
        {check('approvals', approved_by.length >= needed, t('applications.approvals_so_far', { given: approved_by.length, needed }), t(needed === 2 ? 'applications.two_needed' : 'applications.one_needed'))}
      </List>
    </Section>
  );
}

/** Who asks, for what, and why. */
export function RequestSection({ application }: ApplicationProps) {
  const t = useText('members');
  const { language } = useLocale();
  const { name, short_name, constituency, type_code, country, website, contact_name, contact_title, contact_mail, publish_name, statement, coalition, category } = application;
  const none = t('list.not_known');
  return (
    <Section id="request" title={t('applications.request')}>
      <Facts
        facts={[
          { label: t('form.name'), value: <span dir="auto">{name}{short_name !== null && ` (${short_name})`}</span> },
          { label: t('applications.for'), value: `${coalition} · ${t(`category.${category}`)}` },
          { label: t('form.constituency'), value: constituencyName(constituency, language) },
          { label: t('form.type_code'), value: type_code === null ? none : typeName(type_code, language) },
          { label: t('form.country_iso2'), value: country ?? t('list.no_country') },
          { label: t('form.website'), value: website === null ? none : <a href={website} rel="nofollow noopener noreferrer"><bdi>{website}</bdi></a> },
          { label: t('apply.contact'), value: <>{contact_name}{contact_title !== null && `, ${contact_title}`} · <bdi>{contact_mail}</bdi></> },
          { label: t('apply.publish_name'), value: t(publish_name ? 'applications.agreed' : 'applications.not_agreed') },
        ]}
      />
      {statement !== null && <blockquote className="measure pt-16" dir="auto">{statement}</blockquote>}
    </Section>
  );
}

/** What was said and decided, in order. */
export function TalkSection({ application }: ApplicationProps) {
  const t = useText('members');
  const { language } = useLocale();
  return (
    <Section id="talk" title={t('applications.talk')}>
      <Timeline
        moments={application.acts.map(({ id, kind, by, body, on }) => ({
          key: id, when: formatDate(language, on), dateTime: on, first: true, title: t(`applications.act.${kind}`),
          children: <>{<p className="tiny muted">{by ?? application.contact_name}</p>}{body !== null && kind !== 'application' && <p dir="auto">{body}</p>}</>,
        }))}
      />
    </Section>
  );
}
