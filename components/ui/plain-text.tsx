import type { ReactNode } from 'react';
import { type HiddenCharacter, splitHidden } from '@/lib/protocol/text/hidden-characters';

/** Text as it is, with what nobody could see, or what would turn its order, shown by its code. */
export function PlainText({ text, isCode = false }: { text: string; isCode?: boolean }): ReactNode {
  const pieces = splitHidden(text, isCode);
  if (pieces.length === 1 && pieces[0] === text) return text;
  return pieces.map((piece, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no other identity.
    typeof piece === 'string' ? piece : <Hidden key={index} hidden={piece} />,
  );
}

function Hidden({ hidden: { code, name } }: { hidden: HiddenCharacter }) {
  return (
    <span
      dir="ltr"
      title={`${code}, ${name}`}
      className="mx-px inline-block whitespace-nowrap rounded-sm bg-warn-soft px-1 font-mono text-[0.75em] text-warn leading-normal ring-1 ring-warn ring-inset"
    >
      {code}
    </span>
  );
}
