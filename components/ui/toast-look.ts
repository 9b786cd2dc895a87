/** Where messages are: above the message box where there is one, else at the bottom of the window; in the way of nothing. */
export const TOAST_PLACE = 'toast-place pointer-events-none z-50 flex flex-col items-center gap-2 px-4 outline-none';
export const TOAST_BOX =
  'appear pointer-events-auto flex max-w-read items-center gap-3 rounded-card border border-line bg-raised py-1.5 pr-1.5 pl-4 text-sm shadow-[0_4px_16px_var(--shadow)]';
export const TOAST_ACTION = 'rounded-control px-2 py-1 font-medium text-accent hover:bg-hover';
