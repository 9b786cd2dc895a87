import type { BlockNode, InlineNode } from './parse/nodes';
import type { Block } from './parse/read-markdown';

/** What the blocks of one text share. */
export interface AnswerContext {
  /** Begins the ids of this text in the page. */
  id: string;
  /** Labels of footnotes that exist and are referred to, with their numbers, in the order of the references. */
  footnotes: Map<string, number>;
}

/** Numbers the footnotes of a text; the same object again while nothing has changed. */
export function answerContext(blocks: Block[], id: string, previous?: AnswerContext): AnswerContext {
  const texts = new Set<string>();
  for (const { nodes } of blocks) for (const node of nodes) if (node.type === 'footnote-text') texts.add(node.label);
  const footnotes = new Map<string, number>();
  if (texts.size > 0) {
    for (const { source, nodes } of blocks) {
      if (!source.includes('[^')) continue;
      for (const label of labelsIn(nodes)) {
        if (texts.has(label) && !footnotes.has(label)) footnotes.set(label, footnotes.size + 1);
      }
    }
  }
  const isSame = previous?.id === id && [...footnotes.keys()].join(' ') === [...previous.footnotes.keys()].join(' ');
  return previous && isSame ? previous : { id, footnotes };
}

/** Labels in reading order: those in the texts of footnotes come with the blocks they stand in. */
function labelsIn(nodes: (BlockNode | InlineNode)[]): string[] {
  return nodes.flatMap((node): string[] => {
    if (node.type === 'footnote') return [node.label];
    if (node.type === 'list') return node.items.flatMap((item) => labelsIn(item.children));
    if (node.type === 'table') return [node.head, ...node.rows].flat().flatMap(labelsIn);
    return 'children' in node ? labelsIn(node.children) : [];
  });
}
