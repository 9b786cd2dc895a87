import { cx } from '../../ui/cx';
import { PlainText } from '../../ui/plain-text';
import { texts } from './texts';

/** Beyond this a browser is slow to lay it out, and nobody reads it. */
const MAX_LINES = 2000;

/** A change in unified form: its lines as they are, coloured by their sign. */
export function PatchView({ patch }: { patch: string }) {
  const lines = patch.split('\n').filter((line) => !HEADER.test(line));
  if (lines.at(-1) === '') lines.pop();
  return (
    <div
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling box must be reachable by keyboard.
      tabIndex={0}
      dir="ltr"
      className="max-h-96 overflow-auto py-1.5 font-mono text-xs leading-5 -outline-offset-2"
    >
      {lines.slice(0, MAX_LINES).map((line, index) => (
        <PatchLine
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a patch never change.
          key={index}
          line={line}
        />
      ))}
      {lines.length > MAX_LINES && (
        <p className="px-3 font-sans text-muted">{texts.linesHidden(lines.length - MAX_LINES)}</p>
      )}
    </div>
  );
}

/** The name of the file stands above it already. */
const HEADER = /^(?:Index: |={20,}$|--- |\+\+\+ )/;

function PatchLine({ line }: { line: string }) {
  const sign = line[0];
  const look = cx(
    'block min-h-5 whitespace-pre-wrap break-words border-l-2 pr-3 pl-2.5 no-underline',
    sign === '+' && 'border-ok bg-ok-soft',
    sign === '-' && 'border-danger bg-danger-soft text-muted',
    sign === '@' && 'border-transparent bg-sunken text-muted',
    (sign === ' ' || sign === '\\' || sign === undefined) && 'border-transparent',
  );
  if (sign === '+')
    return (
      <ins className={look}>
        <PlainText text={line} isCode />
      </ins>
    );
  if (sign === '-')
    return (
      <del className={look}>
        <PlainText text={line} isCode />
      </del>
    );
  return (
    <span className={look}>
      <PlainText text={line} isCode />
    </span>
  );
}
