import type { Actor } from '#app/access/actor';
import { todayOf, type View } from '#app/commitments/readable.server';
import { textFor } from '#app/languages/catalogues.server';
import { paths } from '#app/paths';
import { addDays } from '#app/platform/clock';
import { inOrder, type Due } from '#app/records/due/model';
import type { Page } from '#app/table/keyset';
import { duePlatforms } from '#app/registries/platforms/due.server';
import { sessionList } from '#app/working-groups/sessions/list';
import { listSessions, type SessionRow } from '#app/working-groups/sessions/queries.server';
import { dueInCountry } from '../due.server';
import type { OfferRow } from '../offers/list';
import { listOffers } from '../offers/queries.server';
import { countryPage, type CountryPage } from '../record.server';
import type { RequestRow } from '../requests/list';
import { listRequests } from '../requests/queries.server';

/** Everything that the room of a country holds: the public page's facts, and what waits. */
export interface Room extends CountryPage {
  readonly due: readonly Due[];
  /** Drafts and closed ones included, as far as the viewer may read them. */
  readonly requests: Page<RequestRow>;
  /** Offers to the country that wait for its answer. */
  readonly waiting: Page<OfferRow>;
  readonly sessions: readonly SessionRow[];
}

const shown = 20;
const sessionsShown = 5;
/** Days before its end from which a commitment is due. */
const endsSoon = 90;

export async function roomOf(viewer: Actor, iso2: string, view: View): Promise<Room | undefined> {
  const page = await countryPage(viewer, iso2, view);
  if (page === undefined) return undefined;
  const [due, platforms, requests, waiting, sessions] = await Promise.all([
    dueInCountry(iso2, view), duePlatforms(viewer, view, iso2),
    listRequests(viewer, { filters: { country: [iso2] }, sort: { by: 'deadline', descending: true }, after: null }, view, shown),
    listOffers(viewer, { filters: { country: [iso2], state: ['offered'] }, sort: { by: 'recent', descending: true }, after: null }, view, shown),
    page.groups.length === 0 ? [] : listSessions(viewer, { filters: { group: page.groups.map(({ ref }) => ref) }, sort: sessionList.sort, after: null }, view).then(({ rows }) => rows.slice(0, sessionsShown)),
  ]);
  return { ...page, due: inOrder([...due, ...platforms, ...promisesDue(page, view)]), requests, waiting, sessions };
}

/** Promises of the country that ask for something: no recent update, behind, or ending soon. */
function promisesDue({ trail }: CountryPage, view: View): Due[] {
  const t = textFor(view.language, 'countries');
  const today = todayOf(view);
  return trail.by.rows.flatMap(({ id, ref, title, standing, ends_on }) => {
    const soon = ends_on !== null && ends_on >= today && ends_on <= addDays(today, endsSoon);
    const why = standing === 'stale' ? 'stale' : standing === 'off_track' ? 'off_track' : soon && !standing.startsWith('reached') ? 'ends' : undefined;
    return why === undefined ? [] : [{ key: `promise ${id}`, title, ref, href: paths.in(view.language).commitment(ref), why: t(`due.${why}`), due_on: ends_on, act: t('due.act.see') }];
  });
}
