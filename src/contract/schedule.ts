/** What is asked and told of reminders that go by themselves on this computer, and of the server that sends mails. Plain JSON. */
import type { Heartbeat } from './reminders';

/** `on` and `off`: whether reminders go by themselves at all; `install` and `remove`: the system's own timer. */
export type ScheduleOrder =
  { readonly do: 'show' | 'on' | 'off' | 'remove' } | { readonly do: 'install'; readonly at: string };

/** The timer of the operating system. */
export interface SystemTimer {
  /** As people call it: `cron`, `Windows 任务计划程序`. */
  readonly name: string;
  /** When it runs for this workspace, `08:30`; null where it is not installed. */
  readonly at: string | null;
  /** When it will run next, `2026-11-30 08:30`; null where it is not installed. */
  readonly next: string | null;
  /** Whether anybody has seen this kind fire. */
  readonly isTried: boolean;
}

/** Which timers are on, when they last ran and will run. */
export interface ScheduleState {
  /** Reminders go by themselves as soon as anything fires. */
  readonly isOn: boolean;
  /** Null where the system has none this program knows. */
  readonly system: SystemTimer | null;
  /** When the open server looks next, `2026-11-30 09:12`; null where none is open or it would do nothing. */
  readonly serving: string | null;
  /** Null before the first run. */
  readonly heartbeat: Heartbeat | null;
  /** The mail server's name; null where mails become files in 发件箱. */
  readonly server: string | null;
  /** What to know where this computer's clock is not China's; empty where it is. */
  readonly clock: string;
}

/** A mail server as it is typed. An empty password leaves the kept one. */
export interface MailSettings {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte (465); else STARTTLS is demanded. */
  readonly secure: boolean;
  readonly from: string;
  readonly user: string;
  readonly password: string;
}

/** `try` sends one mail to the office's own address. */
export type MailOrder =
  { readonly do: 'show' | 'forget' | 'try' } | { readonly do: 'keep'; readonly settings: MailSettings };

/** What is kept, without the password; null where nothing is. `said` is what came of the order. */
export interface MailAnswerDetails {
  readonly kept: Omit<MailSettings, 'password'> | null;
  readonly said: string;
}
