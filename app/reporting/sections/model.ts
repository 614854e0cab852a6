/** A section of a report, and the figures that its text binds. */
export const sectionKinds = ['summary', 'promises', 'equity', 'money', 'work', 'methodology', 'data_gaps', 'other'] as const;
export type SectionKind = (typeof sectionKinds)[number];

/** RP-2: without these a report is not published. */
export const requiredSections = ['methodology', 'data_gaps'] as const satisfies readonly SectionKind[];

export const sectionStates = ['assigned', 'drafting', 'in_review', 'signed_off'] as const;
export type SectionState = (typeof sectionStates)[number];

const binding = /\{\{figure:([a-z0-9_]+)\}\}/g;

/** The figures that a text binds: `{{figure:ladder}}`, each once, in their order. */
export function boundFigures(body: string): string[] {
  return [...new Set([...body.matchAll(binding)].map((match) => match[1] ?? ''))];
}

/** A part of a text that is cut at its figures. */
export type Piece = { readonly prose: string } | { readonly figure: string };

/** A text cut at its figures: prose and bound figures in turn. */
export function piecesOf(body: string): Piece[] {
  return body.split(/(\{\{figure:[a-z0-9_]+\}\})/).flatMap((piece): Piece[] => {
    const figure = /^\{\{figure:([a-z0-9_]+)\}\}$/.exec(piece)?.[1];
    if (figure !== undefined) return [{ figure }];
    return piece.trim() === '' ? [] : [{ prose: piece.trim() }];
  });
}
