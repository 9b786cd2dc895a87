'use client';
import { useState } from 'react';
import { choicesWith, type ModelChoice } from '@/lib/browser/team/model-choice';
import { Input } from '../ui/input';
import { texts } from './texts';

/** A list without a search field; and what is drawn at once of a longer one. */
const SHORT = 8;
const MOST_SHOWN = 60;

interface ModelTicksProps {
  choices: ModelChoice[];
  /** Keys of the chosen ones, in the order in which they were chosen. */
  ticked: string[];
  onChange: (ticked: string[]) => void;
}

/** Models to tick, with a search field where they are many. */
export function ModelTicks({ choices, ticked, onChange }: ModelTicksProps) {
  const [text, setText] = useState('');
  const found = choicesWith(choices, text);
  const shown = found.slice(0, MOST_SHOWN);
  return (
    <div className="flex min-h-0 flex-col gap-2">
      {choices.length > SHORT && (
        <Input
          type="search"
          aria-label={texts.search}
          placeholder={texts.search}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      )}
      <ul aria-label={texts.models} className="max-h-64 overflow-y-auto">
        {shown.map(({ key, model, source, note }) => (
          <li key={key}>
            <label className="flex gap-2.5 rounded-control px-2 py-1.5 hover:bg-hover">
              <input
                type="checkbox"
                className="mt-1 size-4 flex-none accent-accent"
                checked={ticked.includes(key)}
                onChange={({ target: { checked } }) =>
                  onChange(checked ? [...ticked, key] : ticked.filter((other) => other !== key))
                }
              />
              <span className="min-w-0">
                <span className="block break-words text-sm">{model}</span>
                <span className="block text-muted text-xs empty:hidden">
                  {[source, note].filter(Boolean).join(' · ')}
                </span>
              </span>
            </label>
          </li>
        ))}
      </ul>
      {found.length === 0 && <p className="text-muted text-sm">{texts.none}</p>}
      {shown.length < found.length && <p className="text-muted text-xs">{texts.shown(shown.length, found.length)}</p>}
    </div>
  );
}
