'use client';
import { Trash2 } from 'lucide-react';
import { type CheckDraft, ofKind } from '@/lib/browser/checks/check-draft';
import { withKey } from '@/lib/browser/team/team-draft';
import type { CheckKind } from '@/lib/protocol/decision/checks/check';
import { CheckField } from '../ui/check-field';
import { Field } from '../ui/field';
import { IconButton } from '../ui/icon-button';
import { Input } from '../ui/input';
import { Select } from '../ui/select';
import { Textarea } from '../ui/textarea';
import { CodeFields } from './code-fields';
import { CommandFields } from './command-fields';
import { JsonField } from './json-field';
import { texts } from './texts';
import { type CheckFieldsProps, ToolCheckFields } from './tool-check-fields';

interface CheckRowProps {
  number: number;
  check: CheckDraft;
  faultAt: (key: string) => string | undefined;
  onChange: (check: CheckDraft) => void;
  onRemove: () => void;
}

/** One check: what it looks at, by what, and whether it decides alone. */
export function CheckRow({ number, check, faultAt, onChange, onRemove }: CheckRowProps) {
  const set = (key: string, value: unknown) => onChange(withKey(check, key, value));
  return (
    <li className="flex flex-col gap-3 rounded-card border border-line px-3.5 py-3">
      <div className="flex items-center gap-2">
        <Select
          aria-label={texts.kind(number)}
          value={check.kind}
          onChange={(event) => onChange(ofKind(check, event.target.value as CheckKind))}
        >
          {Object.entries(texts.kinds).map(([kind, words]) => (
            <option key={kind} value={kind}>
              {words}
            </option>
          ))}
        </Select>
        <IconButton label={texts.remove(number)} icon={Trash2} onClick={onRemove} />
      </div>
      <CheckBody check={check} faultAt={faultAt} set={set} />
      <CheckField
        label={texts.decisive}
        text={texts.decisiveText}
        checked={check.decisive === true}
        onChange={(isDecisive) => set('decisive', isDecisive || undefined)}
      />
    </li>
  );
}

function CheckBody({ check, faultAt, set }: CheckFieldsProps) {
  const textOf = (key: string) => (typeof check[key] === 'string' || typeof check[key] === 'number' ? check[key] : '');
  const numberField = (key: string, label: string) => (
    <Field label={label} error={faultAt(key)}>
      {(control) => (
        <Input
          {...control}
          type="number"
          step="any"
          value={textOf(key)}
          onChange={(event) => set(key, event.target.value === '' ? undefined : event.target.valueAsNumber)}
        />
      )}
    </Field>
  );
  const textField = (key: string, label: string, example: string) => (
    <Field label={label} error={faultAt(key)}>
      {(control) => (
        <Input
          {...control}
          placeholder={example}
          value={textOf(key)}
          onChange={(event) => set(key, event.target.value)}
        />
      )}
    </Field>
  );
  switch (check.kind) {
    case 'schema':
      return (
        <JsonField
          label={texts.schema}
          value={check.schema}
          error={faultAt('schema')}
          onChange={(schema) => set('schema', schema)}
        />
      );
    case 'pattern':
      return textField('pattern', texts.pattern, texts.patternExample);
    case 'number':
      return (
        <div className="grid gap-3 sm:grid-cols-3">
          {numberField('value', texts.value)}
          {numberField('tolerance', texts.tolerance)}
          {textField('unit', texts.unit, texts.unitExample)}
        </div>
      );
    case 'predicate':
      return textField('code', texts.code, texts.codeExample);
    case 'command':
      return <CommandFields check={check} faultAt={faultAt} set={set} />;
    case 'code':
      return <CodeFields check={check} faultAt={faultAt} set={set} />;
    case 'mcp':
      return <ToolCheckFields check={check} faultAt={faultAt} set={set} />;
    case 'critic':
      return (
        <Field label={texts.rubric} error={faultAt('rubric')}>
          {(control) => (
            <Textarea
              {...control}
              placeholder={texts.rubricExample}
              value={textOf('rubric')}
              onChange={(event) => set('rubric', event.target.value)}
            />
          )}
        </Field>
      );
  }
}
