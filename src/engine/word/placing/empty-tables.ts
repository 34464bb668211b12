/**
 * Takes a table away, with its caption, when no row of its loops is printed: where `{{空表删除}}` stands in a cell, the table
 * goes; where it stands in a paragraph next to the table, that paragraph goes along.
 */
import type { Problem } from '../../../core/base/problem';
import { applyAction, Assembler } from '../../language/assemble';
import type { Head } from '../../language/compile-head';
import { dropTableHelper } from '../../language/helpers/document-helpers';
import type { Frame, Run, Step } from '../../language/run';
import { tagProblem } from '../../language/tag';
import type { PartPlan } from './part-plan';
import { elementsOf, type XmlElement } from '../package/read-xml';

/** Paragraphs and tables that are printed only when a table has rows, each with what tells that. */
export interface EmptyTables {
  readonly guards: ReadonlyMap<XmlElement, Head>;
  readonly problems: readonly Problem[];
}

export function findEmptyTables(plan: PartPlan, owner: ReadonlyMap<number, number>): EmptyTables {
  const guards = new Map<XmlElement, Head>();
  const problems: Problem[] = [];
  const marked = plan.tags.tags.filter((_, number) => {
    const action = plan.compiled.actions[number];
    return action?.kind === 'print' && action.helper === dropTableHelper;
  });
  const captions = new Set(marked.map(({ paragraph }) => paragraph.element));
  for (const { tag, paragraph } of marked) {
    const inside = tableAround(paragraph.element);
    const table = inside ?? tableBeside(paragraph.element, captions);
    const rows = table && loopRows(plan, table, owner);
    if (!table || !rows) {
      const reason = `标签“${tag.text}”${table ? '所在的（旁边的）表格里没有循环的行' : '旁边没有表格'}`;
      const expected = '请写在有循环的表格的格里，或者紧挨着表格的一段里';
      problems.push(tagProblem(tag, 'empty-table-mark', reason, expected));
      continue;
    }
    for (const element of inside ? [table] : [table, paragraph.element]) guards.set(element, whenAny(rows));
  }
  return { guards, problems };
}

function tableAround(element: XmlElement): XmlElement | null {
  for (let at = element.parent; at; at = at.parent) if (at.name === 'w:tbl') return at;
  return null;
}

/** The table after the paragraph and further marked ones, else the one before. */
function tableBeside(paragraph: XmlElement, captions: ReadonlySet<XmlElement>): XmlElement | null {
  const siblings = elementsOf(paragraph.parent ?? paragraph).filter(({ name }) => name === 'w:p' || name === 'w:tbl');
  const at = siblings.indexOf(paragraph);
  const next = siblings.slice(at).find((each) => !captions.has(each));
  const previous = siblings
    .slice(0, at)
    .reverse()
    .find((each) => !captions.has(each));
  return [next, previous].find((each) => each?.name === 'w:tbl') ?? null;
}

interface Count {
  rows: number;
}

/** Goes through the table's loops and counts the rows that would be printed; null when no block repeats or chooses rows. */
function loopRows(
  { placement, compiled }: PartPlan,
  table: XmlElement,
  owner: ReadonlyMap<number, number>,
): ((count: Count) => Step) | null {
  const rows = elementsOf(table).filter(({ name }) => name === 'w:tr');
  if (rows.every((row) => !placement.hooks.has(row))) return null;
  return (count) => {
    const assembler = new Assembler();
    const apply = (tags: readonly number[] = []): void => {
      for (const tag of tags) {
        const action = compiled.actions[tag];
        if (action) applyAction(assembler, action, owner.get(tag) ?? -1);
      }
    };
    for (const row of rows) {
      const hooks = placement.hooks.get(row);
      apply(hooks?.before);
      if (!placement.dropped.has(row) && assembler.path !== '')
        assembler.step(() => {
          count.rows++;
        });
      apply(hooks?.after);
    }
    return assembler.finish();
  };
}

/** Runs the body when there is a row. What is missing is told when the rows are printed, not while they are counted. */
function whenAny(rows: (count: Count) => Step): Head {
  const count: Count = { rows: 0 };
  const counting = rows(count);
  return (body, otherwise) => (frame: Frame) => {
    const { run } = frame;
    const silent: Run = { ...run, problems: [] };
    count.rows = 0;
    counting({ ...frame, run: silent });
    run.steps = silent.steps;
    run.stopped = silent.stopped;
    (count.rows > 0 ? body : otherwise)(frame);
  };
}
