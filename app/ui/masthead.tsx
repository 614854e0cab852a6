import type { ReactNode } from 'react';
import { useText } from '#app/languages/text';
import type { Entry } from './entry';

/** The same page in another language, named in that language. */
export interface LanguageEntry {
  readonly language: string;
  readonly name: string;
  readonly href: string;
  readonly current: boolean;
}

export interface MastheadProps {
  readonly home: string;
  readonly brand: string;
  readonly tagline: string;
  readonly languages: readonly LanguageEntry[];
  /** Links and small forms at the end of the first row: sign in, account, sign out. */
  readonly acts: ReactNode;
  readonly nav: readonly Entry[];
  /** The entry that stands apart at the end of the navigation. */
  readonly search: Entry;
  /** The second row for somebody who is signed in: their work, and as whom they act. */
  readonly own?: { readonly entries: readonly Entry[]; readonly who: string } | undefined;
  /** A remark that concerns the whole site, for example that its content is invented. */
  readonly banner?: ReactNode;
}

/** The top of every page. On a phone the navigation is a link to the foot, where all entries are. */
export function Masthead(props: MastheadProps) {
  const t = useText('ui');
  return (
    <header className="top">
      {props.banner !== undefined && (
        <div className="banner">
          <div className="wrap">{props.banner}</div>
        </div>
      )}
      <div className="wrap mast">
        <a className="brand" href={props.home}>
          <svg viewBox="0 0 34 22" aria-hidden="true" focusable="false">
            <rect x="2" y="4" width="18" height="14" rx="7" />
            <path d="M20.5 4.2A7 7 0 0125 4a7 7 0 010 14h-4a7 7 0 01-4.5-1.7" />
          </svg>
          <span>{props.brand}</span>
        </a>
        <span className="muted tiny coal">{props.tagline}</span>
        <nav className="langs" aria-label={t('language')}>
          {props.languages.map((entry) => (
            <LanguageLink key={entry.language} {...entry} />
          ))}
        </nav>
        <div className="acts">
          <a className="to-menu" href="#menu">
            {t('menu')}
          </a>
          {props.acts}
        </div>
      </div>
      <nav className="nav" aria-label={t('mainMenu')}>
        <div className="wrap">
          {props.nav.map(menuLink)}
          <a className="push" href={props.search.href} aria-current={props.search.current ? 'page' : undefined}>
            {props.search.label}
          </a>
        </div>
      </nav>
      {props.own !== undefined && (
        <nav className="nav nav--my" aria-label={t('ownMenu')}>
          <div className="wrap">
            {props.own.entries.map(menuLink)}
            <span className="who tiny">{props.own.who}</span>
          </div>
        </nav>
      )}
    </header>
  );
}

function menuLink(entry: Entry) {
  return (
    <a key={entry.href} href={entry.href} aria-current={entry.current ? 'page' : undefined}>
      {entry.label}
    </a>
  );
}

function LanguageLink({ language, name, href, current }: LanguageEntry) {
  if (current) {
    return (
      <b lang={language} aria-current="true">
        {name}
      </b>
    );
  }
  return (
    <a href={href} lang={language} hrefLang={language}>
      {name}
    </a>
  );
}
