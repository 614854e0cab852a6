/** A sum on a page: its exact value, which column of the list's file adds up to it (`rows`: how many there are), and the list that its link or its row's opens. */
export interface ShownFigure {
  readonly value: string;
  readonly of: string;
  readonly href: string;
}

/** Every sum that the markup of a page tells exactly. One without a link around it or in its row has none, which no figure may have. */
export function figuresOf(html: string): ShownFigure[] {
  return [...html.matchAll(/<data value="([^"]*)" data-of="([^"]*)">/g)].map((found): ShownFigure => ({ value: found[1] ?? '', of: found[2] ?? '', href: hrefAt(html, found.index).replaceAll('&amp;', '&') }));
}

function hrefAt(html: string, at: number): string {
  const around = html.lastIndexOf('<a ', at);
  if (around > html.lastIndexOf('</a>', at)) return hrefIn(html.slice(around, at));
  const row = html.lastIndexOf('<tr', at);
  if (row > html.lastIndexOf('</tr>', at)) return hrefIn(html.slice(row, html.indexOf('</tr>', at)));
  const block = Math.max(html.lastIndexOf('<div', at), html.lastIndexOf('<p', at));
  return hrefIn(html.slice(block, html.indexOf('</', html.indexOf('</a>', at))));
}

const hrefIn = (piece: string): string => /href="([^"]*)"/.exec(piece)?.[1] ?? '';
