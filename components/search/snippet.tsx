import { Fragment } from 'react';
import { snippetParts } from '@/lib/browser/search/snippet-parts';
import { PlainText } from '../ui/plain-text';

/** A piece of a text with its hits marked. */
export function Snippet({ snippet }: { snippet: string }) {
  return snippetParts(snippet).map(({ text, isHit }, index) =>
    isHit ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a snippet never change.
      <mark key={index} className="rounded-[3px] bg-accent-soft text-text">
        <PlainText text={text} />
      </mark>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: as above.
      <Fragment key={index}>
        <PlainText text={text} />
      </Fragment>
    ),
  );
}
