import { domainToASCII, domainToUnicode } from 'node:url';
import { siteOf } from '#app/members/organisations/model';
import { isFreeMail } from './free-mail';
import type { MailFinding } from './model';
import { mixesScripts, plainLetters, skeleton } from './look-alikes';

/** What the address of the contact says (ME-8): how it belongs to the site, or why it is refused. `domain` is the one it is taken for. */
export type MailCheck = { readonly finding: MailFinding } | { readonly refused: 'look_alike' | 'mixed_scripts' | 'no_domain'; readonly domain: string };

interface Asked {
  readonly mail: string;
  readonly website: string | null;
  /** Sites of organisations that are known here: an address that only looks like one of theirs is refused too. */
  readonly knownSites: readonly string[];
}

/**
 * ME-8: an address belongs to a site where its domain is the site's, or one of the two ends with the other after a dot. A domain that only
 * looks like it, by letters of another script, by figures, by a hyphen for a dot or by one letter more or less, is refused. Providers of
 * free addresses, other domains and organisations without a site are left to a person.
 */
export function checkMailDomain({ mail, website, knownSites }: Asked): MailCheck {
  const typed = mail.slice(mail.lastIndexOf('@') + 1).trim().toLowerCase();
  const domain = domainToASCII(typed);
  if (domain === '' || !domain.includes('.') || /^[\d.]+$/.test(domain)) return { refused: 'no_domain', domain: typed };
  const written = domainToUnicode(domain);
  if (/\p{Cf}/u.test(typed) || written.split('.').some(mixesScripts)) return { refused: 'mixed_scripts', domain: written };
  const own = siteOf(website);
  if (own !== undefined && domainToUnicode(own).split('.').some(mixesScripts)) return { refused: 'mixed_scripts', domain: domainToUnicode(own) };
  if (isFreeMail(domain)) return { finding: 'free_mail' };
  const known = knownSites.flatMap((site) => siteOf(site) ?? []);
  const imitated = own !== undefined && (isImitation(written, domainToUnicode(own)) || isNearly(written, domainToUnicode(own))) ? own : known.find((site) => isImitation(written, domainToUnicode(site)));
  if (own !== undefined && belongsTo(domain, own)) {
    if (imitated !== undefined) return { refused: 'look_alike', domain: domainToUnicode(imitated) };
    return isDisguised(written) ? { refused: 'look_alike', domain: plainLetters(written) } : { finding: 'same_site' };
  }
  if (imitated !== undefined && !known.some((site) => belongsTo(domain, site))) return { refused: 'look_alike', domain: domainToUnicode(imitated) };
  if (isDisguised(written)) return { refused: 'look_alike', domain: plainLetters(written) };
  return { finding: own === undefined ? 'no_site' : 'elsewhere' };
}

/** Endings under which registries sell names: nobody's own domain. */
const sold = /^(?:com?|org|net|edu|gov|gob|gouv|go|gub|ac|sch|or|ne|mil|int|info|nom|asso|k12|govt)\.[a-z]{2}$/;

/** The same domain, or one below the other after a dot; an ending that is sold to anybody is below nobody. */
function belongsTo(domain: string, site: string): boolean {
  const within = (inner: string, outer: string) => inner.endsWith(`.${outer}`) && outer.includes('.') && !sold.test(outer);
  return domain === site || within(domain, site) || within(site, domain);
}

/** The name without the ending under which it was registered, its words run together as they are seen. */
const bare = (domain: string): string => skeleton(domain).replace(/[.-]/g, '');
const nameOf = (domain: string): string => {
  const labels = domain.split('.');
  return labels.slice(0, sold.test(labels.slice(-2).join('.')) ? -2 : -1).join('.');
};

/** Shorter names are like others by chance. */
const shortest = 5;

/** Whether a domain is made to be read as a site's: the same to the eye, or the whole site with another ending behind it. */
function isImitation(domain: string, site: string): boolean {
  if (belongsTo(domain, site) || bare(site).length < shortest) return false;
  const [seen, whole] = [skeleton(domain), skeleton(site)];
  return seen === whole || seen.startsWith(`${whole}.`) || seen.startsWith(`${whole}-`) || bare(nameOf(domain)) === bare(site);
}

/** Of the site that the applicants call their own, less is enough: that it stands within another name, or differs by a slip of the finger. */
function isNearly(domain: string, site: string): boolean {
  if (belongsTo(domain, site) || bare(site).length < shortest) return false;
  return bare(nameOf(domain)).includes(bare(site)) || skeleton(domain).endsWith(skeleton(site)) || isSlip(domain, site);
}

/** One letter more, less, other or two exchanged, under the same ending: a slip of the finger, or somebody who waits for it. */
function isSlip(domain: string, site: string): boolean {
  const [one, other] = [nameOf(domain), nameOf(site)];
  if (domain.slice(one.length) !== site.slice(other.length) || other.length < shortest) return false;
  return apart(one, other) === 1;
}

function apart(one: string, other: string): number {
  if (one === other) return 0;
  if (Math.abs(one.length - other.length) > 1) return 2;
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  const rest = (a: string, skipA: number, b: string, skipB: number) => a.slice(at + skipA) === b.slice(at + skipB);
  const exchanged = one[at] === other[at + 1] && one[at + 1] === other[at] && rest(one, 2, other, 2);
  return rest(one, 1, other, 1) || rest(one, 1, other, 0) || rest(one, 0, other, 1) || exchanged ? 1 : 2;
}

/** A word that is written in another script and yet reads as plain Latin letters, under an ending that is Latin. */
function isDisguised(domain: string): boolean {
  return /\.[\p{ASCII}]+$/u.test(domain) && domain.split('.').some((label) => /[^\p{ASCII}]/u.test(label) && !/\p{Script=Latin}/u.test(label) && /\p{L}/u.test(label) && /^[a-z\d-]+$/.test(plainLetters(label)));
}
