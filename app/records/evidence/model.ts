/** Evidence for any record: a file or an address, with a title. Its guard is the record's. */
export interface EvidenceRow {
  readonly id: string;
  readonly title: string;
  /** An address elsewhere; null for a file that is kept here. */
  readonly url: string | null;
  readonly media_type: string | null;
  readonly size_bytes: number | null;
  readonly language: string | null;
  /** `YYYY-MM-DD` */
  readonly added_on: string;
  /** It is the record's own, not that of one of its updates. */
  readonly own: boolean;
  /** The day on which it was taken back, and why. */
  readonly taken_back_on: string | null;
  readonly taken_back_why: string | null;
}

/** Media types by the short names that people know. */
export const fileKinds: Readonly<Record<string, string>> = {
  'application/pdf': 'PDF', 'image/png': 'PNG', 'image/jpeg': 'JPEG', 'image/webp': 'WEBP', 'text/csv': 'CSV', 'text/plain': 'TXT', 'application/json': 'JSON',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'XLSX',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'DOCX',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'PPTX',
  'application/vnd.oasis.opendocument.text': 'ODT', 'application/vnd.oasis.opendocument.spreadsheet': 'ODS',
};
/** What a file chooser offers; the server looks at the content. */
export const acceptedFiles = '.pdf,.png,.jpg,.jpeg,.webp,.csv,.txt,.json,.xlsx,.docx,.pptx,.odt,.ods';
/** In megabytes. */
export const fileLimit = 10;
