import type { Localised } from '../languages';

export type NodeKind = 'principle' | 'action_line' | 'pillar' | 'target' | 'recommendation';

/** One clause of a framework, and the clauses under it. Codes are unique in a framework (FR-3). */
export type FrameworkNode = {
  readonly code: string;
  readonly kind: NodeKind;
  readonly title: Localised;
  readonly text: Localised;
  readonly children: readonly FrameworkNode[];
};

/** A framework as it ships: the first content of a version, which the secretariat may then edit and publish anew. */
export type Framework = {
  readonly code: string;
  readonly name: Localised;
  readonly shortName: Localised;
  /** `working_paraphrase`: our words for the sense of a text, which must not be quoted as what was signed. */
  readonly standing: 'official' | 'working_paraphrase';
  /** Where the sense comes from. */
  readonly source: string;
  readonly nodes: readonly FrameworkNode[];
};

/** A clause; its title and text in the six languages. */
export function clause(kind: NodeKind, code: string, title: Localised, text: Localised, children: readonly FrameworkNode[] = []): FrameworkNode {
  return { code, kind, title, text, children };
}

/** All clauses of a framework in reading order, parents before their children. */
export function allNodes(nodes: readonly FrameworkNode[]): readonly FrameworkNode[] {
  return nodes.flatMap((node) => [node, ...allNodes(node.children)]);
}
