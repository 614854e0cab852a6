import { Big } from 'big.js';
import { grouped } from '#app/open-data/imports/identity';
import type { Departure } from '#app/open-data/imports/model';
import type { XmlElement } from './elements';
import { childrenOf } from './records';

/**
 * What the schema cannot say and the standard does: percentages of the sectors of one vocabulary, and of countries and regions together,
 * total 100. A single one without a percentage stands for all of it.
 */
export function shareDepartures(activity: XmlElement): Departure[] {
  const sectors = [...grouped(childrenOf(activity, 'sector'), ({ attributes }) => attributes['vocabulary'] || '1').values()];
  const places = activity.children.filter(({ name, attributes }) => name === 'recipient-country' || (name === 'recipient-region' && (attributes['vocabulary'] || '1') === '1'));
  return [...sectors, places].flatMap((group) => {
    const [first] = group;
    const total = totalOf(group);
    return first === undefined || total === null || total === '100' ? [] : [{ row: first.line, column: first.path, code: 'shares-total' as const, values: { found: total, elements: group.length } }];
  });
}

/** The sum as decimal text; null where nothing says a share, or one alone needs none. */
function totalOf(group: readonly XmlElement[]): string | null {
  const shares = group.flatMap(({ attributes }) => (/^\+?\d*\.?\d+$/.test(attributes['percentage'] ?? '') ? [attributes['percentage'] ?? ''] : []));
  return shares.length === 0 ? null : shares.reduce((sum, share) => sum.plus(share.replace(/^\+/, '')), new Big(0)).toString();
}
