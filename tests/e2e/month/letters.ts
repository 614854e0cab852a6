import { expect } from '@playwright/test';
import ICAL from 'ical.js';
import { startResend } from '../../mail/resend';

/** A letter as the mail service was given it. */
export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly attachments?: readonly { readonly filename: string; readonly content: string; readonly content_type: string }[];
}

/** Where all letters of a portal arrive. */
export interface Postbox {
  readonly url: string;
  /** What came to an address so far, oldest first. */
  lettersTo(address: string): readonly Letter[];
  stop(): Promise<void>;
}

export async function openPostbox(): Promise<Postbox> {
  const service = await startResend(() => 'answer');
  return {
    url: service.url,
    lettersTo: (address) => [...service.delivered.values()].filter(({ to }) => to === address).map(({ body }) => JSON.parse(body) as Letter),
    stop: service.stop,
  };
}

/** The newest letter to an address with these words in its subject, and those in its text, waited for. */
export async function letterTo(post: Postbox, address: string, subject: string, about = ''): Promise<Letter> {
  const found = () => post.lettersTo(address).findLast((letter) => letter.subject.includes(subject) && letter.text.includes(about));
  await expect.poll(() => found() !== undefined || post.lettersTo(address).map((letter) => letter.subject), { message: `“${subject}” to ${address}`, timeout: 30_000 }).toBe(true);
  return found()!;
}

/** The path of the link in a letter: its reader opens it on the process that they are connected to. */
export function linkIn({ text }: Letter, path: string): string {
  const link = text.split(/\s/).find((word) => word.startsWith('http') && new URL(word).pathname.startsWith(path));
  expect(link, `a link to ${path} in ${text}`).toBeDefined();
  const { pathname, search } = new URL(link!);
  return `${pathname}${search}`;
}

/** What the calendar file of a letter says, read by another library than the one that wrote it. */
export function calendarIn({ attachments = [] }: Letter) {
  const file = attachments.find(({ filename }) => filename.endsWith('.ics'));
  const calendar = new ICAL.Component(ICAL.parse(Buffer.from(file?.content ?? '', 'base64').toString('utf8')) as unknown[]);
  const component = calendar.getFirstSubcomponent('vevent')!;
  const { uid, sequence, startDate, endDate } = new ICAL.Event(component);
  return {
    method: calendar.getFirstPropertyValue('method'), uid, sequence, zone: startDate.zone.tzid, start: startDate.toJSDate(), end: endDate.toJSDate(),
    attendees: component.getAllProperties('attendee').map((one) => String(one.getFirstValue()).toLowerCase()),
  };
}
