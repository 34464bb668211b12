/** The report's model as it may be public: each text that people wrote is made public, each figure stays as it is. */
import type { Place } from '../../base/place';
import { standingWords } from '../../edition/indicator-words';
import { isList, isTraced, type Model, type ModelRecord, type Traced } from '../../../engine/fill';
import type { PublishedText, Publisher, TextChange } from './publish-text';

/** A change with the places, in words, of what was changed. */
export interface ModelChange extends TextChange {
  readonly sources: readonly string[];
}

/** What was made of a model. */
export interface PublishedModel {
  readonly model: ModelRecord;
  /** Each text of each place once, in the order of the model. */
  readonly changes: readonly ModelChange[];
}

/** Stands where nothing is left of a text, so that the sentence around it does not ask for a value. */
const leftOut = '（略）';

/** A text stands in many lists: it is looked through once. */
export function publishModel(model: ModelRecord, publish: Publisher): PublishedModel {
  const known = new Map<string, PublishedText>();
  const changes = new Map<string, readonly ModelChange[]>();
  const look = (text: string, sources: readonly string[]): string => {
    const done = known.get(text) ?? publish(text);
    known.set(text, done);
    if (done.changes.length > 0)
      changes.set(
        `${text}\n${sources.join('\n')}`,
        done.changes.map((change) => ({ ...change, sources })),
      );
    return done.text;
  };
  return { model: publishedRecord(model, look), changes: [...changes.values()].flat() };
}

type Mask = (text: string, sources: readonly string[]) => string;

function publishedRecord(record: ModelRecord, look: Mask): ModelRecord {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, publishedValue(value, look)]));
}

function publishedValue(value: Model, look: Mask): Model {
  if (typeof value === 'string') return look(value, []);
  if (typeof value !== 'object' || value === null) return value;
  if (isTraced(value)) return publishedLeaf(value, look);
  return isList(value) ? publishedList(value, look) : publishedRecord(value, look);
}

/** The program's word for a standard of the office's own is no mark of the house: conditions of a template compare it. */
const ownWords: ReadonlySet<string> = new Set(Object.values(standingWords));

/** A figure, a day, a yes or no, a word of the program that comes from no cell: nothing that somebody wrote. */
function publishedLeaf(leaf: Traced, look: Mask): Traced {
  if (typeof leaf.value !== 'string' || leaf.value === '') return leaf;
  if (leaf.sources.length === 0 && ownWords.has(leaf.text)) return leaf;
  const text = look(leaf.text, leaf.sources);
  if (text === leaf.text) return leaf;
  const left = text.trim() === '' ? leftOut : text;
  return { ...leaf, value: left, text: left };
}

/** Of a list of texts those go of which nothing is left. */
function publishedList(list: readonly Model[], look: Mask): readonly Model[] {
  return list.map((item) => publishedValue(item, look)).filter((item) => !isTraced(item) || item.text !== leftOut);
}

/** `司法所.xlsx 任务进展!D7` as a place again. */
export function placeOf(source: string): Place {
  // bounded: names of a file, a sheet and a cell, which have an end (see `textLimits`)
  const [, file, sheet, cell] = /^(.+?\.\w{2,5})(?: (.+)!([A-Z]+\d+))?$/u.exec(source) ?? [];
  if (file === undefined) return { file: source };
  return sheet === undefined || cell === undefined ? { file } : { file, sheet, cell };
}
