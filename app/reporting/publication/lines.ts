import type { Text } from '#app/languages/catalogue';
import { linesOf, type FigureLine } from '#app/reporting/figures/columns';
import { partLabel } from '#app/reporting/figures/view';
import type { EditionModel } from './edition';

/** Every row of every figure of an edition, in its language. */
export const linesOfEdition = (edition: EditionModel, t: Text): FigureLine[] =>
  linesOf(edition.ref, edition.figures.map(({ stored }) => stored), (figure, part) => partLabel(figure, part, { t, language: edition.language }));
