import { FileDown } from 'lucide-react';
import type { ImportedTurn } from '@/lib/browser/run/turn';
import { StreamMarkdown } from '../markdown/stream-markdown';
import { CopyButton } from '../ui/copy-button';
import { CutText } from './cut-text';
import { texts } from './texts';

/** An answer that came with a file: what was written, and by which program. */
export function ImportedAnswer({ turn, readWhole }: { turn: ImportedTurn; readWhole: () => Promise<string> }) {
  const { answer, answerCutFrom } = turn;
  const { from, model } = turn.importedFrom;
  return (
    <section aria-label={texts.importedAnswer} className="mx-auto w-full max-w-read pt-2">
      <header className="mb-3 flex min-h-7 items-center gap-2 text-muted text-xs">
        <FileDown className="icon" aria-hidden />
        <span className="min-w-0 flex-1 truncate">{texts.importedFrom(texts.programs[from], model)}</span>
        {answer && <CopyButton text={answerCutFrom === null ? answer : readWhole} label={texts.copy} showLabel />}
      </header>
      {answer ? (
        <CutText text={answer} cutFrom={answerCutFrom} readWhole={readWhole}>
          {(text) => <StreamMarkdown text={text} />}
        </CutText>
      ) : (
        <p className="text-muted text-sm">{texts.noImportedAnswer}</p>
      )}
    </section>
  );
}
