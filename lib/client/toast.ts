import { createListeners } from './listeners';

export interface Toast {
  id: number;
  text: string;
  kind: 'info' | 'error';
  action?: { label: string; run: () => void };
}

const SHOWN_MS = 6000;
const listeners = createListeners();
const NONE: Toast[] = [];
let toasts: Toast[] = NONE;
let nextId = 1;

/** Takes a message away; one that is already gone is ignored. */
export function dismissToast(id: number): void {
  toasts = toasts.filter((toast) => toast.id !== id);
  listeners.notify();
}

/** Shows a short message for six seconds, with at most one action such as "Undo". */
export function toast(text: string, options: { kind?: Toast['kind']; action?: Toast['action'] } = {}): void {
  const id = nextId++;
  toasts = [...toasts.slice(-2), { id, text, kind: options.kind ?? 'info', action: options.action }];
  listeners.notify();
  setTimeout(() => dismissToast(id), SHOWN_MS);
}

export const toastStore = {
  subscribe: listeners.add,
  get: () => toasts,
  getServer: () => NONE,
};
