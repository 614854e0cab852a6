/** One JSON line for each event, without personal data. Errors carry the request id that the answer shows. */
type Fields = Readonly<Record<string, string | number | boolean | undefined>>;

function write(stream: NodeJS.WriteStream, level: string, event: string, fields: Fields): void {
  stream.write(`${JSON.stringify({ at: new Date().toISOString(), level, event, ...fields })}\n`);
}

export const log = {
  info: (event: string, fields: Fields = {}): void => write(process.stdout, 'info', event, fields),
  warn: (event: string, fields: Fields = {}): void => write(process.stderr, 'warn', event, fields),
  /** A bug or a fault: logged once, with its stack. */
  error: (event: string, error: unknown, fields: Fields = {}): void =>
    write(process.stderr, 'error', event, { ...fields, message: error instanceof Error ? error.message : String(error), stack: error instanceof Error ? error.stack : undefined }),
};
