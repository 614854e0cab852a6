/** What a file may cost. Bytes, rows, columns, characters. */
export interface Limits {
  readonly bytes: number;
  readonly rows: number;
  readonly columns: number;
  /** Of one cell: what a worksheet cell can hold. */
  readonly characters: number;
  readonly archiveEntries: number;
  readonly unpackedBytes: number;
  /** Unpacked to packed: real workbooks stay below 50, a bomb comes close to 1,000. */
  readonly archiveRatio: number;
  /** Cells of all sheets, with the blanks that a reader puts into the gaps. */
  readonly area: number;
}

/** For messages: megabytes, rounded up to a tenth. */
export const megabytes = (bytes: number): number => Math.ceil(bytes / 100_000) / 10;

export const DEFAULT_LIMITS: Limits = {
  bytes: 10_000_000,
  rows: 100_000,
  columns: 500,
  characters: 32_767,
  archiveEntries: 1_000,
  unpackedBytes: 64_000_000,
  archiveRatio: 100,
  area: 10_000_000,
};
