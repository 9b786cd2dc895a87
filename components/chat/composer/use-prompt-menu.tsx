'use client';
import dynamic from 'next/dynamic';
import { type KeyboardEvent, type ReactNode, type RefObject, useId, useState } from 'react';
import { useRead } from '@/lib/browser/api/use-read';
import { findPrompts, slashQuery } from '@/lib/browser/prompts/find-prompts';
import { readPrompts, type SavedPrompt } from '@/lib/browser/prompts/saved-prompt';

/** Shown behind a slash alone. */
const PromptGaps = dynamic(() => import('./prompt-gaps').then((file) => file.PromptGaps));
const PromptList = dynamic(() => import('./prompt-list').then((file) => file.PromptList));

interface PromptMenuOptions {
  text: string;
  onText: (text: string) => void;
  input: RefObject<HTMLTextAreaElement | null>;
  /** Whether a key is for the page, not for an input method. */
  isPages: (event: KeyboardEvent) => boolean;
}

interface PromptMenu {
  /** Stands over the text. */
  panel: ReactNode;
  /** Of the text box. */
  attributes: { 'aria-controls'?: string; 'aria-activedescendant'?: string; 'aria-autocomplete'?: 'list' };
  /** Whether the menu has taken the key. */
  onKeyDown: (event: KeyboardEvent) => boolean;
}

/** Saved prompts behind a slash at the beginning of the box: found by name, chosen by key or pointer, filled in where they have gaps. */
export function usePromptMenu({ text, onText, input, isPages }: PromptMenuOptions): PromptMenu {
  const id = useId();
  const query = slashQuery(text);
  const [at, setAt] = useState(0);
  /** What stood in the box when somebody closed the list. */
  const [closedAt, setClosedAt] = useState<string | null>(null);
  const [filling, setFilling] = useState<SavedPrompt | null>(null);
  const isWanted = query !== null && closedAt !== text;
  const { value, problem } = useRead(readPrompts, isWanted ? 'prompts' : null);
  const found = isWanted && value ? findPrompts(value, query) : [];
  const active = found[Math.min(at, found.length - 1)];
  const optionId = (prompt: SavedPrompt) => `${id}-${prompt.id}`;

  function insert(whole: string) {
    setFilling(null);
    onText(whole);
    input.current?.focus();
    requestAnimationFrame(() => input.current?.setSelectionRange(whole.length, whole.length));
  }
  function choose(prompt: SavedPrompt) {
    setAt(0);
    if (prompt.variables.length === 0) return insert(prompt.text);
    setFilling(prompt);
  }
  function onKeyDown(event: KeyboardEvent): boolean {
    if (!active || !isPages(event) || event.ctrlKey || event.metaKey || event.altKey) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) setAt((found.indexOf(active) + step + found.length) % found.length);
    else if ((event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey) choose(active);
    else if (event.key === 'Escape') setClosedAt(text);
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  }

  if (filling) {
    const close = () => {
      setFilling(null);
      input.current?.focus();
    };
    const panel = <PromptGaps key={filling.id} prompt={filling} onFilled={insert} onClose={close} />;
    return { panel, attributes: {}, onKeyDown: () => false };
  }
  const isEmpty = value?.length === 0 && query === '';
  const panel = (active || problem || isEmpty) && (
    <PromptList
      id={id}
      prompts={found}
      active={active}
      optionId={optionId}
      problem={problem}
      onActive={(prompt) => setAt(found.indexOf(prompt))}
      onChoose={choose}
    />
  );
  return {
    panel: isWanted ? panel : null,
    attributes: active
      ? { 'aria-controls': id, 'aria-activedescendant': optionId(active), 'aria-autocomplete': 'list' }
      : {},
    onKeyDown,
  };
}
