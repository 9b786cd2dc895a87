/** Marks around text that have no other property than their name. */
export type MarkName = 'strong' | 'em' | 'del' | 'ins' | 'u' | 'mark' | 'small' | 'sub' | 'sup' | 'kbd';

export type InlineNode =
  | { type: 'text'; text: string }
  | { type: 'code'; text: string }
  | { type: 'break' }
  | { type: MarkName; children: InlineNode[] }
  /** `isBare`: the text is the address itself. */
  | { type: 'link'; href: string; isBare: boolean; children: InlineNode[] }
  | { type: 'image'; href: string; alt: string }
  | MathNode
  | { type: 'footnote'; label: string };

/** `tex` is what is typeset, `source` what was written, with its delimiters. */
export interface MathNode {
  type: 'math';
  tex: string;
  source: string;
  isDisplay: boolean;
}

export interface ListItem {
  /** Of a task: whether it is done; `null` = no task. */
  isDone: boolean | null;
  children: BlockNode[];
}

export type Alignment = 'left' | 'center' | 'right' | null;

export type BlockNode =
  /** `isTight`: in a list whose items stand close together. */
  | { type: 'paragraph'; isTight: boolean; children: InlineNode[] }
  | { type: 'heading'; level: number; children: InlineNode[] }
  /** `start` is the first number, `null` = bullets. */
  | { type: 'list'; start: number | null; items: ListItem[] }
  | { type: 'code'; text: string; language: string }
  | { type: 'quote'; children: BlockNode[] }
  | { type: 'table'; align: Alignment[]; head: InlineNode[][]; rows: InlineNode[][][] }
  | { type: 'rule' }
  /** Shown as it was written. */
  | { type: 'plain'; text: string }
  | MathNode
  | { type: 'footnote-text'; label: string; children: BlockNode[] };
