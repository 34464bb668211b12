/** Pictures that a template names outright must be there before anything is filled. */
import type { Problem } from '../../../core/base/problem';
import { isLiteral, isPath } from '../../language/handlebars-ast';
import { pictureHelper } from '../../language/helpers/document-helpers';
import { tagProblem, type Tag } from '../../language/tag';
import { readPicture } from '../package/picture-file';
import type { PictureSource } from './drawings';
import type { LostDrawing } from './value-runs';

/** The problems of tags whose picture cannot be had; none where nobody can say which pictures there are. */
export function findMissingPictures(tags: readonly Tag[], source: PictureSource | undefined): readonly Problem[] {
  if (source === undefined) return [];
  return tags.flatMap((tag) => {
    const path = pathIn(tag);
    const why = path === null ? null : fault(path, source);
    return why === null ? [] : [tagProblem(tag, 'picture-missing', `图片“${path ?? ''}”${why[0]}`, why[1])];
  });
}

/** A picture that only the data name and that is not there, or a chart of an empty or endless list. */
export function lostDrawing(file: string, { kind, name }: LostDrawing): Problem {
  const isPicture = kind === '图片';
  return {
    code: isPicture ? 'picture-missing' : 'chart-impossible',
    level: 'error',
    place: { file },
    actual: name,
    reason: `${kind}“${name}”${isPicture ? '找不到或者不能用' : '没有数据，或者项目太多'}，成文里印成待补`,
    expected: isPicture ? '请把 PNG 或 JPEG 图片放到模板所在的文件夹' : '请补上数据，最多 200 项，饼形只画一个数值字段',
  };
}

/** An address from the data that no reader may be led to. */
export function badLink(file: string, address: string): Problem {
  return {
    code: 'link-refused',
    level: 'error',
    place: { file },
    actual: address,
    reason: `链接“${address.slice(0, 60)}”不能用，成文里只留下文字`,
    expected: '链接请用 http、https 或 mailto 地址',
  };
}

function pathIn({ kind, call }: Tag): string | null {
  if (kind !== 'value' || call === null || !isPath(call.path) || call.path.original !== pictureHelper) return null;
  const [first] = call.params;
  return first && isLiteral(first) && typeof first.value === 'string' ? first.value : null;
}

function fault(path: string, source: PictureSource): readonly [reason: string, expected: string] | null {
  const bytes = source(path);
  if (bytes === null) return ['找不到', '请把图片放到模板所在的文件夹'];
  const kind = readPicture(bytes)?.kind;
  if (kind === undefined) return ['不是能用的 PNG、JPEG 或 SVG 图片', '请换成 PNG 或 JPEG'];
  if (kind !== 'svg') return null;
  const fallback = source(path.replace(/\.svg$/iu, '.png'));
  const isThere = fallback !== null && readPicture(fallback)?.kind === 'png';
  return isThere ? null : ['旁边没有同名的 PNG', '请另存一份同名的 PNG 放在一起，供不支持 SVG 的软件显示'];
}
