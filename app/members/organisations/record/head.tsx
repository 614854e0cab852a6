import { formatDate, formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { accountOf, type Promises } from '#app/members/trail/model';
import { paths } from '#app/paths';
import { ButtonLink } from '#app/ui/button';
import { Head } from '#app/ui/head';
import { Tag } from '#app/ui/tag';
import { constituencyName, typeOrReason } from '../words';
import { isMember, isUnattended, memberSince, type OrganisationRecord } from './model';

interface MemberHeadProps {
  readonly organisation: OrganisationRecord;
  readonly promises: Promises;
  readonly mayEdit: boolean;
}

/** The opening of an organisation's page: one sentence on what it promised, and whether it is a member that somebody speaks for. */
export function MemberHead({ organisation, promises, mayEdit }: MemberHeadProps) {
  const t = useText('members');
  const { language } = useLocale();
  const { name, ref, country, constituency, memberships } = organisation;
  const account = accountOf(promises);
  const shown = (count: number) => formatNumber(language, count);
  const kick = [constituency === null ? undefined : constituencyName(constituency, language), typeOrReason(organisation, t, language), country ?? undefined].filter((part) => part !== undefined);
  const since = memberSince(memberships);
  const lede = promises.count === 0
    ? t('record.lede_none', { name })
    : `${t('record.lede', { name, count: promises.count, shown: shown(promises.count) })} ${t('record.lede_standing', { good: shown(account.reached + account.on_track), behind: shown(account.behind), stale: shown(account.stale) })}`;
  return (
    <Head tight kick={kick.join(' · ')} title={<span dir="auto">{name}</span>} lede={lede}>
      {isMember(memberships) && since !== undefined ? <Tag tone="ok">{t('record.member_since', { date: formatDate(language, since) })}</Tag> : <Tag tone="draft" icon={null}>{t('standing.not_a_member')}</Tag>}
      {isUnattended(organisation) && <Tag tone="none">{t('record.unattended')}</Tag>}
      {organisation.status === 'dissolved' && <Tag tone="none">{t('record.dissolved')}</Tag>}
      {mayEdit && <ButtonLink weight="second" href={paths.memberEdit(ref)}>{t('edit.title')}</ButtonLink>}
    </Head>
  );
}
