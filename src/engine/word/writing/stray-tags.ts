/** Finds tags where nothing is filled: alternative texts, link targets, charts, settings. Refused, so that none is printed. */
import type { Problem } from '../../../core/base/problem';
import { shortened } from '../../language/read-tag';
import { tagProblem } from '../../language/tag';
import type { Package } from '../package/open-package';
import { propertiesPath } from './fill-properties';
import { withoutTexts } from '../placed/drawing-texts';
import { textAttributes } from '../placed/placed-marks';
import { readXml } from '../package/read-xml';
import { unescapeXml } from '../package/xml-text';
import { utf8Text } from '../package/utf8-text';

/** The problems of all such tags; `file` is the template's name, `placed` the parts whose texts are filled elsewhere. */
export function findStrayTags(
  { entries, parts }: Package,
  file: string,
  placed: ReadonlySet<string>,
): readonly Problem[] {
  const filled = new Map(parts.map(({ path, label }) => [path, label === '' ? '正文' : label]));
  return entries.flatMap(({ name, bytes }) => {
    if (!/\.(?:xml|rels|vml)$/iu.test(name)) return [];
    const source = utf8Text(bytes);
    if (!signs.test(source)) return [];
    const where = filled.get(name) ?? partWords.find(([path]) => path.test(name))?.[1] ?? `压缩包内 ${name}`;
    const place = { file, spot: where };
    const strays = [
      ...inAttributes(source),
      ...textStrays(name, source, { filled: filled.has(name), placed: placed.has(name) }),
    ].filter(({ attribute }) => attribute === undefined || !isPlaced(attribute, { name, filled }));
    return strays.map(({ text, what, hint }) =>
      tagProblem({ text, place }, 'tag-out-of-reach', `${what}“${shortened(text)}”里有标签，这里不能填写`, hint),
    );
  });
}

interface Stray {
  /** Where it stands in one. */
  readonly attribute?: string | undefined;
  readonly text: string;
  readonly what: string;
  readonly hint: string;
}

const signs = /[{｛]{2}|%7B%7B|&#(?:123|x7b);/iu;
const partWords: readonly (readonly [RegExp, string])[] = [
  [/\/charts\//u, '图表'],
  [/\/diagrams\//u, 'SmartArt 图形'],
  [/\/glossary\//u, '文档部件'],
  [/_rels\//u, '链接'],
];
const attributeWords: Readonly<Record<string, string>> = {
  descr: '替代文字',
  title: '替代文字',
  alt: '替代文字',
  instr: '域代码',
  tooltip: '超链接的屏幕提示',
  Target: '超链接的地址',
};
const elsewhere = '请把标签移到普通文字里';

/** Texts in attributes, and addresses of links, that are filled where they stand. */
function isPlaced(
  attribute: string,
  { name, filled }: { readonly name: string; readonly filled: ReadonlyMap<string, string> },
): boolean {
  if (attribute === 'Target') return filled.has(name.replace(/_rels\/([^/]*)\.rels$/u, '$1'));
  return filled.has(name) && textAttributes.includes(attribute);
}

function inAttributes(source: string): readonly Stray[] {
  return [...source.matchAll(/\s([\w:.-]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/gu)].flatMap(([, name, double, single]) => {
    const text = unescapeXml(double ?? single ?? '')
      .replace(/%7B/giu, '{')
      .replace(/%7D/giu, '}');
    if (!/[{｛]{2}/u.test(text)) return [];
    const attribute = (double ?? single ?? '').includes('>') ? '' : name;
    return [{ text, attribute, what: attributeWords[(name ?? '').replace(/^.*:/u, '')] ?? '属性', hint: elsewhere }];
  });
}

function textStrays(
  name: string,
  source: string,
  { filled, placed }: { readonly filled: boolean; readonly placed: boolean },
): readonly Stray[] {
  if (propertiesPath.test(name)) return [];
  const part = placed ? readXml(source) : null;
  if (part && !('code' in part)) return inText(withoutTexts(part));
  return inText(filled ? source.replace(readElsewhere, '') : source);
}

/** What a part that is filled looks at by itself; text anywhere else in it is no document's. */
// bounded: of sound XML, where each comment and each element ends
const readElsewhere =
  /<!--[\s\S]*?-->|<([\w-]+:(?:t|delText|instrText|delInstrText))(?:\s[^>]*)?>(?:[^<]|<!\[CDATA\[[\s\S]*?\]\]>)*<\/\1>/gu;

/** Text of a part that is copied; a tag may be split over any number of elements. */
function inText(source: string): readonly Stray[] {
  const text = unescapeXml(source.replace(/<[^<>]*>/gu, ''));
  const tag = /[{｛]{2}[^{｛}｝]{0,200}(?:[}｝]{2})?/u.exec(text)?.[0];
  return tag === undefined ? [] : [{ text: tag, what: '文字', hint: elsewhere }];
}
