/** What a filled document shows beside text, as lines a person can read: pictures, charts with their workbooks, SmartArt, links. */
import { DOMParser, type Element } from '@xmldom/xmldom';
import { strFromU8, unzipSync } from 'fflate';
import { readPicture } from '../../../src/engine/word/package/picture-file';

type Files = Readonly<Record<string, Uint8Array>>;

/** Nothing for a document of text alone. */
export function shownObjects(bytes: Uint8Array): readonly string[] {
  const files = unzipSync(bytes);
  return Object.keys(files)
    .filter((name) => /^word\/(?:document|header\d*|footer\d*|footnotes|endnotes)\.xml$/u.test(name))
    .flatMap((name) => objectsOf(files, name));
}

function parsed(files: Files, name: string): Element | null {
  const content = files[name];
  return content ? new DOMParser().parseFromString(strFromU8(content), 'application/xml').documentElement : null;
}

function all(root: Element | null, name: string): readonly Element[] {
  return root ? Array.from(root.getElementsByTagName(name)) : [];
}

function objectsOf(files: Files, part: string): readonly string[] {
  const targets = targetsOf(files, part);
  const at = (id: string | null): string => targets.get(id ?? '') ?? '';
  return all(parsed(files, part), '*').flatMap((element): readonly string[] => {
    const get = (name: string): string | null => element.getAttribute(name);
    switch (element.nodeName) {
      case 'wp:docPr':
        return (get('descr') ?? '') === '' ? [] : [`〔替代文字〕${get('descr') ?? ''}`];
      case 'a:blip':
        return [`〔图片〕${pictureLine(files, at(get('r:embed')))}${cutLine(element)}`];
      case 'c:chart':
        return chartLines(files, at(get('r:id')));
      case 'dgm:relIds':
        return [`〔SmartArt〕${diagramLine(files, at(get('r:dm')), targets)}`];
      case 'w:hyperlink':
      case 'a:hlinkClick':
        return get('r:id') === null ? [] : [`〔链接〕${at(get('r:id'))} ${get('w:tooltip') ?? ''}`.trimEnd()];
      case 'w:instrText':
        return (element.textContent ?? '').includes('HYPERLINK') ? [`〔域〕${element.textContent ?? ''}`] : [];
      default:
        return [];
    }
  });
}

/** Id → name of the part, or address. */
function targetsOf(files: Files, part: string): ReadonlyMap<string, string> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const list = all(parsed(files, `${folder}_rels/${part.slice(folder.length)}.rels`), 'Relationship');
  return new Map(
    list.map((each) => {
      const target = each.getAttribute('Target') ?? '';
      const outside = each.getAttribute('TargetMode') === 'External';
      const path = target.startsWith('../') ? folder.replace(/[^/]+\/$/u, '') + target.slice(3) : folder + target;
      return [each.getAttribute('Id') ?? '', outside ? target : path];
    }),
  );
}

function pictureLine(files: Files, name: string): string {
  const content = files[name];
  const picture = content ? readPicture(content) : null;
  return picture ? `${String(picture.width)}×${String(picture.height)}` : '没有';
}

function cutLine({ parentNode }: Element): string {
  const rect = parentNode ? all(parentNode as Element, 'a:srcRect')[0] : undefined;
  const sides = ['l', 't', 'r', 'b'].map((side) => Number(rect?.getAttribute(side) ?? 0) / 1000);
  return sides.every((side) => side === 0) ? '' : `，左上右下裁去 ${sides.map((side) => `${String(side)}%`).join(' ')}`;
}

function textOf(root: Element | null, name: string): string {
  return all(root, name)
    .map((each) => each.textContent ?? '')
    .join('');
}

function chartLines(files: Files, name: string): readonly string[] {
  const chart = parsed(files, name);
  const series = all(chart, 'c:ser').map((each) => {
    const [title, names, values] = ['c:tx', 'c:cat', 'c:val'].map((part) => pointsOf(all(each, part)[0] ?? null));
    const colour =
      all(each, 'a:srgbClr')[0]?.getAttribute('val') ?? all(each, 'a:schemeClr')[0]?.getAttribute('val') ?? '';
    const pairs = names?.map((word, at) => `${word}=${values?.[at] ?? ''}`) ?? [];
    return `  ${title?.join('') ?? ''}：${pairs.join(' ')} ${colour}`;
  });
  return [`〔图表〕${textOf(chart, 'a:t')}`, ...series.map((line) => line.trimEnd()), ...bookLines(files, name)];
}

/** The values of a cache, each at its index. */
function pointsOf(element: Element | null): readonly string[] {
  const points: string[] = [];
  for (const point of all(element, 'c:pt')) points[Number(point.getAttribute('idx'))] = textOf(point, 'c:v');
  return points;
}

/** The rows of the workbook behind the chart. */
function bookLines(files: Files, chart: string): readonly string[] {
  const book = [...targetsOf(files, chart).values()].find((target) => target.endsWith('.xlsx'));
  const content = book === undefined ? undefined : files[book];
  if (!content) return [];
  const rows = all(parsed(unzipSync(content), 'xl/worksheets/sheet1.xml'), 'row');
  return rows.map(
    (row) =>
      `  工作簿：${all(row, 'c')
        .map((cell) => cell.textContent ?? '')
        .join(' | ')}`,
  );
}

function diagramLine(files: Files, data: string, targets: ReadonlyMap<string, string>): string {
  const root = parsed(files, data);
  const picture = targets.get(all(root, 'dsp:dataModelExt')[0]?.getAttribute('relId') ?? '');
  const words = (element: Element | null): string =>
    all(element, 'a:p')
      .map((each) => textOf(each, 'a:t'))
      .join('、');
  return `${words(root)}（${picture === undefined ? '没有图样' : `图样：${words(parsed(files, picture))}`}）`;
}
