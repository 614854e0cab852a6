import type { Actor } from '#app/access/actor';
import { may } from '#app/access/permit';
import type { Amount } from '#app/financing/money/model';
import type { PledgeRow } from '#app/financing/pledges/queries.server';
import { database } from '#app/platform/database.server';
import type { Verification } from '#app/records/verification/model';
import type { VerifiedFigure } from './model';
import { moneyRefOf } from './money.server';
import { moneyPolicy } from './policy';
import { disbursedByRung, verifiedFigureOf } from './queries.server';

/** Who says so, of a pledge, as its page shows it. */
export interface Verified {
  readonly figure: VerifiedFigure | null;
  readonly byRung: readonly { readonly rung: Verification; readonly amount: Amount }[];
  readonly mayVerify: boolean;
}

export async function verifiedOf(viewer: Actor, pledge: PledgeRow): Promise<Verified> {
  const [figure, byRung, mayVerify] = await Promise.all([
    verifiedFigureOf(pledge.id), disbursedByRung(pledge.id), viewer.kind === 'person' ? moneyRefOf(database(), pledge.id).then((money) => may(moneyPolicy.verifyFigure, viewer, money).allowed) : false,
  ]);
  return { figure, byRung, mayVerify };
}
