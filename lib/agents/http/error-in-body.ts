import { isFields } from '@/lib/protocol/json';
/**
 * What a body or a frame says that holds an error instead of a reply, in any of the shapes that servers use although they have answered
 * with 200: under `error` or `errors`, in a list, in a choice, or as fields of its own. `null` = it is no error.
 */
export function errorInBody(value: unknown): unknown {
  if (Array.isArray(value)) return value.length > 0 ? errorInBody(value[0]) : null;
  if (!isFields(value)) return null;
  if (value.error) return { error: value.error };
  if (Array.isArray(value.errors) && value.errors.length > 0) return { error: value.errors[0] };
  if (isFields(value.base_resp) && value.base_resp.status_code) return { error: value.base_resp };
  const choice = Array.isArray(value.choices) ? value.choices[0] : null;
  if (isFields(choice) && choice.error) return { error: choice.error };
  if (value.object === 'error' || value.type === 'error') return { error: value };
  if ('choices' in value || 'usage' in value) return null;
  const speaks = [value.message, value.detail, value.msg, value.error_msg].some((words) => words && !isMessage(words));
  return speaks ? { error: value } : null;
}

/** Not words, but what a model says. */
function isMessage(words: unknown): boolean {
  return isFields(words) && ('content' in words || 'role' in words);
}
