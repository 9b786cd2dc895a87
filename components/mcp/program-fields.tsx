import type { ProgramDraft } from '@/lib/browser/mcp/program-draft';
import { CheckField } from '../ui/check-field';
import { Field } from '../ui/field';
import { Textarea } from '../ui/textarea';
import { FolderFields } from './folder-fields';
import { texts } from './texts';

interface ProgramFieldsProps {
  program: ProgramDraft;
  faultAt: (path: string) => string | undefined;
  onChange: (program: ProgramDraft) => void;
}

/** What is started for a server that is a program, whether it may reach the network, and which folders it gets. */
export function ProgramFields({ program, faultAt, onChange }: ProgramFieldsProps) {
  const fault = faultAt('transport.command') ?? faultAt('transport.args');
  return (
    <>
      <Field label={texts.command} hint={texts.commandHint} error={fault}>
        {(control) => (
          <Textarea
            {...control}
            required
            rows={2}
            spellCheck={false}
            autoCapitalize="off"
            className="font-mono text-xs"
            value={program.line}
            onChange={(event) => onChange({ ...program, line: event.target.value })}
          />
        )}
      </Field>
      <CheckField
        label={texts.network}
        text={texts.networkText}
        checked={program.network}
        onChange={(network) => onChange({ ...program, network })}
      />
      <FolderFields
        folders={program.folders}
        faultAt={faultAt}
        onChange={(folders) => onChange({ ...program, folders })}
      />
    </>
  );
}
