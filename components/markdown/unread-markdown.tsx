import { PlainText } from '../ui/plain-text';

/** Markdown as it was written. */
export function UnreadMarkdown({ text }: { text: string }) {
  return (
    <div dir="auto" className="prose-block whitespace-pre-wrap break-words [unicode-bidi:plaintext]">
      <PlainText text={text} />
    </div>
  );
}
