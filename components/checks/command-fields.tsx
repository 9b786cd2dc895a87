'use client';
import { useApprovedCommands } from '@/lib/browser/checks/use-approved-commands';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { Textarea } from '../ui/textarea';
import { texts } from './texts';
import type { CheckFieldsProps } from './tool-check-fields';

/** The command that checks an answer, and whether it may run in this person's runs. */
export function CommandFields({ check, faultAt, set }: CheckFieldsProps) {
  const command = typeof check.command === 'string' ? check.command : '';
  const { known, busy, problem, setApproved } = useApprovedCommands();
  const isApproved = known?.some((each) => each.command === command) ?? false;
  return (
    <>
      <Field label={texts.command} hint={texts.commandHint} error={faultAt('command')}>
        {(control) => (
          <Textarea
            {...control}
            rows={2}
            className="font-mono text-xs"
            spellCheck={false}
            autoCapitalize="off"
            placeholder={texts.commandExample}
            value={command}
            onChange={(event) => set('command', event.target.value)}
          />
        )}
      </Field>
      {known && command.trim() !== '' && (
        <div className="flex flex-wrap items-center gap-2 text-xs" aria-live="polite">
          <p className={isApproved ? 'text-muted' : 'text-warn'}>{isApproved ? texts.approved : texts.notApproved}</p>
          <Button size="sm" disabled={busy} onClick={() => setApproved(command, !isApproved)}>
            {isApproved ? texts.withdraw : texts.approve}
          </Button>
          {!isApproved && <p className="w-full text-muted">{texts.approveText}</p>}
        </div>
      )}
      {problem && <p className="text-danger text-xs">{problem}</p>}
    </>
  );
}
