import type { Carried } from '#app/platform/http/headers';

const figure = /^\/(?:en|fr|es|ar|ru|zh)\/reports\/[^/]+(?:\/editions\/\d+)?\/figures\/[A-Za-z0-9_-]+(\/embed|\.svg)$/;

/** Of all addresses, those of figures that others show on their pages: the embedded page in a frame, the drawing as a picture. */
export function carriedAt(path: string): Carried | undefined {
  const [, kind] = figure.exec(path) ?? [];
  return kind === undefined ? undefined : kind === '.svg' ? 'picture' : 'frame';
}
