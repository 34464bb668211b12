/** What the timers of the systems are told: one run of the command an hour, from the time on until the office closes. */
import { createHash } from 'node:crypto';

/** The program that is run: Node and the command's file, both absolute. */
export interface TimerProgram {
  readonly node: string;
  readonly script: string;
}

/** A timer of one workspace. */
export interface TimerPlan {
  readonly program: TimerProgram;
  /** Absolute. */
  readonly folder: string;
  readonly hour: number;
  readonly minute: number;
}

/** A run that comes late does what is due as well; after this hour nobody reads mails. */
export const lastHour = 18;

/** Tells the timers of workspaces apart; the same folder always has the same. */
export function timerId(folder: string): string {
  return `fazhi-nianbao-${createHash('sha256').update(folder).digest('hex').slice(0, 8)}`;
}

/** The words of the command line. */
function timerWords({ program, folder }: TimerPlan): readonly string[] {
  return [program.node, program.script, 'schedule', 'run', folder];
}

/** One line of a crontab; the shell takes what stands behind # for a remark. */
export function cronLine(plan: TimerPlan): string {
  const command = `${timerWords(plan).map(shellWord).join(' ')} >/dev/null 2>&1 # ${timerId(plan.folder)}`;
  // cron takes a bare % for the end of the line.
  return `${String(plan.minute)} ${hours(plan)} * * * ${command.replaceAll('%', '\\%')}`;
}

function hours({ hour }: TimerPlan): string {
  return hour === lastHour ? String(hour) : `${String(hour)}-${String(lastHour)}`;
}

function shellWord(word: string): string {
  return `'${word.replaceAll("'", `'\\''`)}'`;
}

/** The two units of systemd. */
export function systemdUnits(plan: TimerPlan): Readonly<Record<'service' | 'timer', string>> {
  const { hour, minute } = plan;
  const at = `${two(hour)}..${two(lastHour)}:${two(minute)}:00`;
  return {
    service: `[Unit]\nDescription=${timerId(plan.folder)}\n\n[Service]\nType=oneshot\nExecStart=${timerWords(plan).map(systemdWord).join(' ')}\nSuccessExitStatus=1\n`,
    timer: `[Unit]\nDescription=${timerId(plan.folder)}\n\n[Timer]\nOnCalendar=*-*-* ${at}\nPersistent=true\n\n[Install]\nWantedBy=timers.target\n`,
  };
}

function systemdWord(word: string): string {
  const escaped = word.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('%', '%%').replaceAll('$', '$$$$');
  return `"${escaped}"`;
}

/** The task of the Windows scheduler, to be stored as UTF-16. */
export function windowsTask(plan: TimerPlan): string {
  const [command = '', ...words] = timerWords(plan);
  const duration = lastHour - plan.hour;
  const repeat =
    duration === 0
      ? ''
      : `<Repetition><Interval>PT1H</Interval><Duration>PT${String(duration)}H1M</Duration></Repetition>`;
  return [
    '<?xml version="1.0" encoding="UTF-16"?>',
    '<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">',
    `<Triggers><CalendarTrigger>${repeat}<StartBoundary>2020-01-01T${two(plan.hour)}:${two(plan.minute)}:00</StartBoundary>`,
    '<ScheduleByDay><DaysInterval>1</DaysInterval></ScheduleByDay></CalendarTrigger></Triggers>',
    '<Settings><MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>',
    '<DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries><StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>',
    '<StartWhenAvailable>true</StartWhenAvailable></Settings>',
    `<Actions><Exec><Command>${xml(command)}</Command><Arguments>${xml(words.map(windowsWord).join(' '))}</Arguments></Exec></Actions>`,
    '</Task>',
    '',
  ].join('\r\n');
}

/** No name of a file holds a double quote there; a backslash before the closing one would take it away. */
function windowsWord(word: string): string {
  return `"${word.replace(/\\$/u, '\\\\')}"`;
}

/** The agent of macOS. */
export function launchdAgent(plan: TimerPlan): string {
  const times = Array.from({ length: lastHour - plan.hour + 1 }, (_, index) => plan.hour + index);
  const item = (hour: number): string =>
    `<dict><key>Hour</key><integer>${String(hour)}</integer><key>Minute</key><integer>${String(plan.minute)}</integer></dict>`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">',
    '<plist version="1.0"><dict>',
    `<key>Label</key><string>${timerId(plan.folder)}</string>`,
    `<key>ProgramArguments</key><array>${timerWords(plan)
      .map((word) => `<string>${xml(word)}</string>`)
      .join('')}</array>`,
    `<key>StartCalendarInterval</key><array>${times.map(item).join('')}</array>`,
    '</dict></plist>',
    '',
  ].join('\n');
}

function xml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** `08`. */
export function two(number: number): string {
  return String(number).padStart(2, '0');
}
