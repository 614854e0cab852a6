/** Texts that commitments and endorsements refer to: a framework, its versions, their clauses. */
export const nodeKinds = ['principle', 'action_line', 'pillar', 'target', 'recommendation'] as const;
export type NodeKind = (typeof nodeKinds)[number];

export const relations = ['equivalent', 'contributes', 'related'] as const;
export type Relation = (typeof relations)[number];

export const standings = ['official', 'working_paraphrase'] as const;
export type Standing = (typeof standings)[number];

/** The framework that is endorsed. Nothing else in the code counts on its principles or their number. */
export const declarationCode = 'CONNDECL';

export interface TreeNode<Node> {
  readonly node: Node;
  readonly children: readonly TreeNode<Node>[];
}

/** The tree of a version from its rows, in their order. */
export function treeOf<Node extends { readonly id: string; readonly parent_id: string | null; readonly position: number }>(nodes: readonly Node[], parent: string | null = null): TreeNode<Node>[] {
  return nodes
    .filter((node) => node.parent_id === parent)
    .toSorted((a, b) => a.position - b.position)
    .map((node) => ({ node, children: treeOf(nodes, node.id) }));
}

/** The clauses in the order of the text, those above before those under them. */
export function inOrder<Node extends { readonly id: string; readonly parent_id: string | null; readonly position: number }>(nodes: readonly Node[]): Node[] {
  const flat = (tree: readonly TreeNode<Node>[]): Node[] => tree.flatMap(({ node, children }) => [node, ...flat(children)]);
  return flat(treeOf(nodes));
}

/** The clauses that promises are made on: those with none under them, in the order of the text. */
export function linesOf<Node extends { readonly id: string; readonly parent_id: string | null; readonly position: number }>(nodes: readonly Node[]): Node[] {
  const above = new Set(nodes.map(({ parent_id }) => parent_id));
  return inOrder(nodes).filter(({ id }) => !above.has(id));
}
