import { textFor } from '#app/languages/catalogues.server';
import type { Telling } from './about';
import type { EditionModel } from './edition';

/** The words in which a file of an edition is written. */
export const tellingOf = ({ language }: EditionModel, demo: boolean): Telling => ({ t: textFor(language, 'reporting'), press: textFor(language, 'document'), demo });
