'use client';
import { useId, useState } from 'react';
import { kindWord } from '@/lib/browser/reliability/kind-word';
import { runControls } from '@/lib/browser/run/run-controls';
import { isTaskKind, kindOfTask, TASK_KINDS } from '@/lib/protocol/reliability/kind-of-task';
import type { RunState } from '@/lib/protocol/state';
import { Select } from '../../ui/select';
import { texts } from './evidence-texts';

interface TaskKindProps {
  run: RunState;
  /** As it is stored; absent = as its words say. */
  stored?: string;
}

/** The kind of task for which the run counts, which the rule may have taken wrongly. */
export function TaskKindChoice({ run, stored }: TaskKindProps) {
  const [kind, setKind] = useState(stored && isTaskKind(stored) ? stored : kindOfTask(run.input));
  const id = useId();
  const isOver = run.status === 'finished';
  return (
    <div className="flex flex-wrap items-center gap-2 text-muted text-sm">
      <label htmlFor={id}>{texts.kindOfTask}</label>
      <Select
        id={id}
        className="max-w-44"
        disabled={!isOver}
        value={kind}
        onChange={(event) => {
          const { value } = event.target;
          if (!isTaskKind(value)) return;
          const before = kind;
          setKind(value);
          void runControls.correctKind(run.runId, value).then((isTaken) => {
            if (!isTaken) setKind(before);
          });
        }}
      >
        {TASK_KINDS.map((word) => (
          <option key={word} value={word}>
            {kindWord(word)}
          </option>
        ))}
      </Select>
    </div>
  );
}
