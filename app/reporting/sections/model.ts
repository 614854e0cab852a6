import { figureName } from '#app/reporting/figures/subjects';

/** A section of a report, and the figures that its text binds. */
export const sectionKinds = ['summary', 'promises', 'equity', 'money', 'work', 'methodology', 'data_gaps', 'other'] as const;
export type SectionKind = (typeof sectionKinds)[number];
/** A section about one country, one working group or one member (SE-8). */
export const profileKind = 'profile';

/** RP-2: without these a report is not published. */
export const requiredSections = ['methodology', 'data_gaps'] as const satisfies readonly SectionKind[];

export const sectionStates = ['assigned', 'drafting', 'in_review', 'signed_off'] as const;
export type SectionState = (typeof sectionStates)[number];

const binding = new RegExp(`\\{\\{figure:(${figureName})\\}\\}`, 'g');
const bindingAlone = new RegExp(`^${binding.source}$`);

/** The figures that a text binds: `{{figure:ladder}}`, each once, in their order. */
export function boundFigures(body: string): string[] {
  return [...new Set([...body.matchAll(binding)].map((match) => match[1] ?? ''))];
}

/** A part of a text that is cut at its figures. */
export type Piece = { readonly prose: string } | { readonly figure: string };

/** A text cut at its figures: prose and bound figures in turn. */
export function piecesOf(body: string): Piece[] {
  return body.split(new RegExp(`(\\{\\{figure:${figureName}\\}\\})`)).flatMap((piece): Piece[] => {
    const figure = bindingAlone.exec(piece)?.[1];
    if (figure !== undefined) return [{ figure }];
    return piece.trim() === '' ? [] : [{ prose: piece.trim() }];
  });
}

/** A text without its figures. */
export const withoutBindings = (body: string): string => body.replaceAll(binding, ' ');

/** A binding that names nothing, and the line on which it stands. */
export interface Unbound {
  readonly line: number;
  readonly key: string;
}

/** Everything in double braces that binds no known figure: a name that is none, or one that is not spelled as a binding is. */
export function unboundIn(body: string, isKnown: (key: string) => boolean): Unbound[] {
  return body.split('\n').flatMap((text, at) => [...text.matchAll(/\{\{([^{}]*)\}\}/g)].flatMap(([whole, inside = '']) => {
    const key = bindingAlone.exec(whole)?.[1];
    return key !== undefined && isKnown(key) ? [] : [{ line: at + 1, key: (key ?? inside).trim().slice(0, 60) }];
  }));
}

const flat = (text: string): string => text.replaceAll(/[*_`#>]/g, '').replaceAll(/\s+/g, ' ').trim().toLowerCase();

/** Whether words that were quoted stand in a text, whatever their marks and line ends. */
export const standsIn = (quoted: string, text: string): boolean => flat(text).includes(flat(quoted));
