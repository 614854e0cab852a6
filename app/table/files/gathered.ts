/** Pieces of text gathered to portions that are worth sending; the first goes out at once. */
export async function* gathered(pieces: AsyncIterable<string>, size = 32_768): AsyncGenerator<string> {
  let held = '';
  let sent = false;
  for await (const piece of pieces) {
    held += piece;
    if (sent && held.length < size) continue;
    yield held;
    held = '';
    sent = true;
  }
  if (held !== '') yield held;
}
