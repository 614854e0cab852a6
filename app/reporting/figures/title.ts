import type { Text } from '#app/languages/catalogue';
import { namedFigure } from './subjects';

/** What a figure is called in words, by its name; of a narrowed one with whom it is narrowed to. */
export function figureTitle(name: string, t: Text): string {
  const figure = namedFigure(name);
  if (figure === undefined) return name;
  return figure.subject === null ? t(`figures.${figure.key}.name`) : `${t(`figures.${figure.key}.name`)} (${figure.subject.ref})`;
}
