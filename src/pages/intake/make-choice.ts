/** A labelled list to choose from, whose choice is an answer. */
import { make } from '../parts/make-element';

export interface Option {
  readonly value: string;
  readonly text: string;
}

export interface Choice {
  /** By it the choice is found again when the page was drawn anew. */
  readonly key: string;
  readonly label: string;
  /** The label is heard and not seen. */
  readonly isQuiet?: boolean;
  readonly value: string;
  readonly options: readonly Option[];
  readonly choose: (value: string) => void;
}

let made = 0;

/** Chosen by pointer or keyboard; an empty value is no answer. */
export function makeChoice({ key, label, isQuiet = false, value, options, choose }: Choice): HTMLElement {
  made += 1;
  const id = `choice-${String(made)}`;
  const select = make('select', { id, 'data-key': key });
  select.append(...options.map((one) => make('option', { value: one.value }, one.text)));
  select.value = value;
  select.addEventListener('change', () => {
    if (select.value !== '') choose(select.value);
  });
  return make('span', { class: 'choice' }, make('label', { for: id, class: isQuiet ? 'spoken' : '' }, label), select);
}
