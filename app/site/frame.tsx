import type { ReactNode } from 'react';
import { languages, nativeNames } from '#app/languages/language';
import { useLocale, useText } from '#app/languages/text';
import { languageOfPath, paths } from '#app/paths';
import type { RootFacts } from '#app/root';
import { PageFrame } from '#app/ui/page-frame';
import { footColumns, languageHref, mainEntries, ownEntries, searchEntry } from './navigation';

/** The frame of every page; it also stands when nothing could be looked up. */
export function SiteFrame({ facts, children }: { readonly facts: RootFacts | undefined; readonly children: ReactNode }) {
  const t = useText('site');
  const { language } = useLocale();
  const path = facts?.path ?? `/${language}`;
  const isPublic = languageOfPath(path) !== undefined;
  const person = facts?.person;
  return (
    <PageFrame
      home={paths.in(language).home()}
      brand="Concord"
      tagline={t('tagline')}
      languages={isPublic || person === undefined ? languages.map((one) => ({ language: one, name: nativeNames[one], href: languageHref(path, one), current: one === language })) : []}
      acts={person === undefined ? <a href={paths.signIn(isPublic ? undefined : path, language)}>{t('sign_in')}</a> : <SignedIn />}
      nav={mainEntries(t, language, path)}
      search={searchEntry(t, language, path)}
      own={person === undefined ? undefined : { entries: ownEntries(t, path, person.entries), who: person.name }}
      banner={facts?.demo === true ? <p className="tiny">{t('demo_banner')}</p> : undefined}
      foot={{ columns: footColumns(t, language), note: facts?.demo === true ? `${t('foot.demo')} ${t('foot.note')}` : t('foot.note') }}
    >
      {children}
    </PageFrame>
  );
}

function SignedIn() {
  const t = useText('site');
  return (
    <>
      <a href={paths.account}>{t('account')}</a>
      <form method="post" action={paths.signOut}>
        <button className="btn btn--text" type="submit">{t('sign_out')}</button>
      </form>
    </>
  );
}
