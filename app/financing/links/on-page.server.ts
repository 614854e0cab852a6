import type { Actor } from '#app/access/actor';
import { may } from '#app/access/permit';
import type { View } from '#app/commitments/readable.server';
import type { PledgeRow } from '#app/financing/pledges/queries.server';
import { refOf } from '#app/financing/pledges/rights.server';
import { linkPolicy } from './policy';
import { linksOf } from './queries.server';

/** What a pledge's page tells of its links, and whether its reader may propose one. */
export async function linksOnPage(viewer: Actor, pledge: PledgeRow, view: View) {
  const own = refOf(pledge);
  return { links: await linksOf(viewer, pledge.id, view), proposes: may(linkPolicy.propose, viewer, { pledge: own, counted_in: own }).allowed };
}
