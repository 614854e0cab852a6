import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import type { PublishedProfile } from './queries.server';

/** The way to the profile of a country, a group or a member in the latest report that has one. */
export function ProfileLink({ profile }: { readonly profile: PublishedProfile | null }) {
  const t = useText('reporting');
  const { language } = useLocale();
  return profile === null ? null : <p className="small noprint"><a href={paths.in(language).chapter(profile.report, profile.chapter)}>{t('profiles.link', { title: profile.title })}</a></p>;
}
