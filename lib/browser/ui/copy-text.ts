/**
 * Puts text on the clipboard, exactly. A page that came over plain http has no `navigator.clipboard`; there the older command copies
 * from a field that nobody sees. Throws when the browser allows neither.
 */
export async function copyText(text: string): Promise<void> {
  if (navigator.clipboard) {
    try {
      return await navigator.clipboard.writeText(text);
    } catch {
      // Refused, in a frame for example: the older way may still work.
    }
  }
  copyFromField(text);
}

function copyFromField(text: string) {
  const before = document.activeElement;
  const field = document.createElement('textarea');
  field.value = text;
  field.readOnly = true;
  field.setAttribute('aria-hidden', 'true');
  field.style.cssText = 'position:fixed;top:0;left:0;opacity:0;font-size:16px';
  // Behind an open dialog nothing can take the focus.
  (before?.closest('dialog, [role="dialog"]') ?? document.body).append(field);
  try {
    field.select();
    if (!document.execCommand('copy')) throw new Error('The browser did not copy.');
  } finally {
    field.remove();
    if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  }
}
