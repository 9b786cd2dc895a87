import { PlainText } from '../ui/plain-text';

/** A formula as it was written. */
export function FormulaSource({ source, isDisplay }: { source: string; isDisplay: boolean }) {
  return (
    <code
      dir="ltr"
      className={`whitespace-pre-wrap break-words font-mono text-[0.875em] ${isDisplay ? 'my-4 block' : ''}`}
    >
      <PlainText text={source} isCode />
    </code>
  );
}
