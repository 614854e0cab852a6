import { FormKey } from '#app/form/hidden';
import { formatDate } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Button } from '#app/ui/button';
import { Item, List } from '#app/ui/list';
import type { Followed } from './queries.server';

/** What somebody follows, each with a button to stop. */
export function FollowedList({ followed }: { readonly followed: readonly Followed[] }) {
  const t = useText('following');
  const { language } = useLocale();
  return (
    <List>
      {followed.map((one) => (
        <Item key={one.id} href={hrefOf(one, language)} title={<NameOf followed={one} />} note={t('list.since', { kind: t(`kind.${one.kind}`), on: formatDate(language, one.since) })}>
          <form method="post" action={paths.followEnd(one.id)}>
            <FormKey />
            <Button weight="text">{t('act.stop')}<span className="vh">: <NameOf followed={one} /></span></Button>
          </form>
        </Item>
      ))}
    </List>
  );
}

function NameOf({ followed: { kind, ref, name, language } }: { readonly followed: Followed }) {
  const t = useText('following');
  if (name === null) return <>{t('list.closed')}</>;
  return <>{kind !== 'country' && kind !== 'coalition' && <><bdi>{ref}</bdi> </>}<bdi lang={language}>{name}</bdi></>;
}

function hrefOf({ kind, ref, version }: Followed, language: ReturnType<typeof useLocale>['language']): string | undefined {
  if (ref === null) return undefined;
  const to = paths.in(language);
  if (kind === 'clause') return to.clause(ref, version === null ? undefined : { version });
  if (kind === 'coalition') return to.coalition(ref);
  return kind === 'country' ? to.country(ref) : to.commitment(ref);
}
