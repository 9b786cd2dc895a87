'use client';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { type CheckDraft, newCheck } from '@/lib/browser/checks/check-draft';
import { Button } from '../ui/button';
import { CheckRow } from './check-row';
import { texts } from './texts';

const MOST = 10;

interface CheckRowsProps {
  checks: CheckDraft[];
  /** Where the list stands in what is validated. */
  path: string;
  faultAt: (path: string) => string | undefined;
  onChange: (checks: CheckDraft[]) => void;
}

/** A list of checks to write, with a button for the next one. */
export function CheckRows({ checks, path, faultAt, onChange }: CheckRowsProps) {
  // A row keeps what is typed in it when one before it goes.
  const [keys, setKeys] = useState(() => checks.map(() => crypto.randomUUID()));
  const keyOf = (index: number) => keys[index] ?? `${index}`;
  return (
    <div className="flex flex-col gap-3">
      {checks.length > 0 && (
        <ul className="flex flex-col gap-3">
          {checks.map((check, index) => (
            <CheckRow
              key={keyOf(index)}
              number={index + 1}
              check={check}
              faultAt={(key) => faultAt(`${path}[${index}].${key}`)}
              onChange={(changed) => onChange(checks.with(index, changed))}
              onRemove={() => {
                setKeys(keys.toSpliced(index, 1));
                onChange(checks.toSpliced(index, 1));
              }}
            />
          ))}
        </ul>
      )}
      {faultAt(path) && <p className="text-danger text-xs">{faultAt(path)}</p>}
      {checks.length < MOST && (
        <Button
          size="sm"
          className="self-start"
          onClick={() => {
            setKeys([...keys, crypto.randomUUID()]);
            onChange([...checks, newCheck('pattern')]);
          }}
        >
          <Plus className="icon" aria-hidden />
          {texts.add}
        </Button>
      )}
    </div>
  );
}
