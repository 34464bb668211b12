/**
 * Texts that stand elsewhere than in the paragraphs of a part, yet belong to a place in it: alternative texts, addresses of links,
 * texts of charts and SmartArt. Each is compiled in the scope of its place and filled when that place is written.
 */
import type { Problem } from '../../../core/base/problem';
import { compileText } from '../../language/fill-text';
import type { Dictionary } from '../../language/model';
import { isTraced } from '../../language/model';
import type { Found, Frame, Mark, Output } from '../../language/run';
import type { Scope } from '../../language/scope';
import type { Special } from '../../language/special';
import { tagProblem } from '../../language/tag';
import type { FillOptions } from '../fill-options';

/** What a text says in a round. `gaps`: how many values it lacks. */
interface PlacedValue {
  readonly text: string;
  /** Values that are no text: a picture, a chart. Of each, nothing is printed. */
  readonly specials: readonly Special[];
  readonly gaps: number;
}

/** A text ready to be filled. */
export interface PlacedText {
  readonly fill: (frame: Frame) => PlacedValue;
  /** First names of the helpers whose answers it prints. */
  readonly helpers: ReadonlySet<string>;
}

/** Whether a text may hold a tag, however its braces are written. */
export function mayHoldTag(text: string): boolean {
  return /[{｛]{2}|(?:%7B){2}/iu.test(text);
}

/** Compiles such texts and collects their mistakes. */
export class PlacedTexts {
  readonly problems: Problem[] = [];
  private readonly dictionary: Dictionary;
  private readonly options: FillOptions;

  constructor(dictionary: Dictionary, options: FillOptions) {
    this.dictionary = dictionary;
    this.options = options;
  }

  /** `spot` says where it stands: `正文的图片替代文字`. */
  compile(source: string, scope: Scope, spot: string): PlacedText {
    const { name, services, optionalFields, used } = this.options;
    const placeOf = () => ({ file: name, spot });
    const compiling = { services, optionalFields, used, within: scope };
    const { step, problems, helpers } = compileText(source, this.dictionary, placeOf, compiling);
    this.problems.push(...problems);
    const fill = (frame: Frame): PlacedValue => {
      const output = new PlacedOutput(spot);
      const run = { ...frame.run, output };
      const before = run.problems.length;
      step?.({ ...frame, run });
      frame.run.steps = run.steps;
      frame.run.stopped = run.stopped;
      return { text: output.text, specials: output.specials, gaps: run.problems.length - before };
    };
    return { fill, helpers };
  }

  /** Tells a mistake of such a text that its own tags do not show. */
  refuse(text: string, spot: string, [reason, expected]: readonly [string, string]): void {
    const place = { file: this.options.name, spot };
    this.problems.push(tagProblem({ text, place }, 'placed-object', reason, expected));
  }
}

/** Longer ones nobody reads. */
const maxLength = 100_000;

class PlacedOutput implements Output {
  text = '';
  readonly specials: Special[] = [];
  private readonly spot: string;

  constructor(spot: string) {
    this.spot = spot;
  }

  print(text: string, found?: Found): void {
    const special = isTraced(found?.model) ? found.model.special : undefined;
    if (special === undefined || special.kind === 'rich') this.text += text;
    else this.specials.push(special);
  }

  locate(mark: Mark): void {
    mark.place = this.spot;
  }

  full(): boolean {
    return this.text.length > maxLength;
  }
}
