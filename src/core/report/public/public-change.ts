/** What was done for the public version, with the places it was done at. */
import type { PublicAction } from '../../edition/public-rule';
import { placeText, type Place } from '../../base/place';
import type { Problem } from '../../base/problem';
import { clipped } from '../../base/text';
import type { PublicChangeLine } from '../../../contract/summary';
import type { TextChange } from './publish-text';

/** A change and where what it changed was written. */
export interface PublicChange extends TextChange {
  readonly places: readonly Place[];
}

/** In words: 处理 as the tables of the edition have it. */
export const actionWords: Readonly<Record<PublicAction, string>> = {
  mask: '遮盖',
  'drop-sentence': '删句',
  'drop-text': '删段',
  stop: '停止',
  ask: '核对',
};

/** Longer texts are told by their beginning. */
const longest = 80;

/** The changes as problems: notes, doubts about what stays, and an error for each mark by which there is no public version. */
export function publicProblems(changes: readonly PublicChange[]): readonly Problem[] {
  return changes.map(({ rule, does, actual, instead, places }) => {
    const [place = { file: '' }, ...more] = places;
    const others = more.length === 0 ? '' : `（另见${more.slice(0, 3).map(placeText).join('、')}）`;
    const shown = clipped(actual, longest);
    const said = { place, actual: shown };
    if (does === 'stop') {
      return {
        ...{ code: 'public-stopped', level: 'error', ...said },
        reason: `有${rule}“${shown}”，公开版没有生成${others}`,
        expected: '请先由保密审查的人核实：确属涉密的，不得写进报告和填报表；不涉密的，去掉标记后再运行一次',
      };
    }
    if (does === 'ask') {
      return {
        ...{ code: 'public-doubted', level: 'doubt', ...said },
        reason: `公开版里还有“${shown}”，${rule}，没有遮盖${others}`,
        expected: '请核实：是姓名的，在原处删去，再运行一次；不是的，不用改',
      };
    }
    return {
      ...{ code: does === 'mask' ? 'public-masked' : 'public-dropped', level: 'note', ...said },
      reason: `公开版里${doneText(rule, does, instead)}“${shown}”${others}`,
      expected: '不用改；公开以前请再通读一遍公开版',
    };
  });
}

/** None or one, of so many pictures in the public version of the file: what is drawn in them is looked into by nobody but people. */
export function pictureProblems(file: string, count: number): readonly Problem[] {
  if (count === 0) return [];
  return [
    {
      ...{ code: 'public-picture', level: 'doubt', place: { file, spot: '图片' }, actual: `${String(count)}张图片` },
      reason: '公开版里有图片，图片里的字和人像程序没有检查',
      expected: '请逐张核实没有不能公开的内容；有的，换掉图片再运行一次',
    },
  ];
}

/** What the template leaves out of the public version by itself; empty for nothing. */
export function unprintedText(count: number): string {
  return count === 0 ? '' : `有 ${String(count)} 段按模板不印或者只印一部分`;
}

function doneText(rule: string, does: PublicChange['does'], instead: string): string {
  if (does === 'drop-text') return `删去了有${rule}的整段`;
  if (does === 'drop-sentence') return `删去了有${rule}的一句`;
  return instead === '' ? `删去了${rule}` : `用“${instead}”代替了${rule}`;
}

/** The changes as they are handed on. */
export function publicChangeLines(changes: readonly PublicChange[]): readonly PublicChangeLine[] {
  return changes.map(({ rule, does, actual, instead, places }) => ({
    ...{ kind: rule, does: actionWords[does] },
    ...{ places: places.map(placeText), actual, instead },
  }));
}

/** The changes as lines of the sheet that lists them. */
export function publicChangeRows(
  changes: readonly PublicChange[],
): readonly Readonly<Record<'kind' | 'does' | 'where' | 'actual' | 'instead', string>>[] {
  return publicChangeLines(changes).map(({ places, ...line }) => ({ ...line, where: places.join('；') }));
}
