import { useText } from '#app/languages/text';
import { Section } from '#app/ui/section';

/** What was published of a session beforehand: what it is about, and what lies beside it. */
export interface Announced {
  readonly description: string | null;
  readonly links: readonly { readonly href: string; readonly text: string }[];
}

export function AnnouncedSection({ description, links }: Announced) {
  const t = useText('working-groups');
  if (description === null && links.length === 0) return null;
  return (
    <Section id="about" title={t('meeting.about')} note={t('meeting.about_note')}>
      {description?.split(/\n{2,}/).map((paragraph, at) => <p key={at} dir="auto">{paragraph}</p>)}
      {links.length > 0 && (
        <>
          <h3>{t('meeting.links')}</h3>
          <ul>{links.map(({ href, text }) => <li key={href}><a href={href} rel="noreferrer" dir="auto">{text}</a></li>)}</ul>
        </>
      )}
    </Section>
  );
}
