interface Placed {
  readonly id: string;
  readonly parent_id: string | null;
}

/** Whether a clause is another one, or stands anywhere under it. */
export function standsUnder(nodes: readonly Placed[], id: string, above: string): boolean {
  const parents = new Map(nodes.map((node) => [node.id, node.parent_id]));
  for (let at: string | null = id; at !== null; at = parents.get(at) ?? null) if (at === above) return true;
  return false;
}
