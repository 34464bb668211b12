/** What is kept between ticks: whose trigger sends the reminders, and what its last ticks did. */
import type { Heartbeat } from '../../contract/reminders';
import { readState } from '../../google/run-guard';

/** The name of the state of whose trigger works. */
export const timerState = 'timer';
/** The name of the state of what the ticks did. */
export const heartbeatState = 'heartbeat';

/** Whose trigger sends the reminders. */
export interface TimerOwner {
  /** Hash of the account's address. */
  readonly owner: string;
  /** As it may be shown. */
  readonly shown: string;
  /** China time. */
  readonly since: string;
}

/** Whose trigger works; null while reminders are not sent by themselves. */
export function readTimer(): TimerOwner | null {
  return readState(timerState) as TimerOwner | null;
}

/** What the ticks did; null before the first. */
export function readHeartbeat(): Heartbeat | null {
  return readState(heartbeatState) as Heartbeat | null;
}
