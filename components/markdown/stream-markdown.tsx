'use client';
import type { Token } from 'marked';
import { memo, useRef } from 'react';
import { renderBlock } from './render-block';
import { type Blocks, NO_BLOCKS, splitBlocks } from './split-blocks';

/** Settled blocks are the same token objects between updates, so only the tail renders again. */
const Block = memo(function Block({ token }: { token: Token }) {
  return renderBlock(token);
});

/** Markdown that grows while it is read. */
export function StreamMarkdown({ text }: { text: string }) {
  const blocks = useRef<Blocks>(NO_BLOCKS);
  blocks.current = splitBlocks(text, blocks.current);
  return (
    <div className="prose-block break-words">
      {blocks.current.tokens.map((token, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: blocks only ever append.
        <Block key={index} token={token} />
      ))}
    </div>
  );
}
