'use client';
import { CopyButton } from '../ui/copy-button';

/** A code block with its language and a copy button that needs no hovering. */
export function CodeBlock({ code, language }: { code: string; language: string }) {
  return (
    <figure className="my-4 overflow-hidden rounded-card border border-line bg-sunken">
      <figcaption className="flex h-8 items-center justify-between border-line border-b pr-1 pl-3 text-muted text-xs">
        <span className="font-mono">{language || 'text'}</span>
        <CopyButton text={code} label="Copy code" />
      </figcaption>
      <pre className="overflow-x-auto px-3.5 py-3 font-mono text-sm leading-relaxed">
        <code>{code}</code>
      </pre>
    </figure>
  );
}
