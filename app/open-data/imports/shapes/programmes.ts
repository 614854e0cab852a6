import { identityOf, withOccurrences } from '#app/open-data/imports/identity';
import { type RowReading, collect } from '#app/open-data/imports/row-reading';
import type { MeetingRow } from '#app/open-data/imports/rows';
import { shortText, wallClock } from '#app/open-data/imports/values';
import { type Shape, inRowOrder } from './shape';

/**
 * The programme of an event: meetings with a title and a start by the wall clock of the place. Which zone that is and whose meetings they
 * are nobody says in it, so whoever imports is asked. A meeting is known by its title in its programme: another hour or room changes it.
 */
export const programmes: Shape = {
  id: 'programme',
  kind: 'sessions',
  required: ['title', 'start'],
  optional: ['end', 'location', 'description', 'track', 'links', 'source', 'day'],
  read: (source) => {
    const { rows, errors } = collect(source, meeting);
    return { kind: 'sessions', rows: withOccurrences(rows), errors: inRowOrder(errors), notes: [] };
  },
};

function meeting(reading: RowReading): MeetingRow | null {
  const title = reading.required('title', shortText);
  const starts = reading.required('start', wallClock);
  const ends = reading.optional('ends_at', 'end', wallClock);
  const source = reading.cell('source');
  const said = { place: reading.text('place', 'location'), track: reading.cell('track'), description: reading.text('description', 'description'), links: linksOf(reading), source };
  if (title === null || starts === null) return null;
  const late = ends !== null && ends <= starts ? reading.absent('ends_at', 'not-after-start', ends) : ends;
  return { ...reading.identified(identityOf(source, title)), title, starts, ends: late, ...said };
}

/** Documents and pages beside a meeting: those with an address of the web. */
function linksOf(reading: RowReading): MeetingRow['links'] {
  const said = partsOf(reading.cell('links'));
  const links = said.filter(({ href }) => /^https?:\/\//.test(href) && URL.canParse(href));
  if (links.length < said.length) reading.absent('links', 'no-address', said.find((one) => !links.includes(one))?.text);
  return links;
}

function partsOf(cell: string | null): { href: string; text: string }[] {
  const parts: unknown = cell?.startsWith('[') === true ? parsed(cell) : (cell ?? '').split(/\s+/).filter((word) => word !== '');
  return (Array.isArray(parts) ? parts : []).map((part: unknown) => {
    const of = (name: string) => (typeof part === 'object' && part !== null && name in part ? String((part as Record<string, unknown>)[name]).trim() : '');
    const href = typeof part === 'string' ? part : of('href');
    return { href, text: (of('text') || href).replaceAll(/\s+/g, ' ') };
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return [];
  }
}
