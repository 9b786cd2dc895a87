import { Field } from '../ui/field';
import { Select } from '../ui/select';
import { texts } from './texts';

interface HomeFieldProps {
  /** Empty = one's own. */
  home: string;
  workspaces: { id: string; name: string }[];
  onChange: (home: string) => void;
}

/** Where a new team is made: for oneself, or for everybody in a workspace. */
export function HomeField({ home, workspaces, onChange }: HomeFieldProps) {
  return (
    <div className="mt-4">
      <Field label={texts.who}>
        {(control) => (
          <Select {...control} value={home} onChange={(event) => onChange(event.target.value)}>
            <option value="">{texts.onlyMe}</option>
            {workspaces.map(({ id, name }) => (
              <option key={id} value={id}>
                {texts.everybodyIn(name)}
              </option>
            ))}
          </Select>
        )}
      </Field>
    </div>
  );
}
