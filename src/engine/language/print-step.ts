/** The step that prints one value: as text with its trace, or as a gap when it is missing. */
import { isMissing, leafText, spend, type Mark, type Step } from './run';
import { sourcesOf } from './helpers/helper';
import { gapText, isTraced, spoken, type Model } from './model';
import { tagProblem, type Tag } from './tag';
import type { Typed } from './typed';

/** The name people have for what is missing. */
function nameOf(model: Model | undefined, path: string): string {
  return (isTraced(model) ? model.called : undefined) ?? path;
}

function whyMissing(model: Model | undefined): string {
  return (isTraced(model) ? model.gap : undefined) ?? '没有数据';
}

/** Of data whose items differ only the run knows which are no single value. */
function isComposite(model: Model | undefined): boolean {
  return typeof model === 'object' && model !== null && !isTraced(model);
}

export function printStep(typed: Typed, tag: Tag): Step {
  return (frame) => {
    const { run } = frame;
    if (!spend(run)) return;
    const found = typed.evaluate(frame);
    const { model, path } = found;
    const composite = isComposite(model);
    const missing = composite || isMissing(model);
    const name = nameOf(model, path);
    const text = missing ? gapText(name) : leafText(model);
    if (missing) {
      run.problems.push(
        tagProblem(
          tag,
          'value-missing',
          `“${spoken(name)}”${composite ? '是列表或记录，不能直接印出' : whyMissing(model)}，报告里印成${text}`,
          '请补上数据，或者在成文后手工填写',
        ),
      );
    }
    if (path === '' || run.marks === null) {
      run.output.print(text, found);
      return;
    }
    const mark: Mark = { field: path, text, place: '', sources: sourcesOf(model), bookmark: '' };
    run.marks.push(mark);
    run.output.locate(mark);
    run.output.print(text, found, mark);
  };
}
