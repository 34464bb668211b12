/** Fills the template a second time, for the public: the same findings, without what must not be public. */
import type { Cell, Grid } from '../../../core/base/grid';
import { templateName } from '../../../core/base/office-names';
import type { Problem } from '../../../core/base/problem';
import { placedChanges, withoutSpace } from '../../../core/report/public/cells-of-change';
import { pictureProblems, publicProblems, type PublicChange } from '../../../core/report/public/public-change';
import { publishModel } from '../../../core/report/public/publish-model';
import { publisherOf, type Publisher } from '../../../core/report/public/publish-text';
import { sensitiveCells, stopsIn } from '../../../core/report/public/sensitive-cells';
import { reportFromFindings } from '../../../core/report/report-from-findings';
import { publishDocument, type Filled, type ModelRecord } from '../../../engine/fill';
import type { Office } from '../read-office';

/** `bytes` null: there is none, `changes` and `problems` say why. */
export interface RenderedPublic {
  readonly bytes: Uint8Array | null;
  /** What was masked or left out, and what stops it. */
  readonly changes: readonly PublicChange[];
  /** Paragraphs of the internal version that the template itself does not print for the public, or not whole. */
  readonly unprinted: number;
  readonly problems: readonly Problem[];
}

/** Fills the office's template with a model, without bookmarks. */
export type Fill = (model: ModelRecord) => Filled;

/** What it is made from. */
type PublicOffice = Pick<Office, 'settings' | 'rows' | 'findings' | 'grids'>;

/** `internal` is the text of the version for the office itself. */
export function renderPublic(office: PublicOffice, internal: readonly string[], fill: Fill): RenderedPublic {
  const { settings, grids } = office;
  const { publicRules } = settings.edition;
  const { marks, names } = sensitiveCells(grids, publicRules);
  const { names: printed } = sensitiveCells(tablesIn(internal), publicRules);
  const stops = marks.length > 0 ? marks : marksOfText(internal, stopsIn(publicRules));
  if (stops.length > 0) return answer(null, { changes: stops, unprinted: 0 }, []);
  return fillPublic(office, { publish: publisherOf(publicRules, [...names, ...printed]), internal, fill });
}

/** Between the cells of a row of a table, as a filled document tells it. */
const cellEnd = ' | ';

/** The tables of the report: the template may hold lists of people that no workbook knows. */
function tablesIn(lines: readonly string[]): readonly Grid[] {
  const tables: Cell[][][] = [];
  let isInside = false;
  for (const line of lines) {
    const isRow = line.includes(cellEnd);
    if (isRow && !isInside) tables.push([]);
    if (isRow) tables[tables.length - 1]?.push(line.split(cellEnd).map(textCell));
    isInside = isRow;
  }
  return tables.map((rows) => ({ workbook: templateName, sheet: '', hidden: false, rows, merges: [], hiddenRows: [] }));
}

function textCell(value: string): Cell {
  return { kind: 'text', value, shown: value };
}

/** Those of the template itself, wherever its conditions put them. */
function marksOfText(lines: readonly string[], marksIn: ReturnType<typeof stopsIn>): readonly PublicChange[] {
  return lines.flatMap((line, index) =>
    marksIn(line).map((mark) => ({
      ...mark,
      places: [{ file: templateName, spot: `报告第 ${String(index + 1)} 段` }],
    })),
  );
}

interface PublicMeans {
  readonly publish: Publisher;
  readonly internal: readonly string[];
  readonly fill: Fill;
}

function fillPublic(
  { settings, rows, findings, grids }: PublicOffice,
  { publish, internal, fill }: PublicMeans,
): RenderedPublic {
  const asPublic = { ...settings, isPublic: true, attachSources: false };
  const { value, problems: ownProblems } = reportFromFindings(findings, rows, asPublic);
  const { model, changes } = publishModel(value, publish);
  const filled = fill(model);
  const said = withoutSpace(internal.join(''));
  const printed = changes.filter(({ actual }) => said.includes(withoutSpace(actual)));
  const placed = placedChanges(printed, grids);
  const problems = [...ownProblems, ...filled.problems];
  // What is masked or dropped is told by itself: what the template leaves out is seen with every text in its place.
  const whole = changes.length === 0 ? filled.text : fill(value).text;
  const unprinted = unprintedLines(internal, whole);
  if (filled.bytes === null) return answer(null, { changes: placed, unprinted }, problems);
  const {
    bytes,
    changes: own,
    pictures,
  } = publishedDocument(filled.bytes, publish, stopsIn(settings.edition.publicRules));
  const told = [...problems, ...pictureProblems(templateName, pictures)];
  // What stays is seen again in the paragraph: it was told with its cell.
  const asked = new Set(placed.filter(({ does }) => does === 'ask').map(({ actual }) => actual));
  const more = own.filter(({ does, actual }) => does !== 'ask' || !asked.has(actual));
  return answer(bytes, { changes: [...placed, ...more], unprinted }, told);
}

/** How many lines are not in the other version, each as often as it stands here. */
function unprintedLines(internal: readonly string[], printed: readonly string[]): number {
  const left = new Map<string, number>();
  for (const line of printed.map(withoutSpace)) left.set(line, (left.get(line) ?? 0) + 1);
  let count = 0;
  for (const line of internal.map(withoutSpace)) {
    const more = left.get(line) ?? 0;
    if (more > 0) left.set(line, more - 1);
    else if (line !== '') count += 1;
  }
  return count;
}

/** What the template itself says, and what only stands behind the page. */
function publishedDocument(
  filled: Uint8Array,
  publish: Publisher,
  marksIn: ReturnType<typeof stopsIn>,
): Pick<RenderedPublic, 'bytes' | 'changes'> & { readonly pictures: number } {
  const changes: PublicChange[] = [];
  let pictures = 0;
  const at = (spot: string): PublicChange['places'] => [{ file: templateName, spot }];
  const bytes = publishDocument(filled, templateName, {
    rewrite: (text, spot) => {
      const published = publish(text);
      changes.push(...published.changes.map((change) => ({ ...change, places: at(spot) })));
      return published.text;
    },
    removed: (text, spot) => {
      changes.push(...marksIn(text).map((mark) => ({ ...mark, places: at(spot) })));
    },
    picture: () => {
      pictures++;
    },
  });
  return { bytes, changes, pictures };
}

function answer(
  bytes: Uint8Array | null,
  { changes, unprinted }: Pick<RenderedPublic, 'changes' | 'unprinted'>,
  problems: readonly Problem[],
): RenderedPublic {
  const isStopped = changes.some(({ does }) => does === 'stop');
  return { bytes: isStopped ? null : bytes, changes, unprinted, problems: [...problems, ...publicProblems(changes)] };
}
