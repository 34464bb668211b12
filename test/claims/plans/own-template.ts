/** A template as an office makes it of the default one: paragraphs of 一 taken out, sentences of its own put in. */
import { unzipped, zipped } from '../../offices/files/zip';
import { chanceFrom } from '../../offices/world/chance';
import type { Plan } from './plan';

const body = 'word/document.xml';

/** Claims in the office's words, each under the condition under which it is true. */
const ownClaims: Readonly<Record<Plan['edition'], readonly string[]>> = {
  'rule-of-law': [
    '{{#if (且 任务.应完成 (非 任务.逾期) (非 任务.未报) (非 任务.待核实) (非 缺报部门))}}年度任务全部按期完成。{{/if}}',
    '{{#if 达标.法律顾问覆盖率}}法律顾问实现全覆盖。{{/if}}',
    '{{#if (且 达标.执法人员持证率 (不小于 指标.在岗执法人员数 5))}}执法人员全部持证上岗，持证率达到{{指标.执法人员持证率}}。{{/if}}',
    '{{#if 指标.行政检查次数}}共开展行政检查{{指标.行政检查次数}}。{{/if}}',
    '{{#if (且 报齐.行政诉讼审结件数 报齐.行政诉讼败诉件数 (大于 指标.行政诉讼审结件数 0) (等于 指标.行政诉讼败诉件数 0))}}行政诉讼案件没有败诉。{{/if}}',
  ],
  'work-safety': [
    '{{#if (且 报齐.生产安全事故起数 (等于 指标.生产安全事故起数 0))}}年内没有发生生产安全事故。{{/if}}',
    '{{#if 指标.排查隐患数}}共排查登记隐患{{指标.排查隐患数}}。{{/if}}',
  ],
};

/** The bytes of the template of a plan, made from those of the default one. */
export function ownTemplate(bytes: Buffer, { edition, seed }: Plan): Buffer {
  const chance = chanceFrom(seed);
  const parts = unzipped(bytes);
  const xml = parts.get(body)?.toString('utf8') ?? '';
  const [first, second] = ['一、', '二、'].map((heading) => paragraphAt(xml, heading));
  if (first === undefined || second === undefined) throw new Error('the template has no 一 or no 二');
  const work = xml.slice(first, second).replaceAll(/<w:p(?:\s[^>]*)?>.*?<\/w:p>/gsu, (paragraph) => {
    return isPlain(paragraph) && chance.happens(0.25) ? '' : paragraph;
  });
  const own = ownClaims[edition]
    .filter(() => chance.happens(0.7))
    .map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`);
  const changed = `${xml.slice(0, first)}${work}${own.join('')}${xml.slice(second)}`;
  return zipped(new Map([...parts, [body, Buffer.from(changed)]]));
}

function paragraphAt(xml: string, heading: string): number | undefined {
  const at = xml.indexOf(`>${heading}`);
  const start = Math.max(xml.lastIndexOf('<w:p>', at), xml.lastIndexOf('<w:p ', at));
  return at < 0 || start < 0 ? undefined : start;
}

/** No heading, and each block that begins in it ends in it. */
function isPlain(paragraph: string): boolean {
  const text = paragraph.replace(/<[^>]*>/gu, '');
  const count = (tag: RegExp): number => text.match(tag)?.length ?? 0;
  if (
    /\{\{(?:名称|首段|this)\}\}|^[一二三四]、|^\{\{(?:#each|\/each|else)|（[一二三四五六七八九]）|第一责任人/u.test(
      text.trim(),
    )
  )
    return false;
  return text !== '' && count(/\{\{#/gu) === count(/\{\{\//gu);
}
