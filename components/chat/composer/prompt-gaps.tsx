'use client';
import { type FormEvent, useEffect, useRef } from 'react';
import type { SavedPrompt } from '@/lib/browser/prompts/saved-prompt';
import { fillGaps } from '@/lib/protocol/text/gaps';
import { Button } from '../../ui/button';
import { Field } from '../../ui/field';
import { Input } from '../../ui/input';
import { texts } from './texts';

interface PromptGapsProps {
  prompt: SavedPrompt;
  onFilled: (text: string) => void;
  onClose: () => void;
}

/** Asks for what stands in the gaps of a prompt. Enter goes on, Esc goes back to the box. */
export function PromptGaps({ prompt, onFilled, onClose }: PromptGapsProps) {
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);

  function fill(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const values = prompt.variables.flatMap((name) => {
      const value = String(given.get(name) ?? '');
      // What is left empty can be filled in in the box.
      return value === '' ? [] : [[name, value] as const];
    });
    onFilled(fillGaps(prompt.text, Object.fromEntries(values)));
  }
  return (
    <form
      aria-label={prompt.name}
      onSubmit={fill}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
      className="flex flex-col gap-3 border-line border-b p-4"
    >
      <p className="font-medium text-sm">{prompt.name}</p>
      <div className="-mx-1 grid max-h-[35dvh] gap-3 overflow-y-auto px-1 pb-1 sm:grid-cols-2">
        {prompt.variables.map((name, index) => (
          <Field key={name} label={name}>
            {(control) => <Input {...control} ref={index === 0 ? first : undefined} name={name} autoComplete="off" />}
          </Field>
        ))}
      </div>
      <div className="flex gap-2">
        <Button type="submit" size="sm">
          {texts.insertPrompt}
        </Button>
        <Button size="sm" look="quiet" onClick={onClose}>
          {texts.cancelPrompt}
        </Button>
      </div>
    </form>
  );
}
