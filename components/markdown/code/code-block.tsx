'use client';
import { WrapText } from 'lucide-react';
import { useRef, useState } from 'react';
import { CopyButton } from '../../ui/copy-button';
import { cx } from '../../ui/cx';
import { PlainText } from '../../ui/plain-text';
import { ScrollBox } from '../../ui/scroll-box';
import { texts } from '../texts';
import { useColours } from './use-colours';

/** A code block with its language, a switch for wrapping, and a copy button that needs no hovering. */
export function CodeBlock({ code, language }: { code: string; language: string }) {
  const figure = useRef<HTMLElement>(null);
  const [isWrapped, setWrapped] = useState(false);
  const pieces = useColours(figure, code, language);
  const text = (
    <code>
      {pieces.map(({ text, look }, index) =>
        look ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no other identity.
          <span key={index} className={look}>
            <PlainText text={text} isCode />
          </span>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no other identity.
          <PlainText key={index} text={text} isCode />
        ),
      )}
    </code>
  );
  const look = 'px-3.5 py-3 font-mono text-sm leading-relaxed';
  return (
    <figure ref={figure} dir="ltr" className="my-4 overflow-hidden rounded-card border border-line bg-sunken">
      <figcaption className="flex h-8 items-center gap-1 border-line border-b pr-1 pl-3 text-muted text-xs">
        <span className="min-w-0 flex-1 truncate font-mono">{language || texts.noLanguage}</span>
        <button
          type="button"
          aria-label={texts.wrapLines}
          aria-pressed={isWrapped}
          title={isWrapped ? texts.doNotWrap : texts.wrapLines}
          onClick={() => setWrapped(!isWrapped)}
          className={cx(
            'inline-flex h-6 flex-none items-center rounded-control px-1.5 hover:bg-hover hover:text-text',
            isWrapped && 'bg-hover text-text',
          )}
        >
          <WrapText className="icon" aria-hidden />
        </button>
        <CopyButton text={code} label={texts.copyCode} />
      </figcaption>
      {isWrapped ? (
        <pre className={cx(look, 'whitespace-pre-wrap break-words')}>{text}</pre>
      ) : (
        <ScrollBox label={texts.code}>
          <pre className={cx(look, 'w-max min-w-full')}>{text}</pre>
        </ScrollBox>
      )}
    </figure>
  );
}
