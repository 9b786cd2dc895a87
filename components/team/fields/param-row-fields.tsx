'use client';
import { useId } from 'react';
import type { ParamRow, ParamRowProblem } from '@/lib/browser/team/param-rows';
import { cx } from '../../ui/cx';
import { Input } from '../../ui/input';
import { texts } from './texts';

interface ParamRowFieldsProps {
  row: ParamRow;
  /** Counted from 1, for people. */
  number: number;
  /** `id` of the list of suggested names. */
  listId: string;
  problem: ParamRowProblem | null;
  /** What the server says of it. */
  fault: string | undefined;
  warning: string | undefined;
  onChange: (row: ParamRow) => void;
}

/** Name and value of one parameter, with what is wrong or odd about it underneath. */
export function ParamRowFields({ row, number, listId, problem, fault, warning, onChange }: ParamRowFieldsProps) {
  const id = useId();
  const error = problem?.message ?? fault;
  const note = error ?? warning;

  /** The form cannot be sent while the row is no parameter: it would be missing from the team without a word. */
  function refs(at: ParamRowProblem['at']) {
    const isWrong = problem?.at === at;
    return {
      ref: (input: HTMLInputElement | null) => input?.setCustomValidity(isWrong ? problem.message : ''),
      'aria-invalid': isWrong || (at === 'value' && fault) ? (true as const) : undefined,
      'aria-describedby': note ? `${id}-note` : undefined,
      spellCheck: false,
      autoCapitalize: 'off',
      autoComplete: 'off',
    };
  }

  return (
    <div className="min-w-0 flex-1">
      <div className="flex flex-wrap gap-1 sm:flex-nowrap sm:gap-2">
        <Input
          {...refs('name')}
          aria-label={texts.parameterName(number)}
          list={listId}
          placeholder={texts.name}
          value={row.name}
          onChange={(event) => onChange({ ...row, name: event.target.value.trim() })}
          className="font-mono text-xs sm:max-w-56"
        />
        <Input
          {...refs('value')}
          aria-label={row.name ? texts.valueOf(row.name) : texts.parameterValue(number)}
          placeholder={texts.value}
          value={row.text}
          onChange={(event) => onChange({ ...row, text: event.target.value })}
          className="font-mono text-xs"
        />
      </div>
      {note && (
        <p id={`${id}-note`} className={cx('mt-1 text-xs', error ? 'text-danger' : 'text-warn')}>
          {note}
        </p>
      )}
    </div>
  );
}
