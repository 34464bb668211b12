/** Hours as people write them: 半天, 一天半, 一个半小时, 90分钟, 4h, 8学时/人. */
import { divide, multiply } from '../base/decimal';
import { chineseNumber } from './chinese-number';
import type { RemarkCode } from './remarks';

/** So many hours, and how it was told where a person should look. */
interface Hours {
  readonly value: number;
  readonly says: RemarkCode;
}

/** A training day, as offices reckon it. */
const hoursOfDay = 8;

/** The text as hours; null where it is a plain number with a unit, or nothing of the kind. */
export function hoursIn(text: string): Hours | null {
  const bare = text.replace(/\s/gu, '').toLowerCase();
  const each = /^(?:每人|人均)(.+)$|^(.+)\/人(?:次)?$/u.exec(bare);
  const said = each?.[1] ?? each?.[2] ?? bare;
  const plain = /^(\d{1,3}(?:\.\d{1,2})?)(h|hr|hours?|学时|课时|小时)?$/u.exec(said);
  if (plain !== null && (each !== null || (plain[2] ?? '').includes('h'))) {
    return { value: Number(plain[1]), says: each === null ? 'number-expanded' : 'number-each' };
  }
  return daysIn(said) ?? clockIn(said);
}

/** 半天, 一天, 2.5天, 一天半, 两个半天. */
function daysIn(text: string): Hours | null {
  const days = /^(?<count>[^天日]{0,3}?)个?(?<before>半)?[天日](?<after>半)?$/u.exec(text)?.groups;
  if (days === undefined) return null;
  const { count: written = '', before, after } = days;
  const count = daysCounted(written, before !== undefined);
  if (count === null || (before !== undefined && after !== undefined)) return null;
  const length = before === undefined ? hoursOfDay : hoursOfDay / 2;
  return { value: multiply(count, length) + (after === undefined ? 0 : hoursOfDay / 2), says: 'number-hours' };
}

/** 全 and 整 are one; without a number only a half is. */
function daysCounted(written: string, isHalf: boolean): number | null {
  if (written === '') return isHalf ? 1 : null;
  return written === '全' || written === '整' ? 1 : numberIn(written);
}

/** 一个半小时, 半小时, 1小时30分, 90分钟. */
function clockIn(text: string): Hours | null {
  const half = /^(?:(?<count>.{1,3}?)个?)?(?<half>半)个?(?:小时|钟头|学时|课时)$/u.exec(text)?.groups;
  if (half !== undefined) {
    const whole = half.count === undefined ? 0 : numberIn(half.count);
    return whole === null ? null : { value: whole + 0.5, says: 'number-expanded' };
  }
  const clock = /^(?:(?<hours>\d{1,2})个?小时)?(?<minutes>\d{1,3})分钟?$/u.exec(text)?.groups;
  if (clock === undefined) return null;
  const minutes = Number(clock.hours ?? 0) * 60 + Number(clock.minutes);
  const value = divide(minutes, 60);
  return value === null ? null : { value: Math.round(value * 100) / 100, says: 'number-hours' };
}

function numberIn(text: string): number | null {
  return /^\d{1,2}(?:\.\d)?$/u.test(text) ? Number(text) : chineseNumber(text);
}
