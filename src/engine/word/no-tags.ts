/** A template without a single tag is filled with nothing: most likely its author did not know how a tag looks. */
import type { Problem } from '../../core/base/problem';
import type { InspectedPart } from './fill-options';

/** What people write where other programs' tags would stand: `{名称}`, `${名称}`, `«名称»`, `<<名称>>`, `[[名称]]`. */
const foreignTag = /\$?\{[^{}\s]{1,30}\}|«[^«»]{1,30}»|<<[^<>]{1,30}>>|\[\[[^[\]]{1,30}\]\]/u;

/** The notice; none where some part has a tag. `hasOthers`: tags stand elsewhere, as in the document's properties. */
export function noTagsNotice(parts: readonly InspectedPart[], file: string, hasOthers: boolean): readonly Problem[] {
  if (hasOthers || parts.some(({ tags }) => tags.tags.length > 0 || tags.problems.length > 0)) return [];
  const texts = parts.flatMap(({ tags }) => [...tags.paragraphs.values()].map(({ text }) => text));
  const found = texts.map((text) => foreignTag.exec(text)?.[0]).find((tag) => tag !== undefined);
  const name = found?.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '') ?? '';
  const expected = name === '' ? '要填写的地方请写成 {{字段名}}，如 {{年度}}' : `“${found ?? ''}”请改成 {{${name}}}`;
  return [
    {
      code: 'template-no-tags',
      level: 'note',
      place: { file },
      actual: found ?? '',
      reason: '一个标签也没有，成文与模板相同',
      expected,
    },
  ];
}
