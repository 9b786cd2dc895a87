import type { Slot } from './team';

export interface EventError {
  code: string;
  message: string;
}

export interface Of<T extends string> {
  type: T;
}
export interface OfSlot<T extends string> extends Of<T> {
  slot: Slot;
}
export interface OfCall<T extends string> extends OfSlot<T> {
  callId: string;
}
