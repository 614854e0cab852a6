import type { Missing, MissingReason, RowError, RowErrorCode, TypedRow, Values } from './model';
import { fingerprint } from './identity';
import type { SourceRecord, SourceTable } from '#app/open-data/imports/source/table';
import { shown } from '#app/open-data/imports/source/table';
import { type Parse, anyText } from './values';

/**
 * One row on its way to typed values. Whatever is missing is written down with its reason, whatever cannot be understood is an error
 * of its column; nothing is guessed.
 */
export class RowReading {
  readonly errors: RowError[] = [];
  readonly missing: Record<string, Missing> = {};
  readonly row: number;
  private readonly record: SourceRecord;

  constructor(record: SourceRecord) {
    this.record = record;
    this.row = record.row;
  }

  /** The trimmed text of a cell, null when it is empty or the file has no such column. */
  cell(column: string): string | null {
    return this.record.cells[column] ?? null;
  }

  fail(column: string | null, code: RowErrorCode, values: Values = {}): null {
    this.errors.push({ row: this.row, column, code, values });
    return null;
  }

  absent(field: string, reason: MissingReason, found?: string): null {
    this.missing[field] = found === undefined ? { reason } : { reason, found: shown(found) };
    return null;
  }

  /** A value without which the row means nothing. */
  required<T>(column: string, parse: Parse<T>): T | null {
    const text = this.cell(column);
    return text === null ? this.fail(column, 'required') : this.parsed(column, text, parse);
  }

  /** A value that may be missing; one that is there must be understood. */
  optional<T>(field: string, column: string, parse: Parse<T>): T | null {
    const text = this.cell(column);
    return text === null ? this.absent(field, this.emptiness(column)) : this.parsed(column, text, parse);
  }

  text(field: string, column: string): string | null {
    return this.optional(field, column, anyText);
  }

  /** A code that may be missing or unknown: the row is taken either way, what the source said stands in the reason. */
  code(field: string, column: string, isKnown: (code: string) => boolean): string | null {
    const text = this.cell(column);
    if (text === null) return this.absent(field, this.emptiness(column));
    return isKnown(text) ? text : this.absent(field, 'unknown-code', text);
  }

  /** What every row carries, once it is known what it is about. */
  identified(key: string): TypedRow {
    return { row: this.row, key, hash: this.fingerprint(), repeats: null, missing: this.missing };
  }

  /** SHA-256 over all source fields of the row. */
  fingerprint(): string {
    return fingerprint(this.record.cells);
  }

  private parsed<T>(column: string, text: string, parse: Parse<T>): T | null {
    const result = parse(text);
    return 'value' in result ? result.value : this.fail(column, result.code, result.values);
  }

  private emptiness(column: string): MissingReason {
    return column in this.record.cells ? 'not-stated' : 'not-in-file';
  }
}

export interface Collected<R extends TypedRow> { readonly rows: readonly R[]; readonly errors: readonly RowError[] }

/** Reads every record: each becomes a row or has errors. `build` returns null only after it has said why. */
export function collect<R extends TypedRow>(source: SourceTable, build: (reading: RowReading) => R | null): Collected<R> {
  const rows: R[] = [];
  const errors: RowError[] = [...source.errors];
  for (const record of source.records) {
    const reading = new RowReading(record);
    const row = build(reading);
    if (reading.errors.length > 0) errors.push(...reading.errors);
    else if (row) rows.push(row);
    else throw new Error(`Row ${record.row} was refused without a reason.`);
  }
  return { rows, errors };
}
