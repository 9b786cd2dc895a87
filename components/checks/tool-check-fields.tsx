'use client';
import type { CheckDraft } from '@/lib/browser/checks/check-draft';
import { serverChoices } from '@/lib/browser/checks/server-choices';
import { useServers } from '@/lib/browser/mcp/use-servers';
import { Field } from '../ui/field';
import { Input } from '../ui/input';
import { Select } from '../ui/select';
import { JsonField } from './json-field';
import { texts } from './texts';

/** Of what a check looks at. */
export interface CheckFieldsProps {
  check: CheckDraft;
  faultAt: (key: string) => string | undefined;
  set: (key: string, value: unknown) => void;
}

/** Which tool of which server looks at the answer, what it is given, and how its result is read. */
export function ToolCheckFields({ check, faultAt, set }: CheckFieldsProps) {
  const servers = useServers();
  const textOf = (key: string) => (typeof check[key] === 'string' ? check[key] : '');
  const choices = serverChoices(servers ?? [], textOf('server'));
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <Field
        label={texts.server}
        error={faultAt('server')}
        hint={servers && servers.length === 0 ? texts.noServers : undefined}
      >
        {(control) => (
          <Select {...control} value={choices.chosen} onChange={(event) => set('server', event.target.value)}>
            <option value="" disabled>
              {texts.chooseServer}
            </option>
            {choices.names.map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={texts.tool} error={faultAt('tool')} hint={texts.toolHint}>
        {(control) => (
          <Input {...control} value={textOf('tool')} onChange={(event) => set('tool', event.target.value)} />
        )}
      </Field>
      <JsonField
        label={texts.toolArguments}
        value={check.arguments}
        error={faultAt('arguments')}
        onChange={(given) => set('arguments', given)}
      />
      <Field label={texts.passes} error={faultAt('passes')} hint={texts.passesHint}>
        {(control) => (
          <Input
            {...control}
            placeholder={texts.passesExample}
            value={textOf('passes')}
            onChange={(event) => set('passes', event.target.value === '' ? undefined : event.target.value)}
          />
        )}
      </Field>
    </div>
  );
}
