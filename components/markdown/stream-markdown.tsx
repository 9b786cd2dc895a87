'use client';
import { memo } from 'react';
import { AnswerBoundary } from './answer-boundary';
import { LiveMarkdown } from './live-markdown';

/** Markdown, also while it grows; rendered again only when the text has changed. */
export const StreamMarkdown = memo(function StreamMarkdown({ text }: { text: string }) {
  return (
    <AnswerBoundary text={text}>
      <LiveMarkdown text={text} />
    </AnswerBoundary>
  );
});
