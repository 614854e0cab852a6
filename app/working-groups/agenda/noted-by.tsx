import { formatTime } from '#app/languages/format';
import { useLocale } from '#app/languages/text';
import type { ItemNote } from './model';

/** When a note was written, by the clock of the meeting, and by whom where they may be named. */
export function NotedBy({ note, zone }: { readonly note: ItemNote; readonly zone: string }) {
  const { language } = useLocale();
  return <span className="muted"><time dateTime={note.written_at.toISOString()}>{formatTime(language, note.written_at, zone)}</time>{note.author !== null && <> · <bdi>{note.author}</bdi></>}</span>;
}
