import { activePath } from '@/lib/features/conversations/active-path';
import { newestBehind } from '@/lib/features/conversations/newest-behind';

interface Node {
  id: string;
  parentId: string | null;
}

/** The messages of the branch up to the leaf, oldest first, as ids; `follow` = with the newest ones that have come behind it. */
export function sharedPath(tree: Node[], leafId: string, follow: boolean): string[] {
  if (!tree.some(({ id }) => id === leafId)) return [];
  const end = follow ? (newestBehind(tree).get(leafId) ?? leafId) : leafId;
  return activePath(tree, end).map(({ id }) => id);
}
