import { ScrollBox } from '../ui/scroll-box';
import { texts } from './texts';

export interface FieldLine {
  depth: number;
  name: string | null;
  type: string;
  isOptional: boolean;
  about: string;
}

export interface OperationView {
  id: string;
  method: string;
  path: string;
  about: string;
  /** What it takes and answers, each under its title; without lines it is told by its note alone. */
  parts: { title: string; note: string; lines: FieldLine[] }[];
}

/** One operation of the API: what it does, and folded below it what it takes and answers. */
export function ApiOperation({ id, method, path, about, parts }: OperationView) {
  return (
    <li id={id} className="scroll-mt-4 border-line border-t py-3 first:border-t-0">
      <details>
        <summary className="cursor-pointer">
          <span className="tabular font-medium font-mono text-sm">{method}</span>{' '}
          <span className="break-all font-mono text-sm">{path}</span>
          <span className="mt-1 block text-muted text-sm">{about}</span>
        </summary>
        {parts.map(({ title, note, lines }) => (
          <section key={title} className="mt-3">
            <h3 className="font-medium text-sm">{title}</h3>
            {note && <p className="text-muted text-xs">{note}</p>}
            {lines.length > 0 && (
              <ScrollBox label={texts.partOf(title, method, path)} className="mt-1">
                <ul className="text-xs">
                  {lines.map((line, index) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: the same field may stand in several places, which never change.
                    <li key={index} style={{ paddingLeft: `${line.depth * 1.25}rem` }} className="py-0.5">
                      <FieldWords {...line} />
                    </li>
                  ))}
                </ul>
              </ScrollBox>
            )}
          </section>
        ))}
      </details>
    </li>
  );
}

function FieldWords({ name, type, isOptional, about }: FieldLine) {
  return (
    <>
      <code className="font-mono">{name ?? texts.oneOf}</code>
      {isOptional && <span className="text-muted"> {texts.optional}</span>} <span className="text-muted">{type}</span>
      {about && <span className="text-muted"> · {about}</span>}
    </>
  );
}
