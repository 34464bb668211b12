/** The standard an indicator is judged by, in words. */
import { plain } from '../base/decimal';
import type { Indicator, BasisKind } from './indicator';
import { standingWords } from './indicator-words';

type Judged = Pick<Indicator, 'threshold' | 'direction' | 'unit'>;

/** `不低于90%`, `不高于10%`; empty when nothing is judged. */
export function standardText({ threshold, direction, unit }: Judged): string {
  if (threshold === null) return '';
  return `${direction === 'high' ? '不低于' : '不高于'}${plain(threshold)}${unit}`;
}

/**
 * The same with what it rests on: `不低于100%（法定）：《信访工作条例》第三十四条…`; a basis that says no more than that it is the
 * office's own is not repeated. Empty when nothing is judged.
 */
export function standingText(indicator: Judged & Pick<Indicator, 'standing' | 'basis'>): string {
  const { standing, basis } = indicator;
  const standard = standardText(indicator);
  if (standard === '') return '';
  const word = standingWords[standing];
  const more = basis.startsWith(word) ? basis.split('；').slice(1).join('；') : basis;
  return `${standard}（${word}）${more === '' ? '' : `：${more}`}`;
}

const demands: Readonly<Record<BasisKind, string>> = { law: '法定要求', norm: '规定标准', own: '工作目标' };

/** How a miss is told: `低于100%的法定要求`, `高于10%的工作目标`; empty when nothing is judged. */
export function missText({ threshold, direction, unit, standing }: Judged & Pick<Indicator, 'standing'>): string {
  if (threshold === null) return '';
  return `${direction === 'high' ? '低于' : '高于'}${plain(threshold)}${unit}的${demands[standing]}`;
}
