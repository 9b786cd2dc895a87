import type { Slot } from '@/lib/protocol/team';
import type { StoredResult } from '@/lib/protocol/tool-event';
import type { CallHost } from '../call/active-call';
import { storedResults } from './result-reader';
import { MAX_RESULT_CHARACTERS, PREVIEW_CHARACTERS } from './tool-settings';
import { wholeEnd } from './whole-end';

const number = new Intl.NumberFormat('en');

/**
 * What of a result the model is told: all of it, or its beginning where it is too long; then the whole is stored before the log says so.
 * The function that comes back names the stored text, and is to be called when the result is written.
 */
export async function cutResult(
  host: CallHost,
  slot: Slot,
  text: string,
): Promise<() => { result: string; stored?: StoredResult }> {
  if (text.length <= MAX_RESULT_CHARACTERS) return () => ({ result: text });
  const end = wholeEnd(text, PREVIEW_CHARACTERS);
  const preview = text.slice(0, end);
  const size = `[Characters 1 to ${number.format(end)} of ${number.format(text.length)}.`;
  try {
    const { hash, bytes, stored } = host.tools.blobs.keep(Buffer.from(text));
    await stored;
    return () => {
      const id = `r${storedResults(host.state, slot).length + 1}`;
      const result = `${preview}\n\n${size} read_result {"result": "${id}", "offset": ${end}} reads on.]`;
      return { result, stored: { id, hash, bytes, characters: text.length } };
    };
  } catch (error) {
    host.deps.report(error, `A long result could not be stored in the run ${host.runId}.`);
    return () => ({ result: `${preview}\n\n${size} The rest could not be kept.]` });
  }
}
