import type { BlockNode, InlineNode } from './parse/nodes';

/** The first running text in a box; code and formulas do not count. */
export function firstText(nodes: (BlockNode | InlineNode)[]): string {
  for (const node of nodes) {
    const text = textOf(node);
    if (/\p{L}/u.test(text)) return text;
  }
  return '';
}

function textOf(node: BlockNode | InlineNode): string {
  if (node.type === 'text' || node.type === 'plain') return node.text;
  if (node.type === 'list') return firstText(node.items.flatMap((item) => item.children));
  if (node.type === 'table') return firstText([node.head, ...node.rows].flat(2));
  return 'children' in node ? firstText(node.children) : '';
}
