'use client';
import { Plus, Trash2 } from 'lucide-react';
import { useId, useState } from 'react';
import { type ParamRow, paramRowProblem, paramsOf, rowsOf } from '@/lib/browser/team/param-rows';
import { useKeptFocus } from '@/lib/browser/ui/use-kept-focus';
import { Button } from '../../ui/button';
import { IconButton } from '../../ui/icon-button';
import { ParamRowFields } from './param-row-fields';
import { texts } from './texts';

/** What is said of a path, and of everything below it where that is wanted. */
export type MessageAt = (path: string, options?: { below?: boolean }) => string | undefined;

interface ParamFieldsProps {
  /** Whose they are, for example “agent A”. */
  of: string;
  params: Record<string, unknown>;
  /** Path of the parameters in the team, for example `agents[0].backend.params`. */
  path: string;
  /** Names that the backend documents. */
  known: string[];
  faultAt: MessageAt;
  warningAt: MessageAt;
  onChange: (params: Record<string, unknown>) => void;
}

/** What is sent with each of an agent's requests: names and values, the known names suggested. */
export function ParamFields({ of, params, path, known, faultAt, warningAt, onChange }: ParamFieldsProps) {
  const listId = useId();
  const add = useKeptFocus<HTMLButtonElement>();
  const [typed, setTyped] = useState(() => rowsOf(params));
  // Rows that are not right yet are here only; when the team was changed elsewhere, it counts.
  const rows = JSON.stringify(paramsOf(typed)) === JSON.stringify(params) ? typed : rowsOf(params);
  const free = known.filter((name) => rows.every((row) => row.name !== name));

  function change(next: ParamRow[]) {
    setTyped(next);
    onChange(paramsOf(next));
  }

  return (
    <div className="sm:col-span-2">
      <div className="flex items-center justify-between gap-3">
        <div className="min-w-0">
          <p className="font-medium text-sm">{texts.parameters}</p>
          <p className="text-muted text-xs">{rows.length === 0 ? texts.noParameters : texts.parametersText}</p>
        </div>
        <Button
          ref={add.ref}
          size="sm"
          aria-label={texts.addParameter(of)}
          onClick={() => change([...rows, { name: '', text: '' }])}
        >
          <Plus className="icon" aria-hidden />
          {texts.add}
        </Button>
      </div>
      {faultAt(path) && <p className="mt-1 text-danger text-xs">{faultAt(path)}</p>}
      <datalist id={listId}>
        {free.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      {rows.map((row, index) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: the name is edited in place, the position is the identity.
          key={index}
          className="mt-3 flex items-start gap-2 sm:mt-2"
        >
          <ParamRowFields
            row={row}
            number={index + 1}
            listId={listId}
            problem={paramRowProblem(rows, index)}
            fault={row.name ? faultAt(`${path}.${row.name}`, { below: true }) : undefined}
            warning={row.name ? warningAt(`${path}.${row.name}`) : undefined}
            onChange={(changed) => change(rows.map((entry, at) => (at === index ? changed : entry)))}
          />
          <IconButton
            label={row.name ? texts.removeNamed(row.name) : texts.removeParameter(index + 1)}
            icon={Trash2}
            className="mt-0.5"
            onClick={() => {
              change(rows.filter((_, at) => at !== index));
              add.keep();
            }}
          />
        </div>
      ))}
    </div>
  );
}
